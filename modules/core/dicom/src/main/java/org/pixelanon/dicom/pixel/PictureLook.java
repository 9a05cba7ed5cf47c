package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.PictureSignature;
import org.pixelanon.dicom.data.ByteSource;

/**
 * Detects whether undescribed bytes hold an image: they begin like an image file, or they are as
 * long as a plane of this image and have rows that resemble their neighbours (docs/decisions/0006).
 * Thread-safe.
 */
public final class PictureLook {

    /** No text fits into less. */
    public static final int SMALLEST_PICTURE = 512;

    /** A signature may stand behind a header of its maker. */
    private static final int BEGINNING = 2048;

    /** Makers put small headers before or behind a plane. */
    private static final int HEADER = 512;

    private static final int[] DEPTHS = {1, 8, 12, 16, 32};

    private final ByteSource source;
    private final @Nullable ImageDescription image;

    public PictureLook(ByteSource source, @Nullable ImageDescription image) {
        this.source = source;
        this.image = image;
    }

    /** Returns whether a value holds a picture. */
    public boolean isPicture(long from, long length) throws IOException {
        return beginsLikePicture(source, from, length)
                || length >= SMALLEST_PICTURE && isPlane(from, length);
    }

    /** Returns whether a value begins like a picture file, or does so behind a small header. */
    public static boolean beginsLikePicture(ByteSource source, long from, long length)
            throws IOException {
        byte[] head = source.read(from, (int) Math.min(BEGINNING, length));
        return PictureSignature.find(head, 0, head.length) >= 0;
    }

    /**
     * Returns whether a value has the length of a plane and rows that resemble their neighbours.
     */
    private boolean isPlane(long from, long length) throws IOException {
        for (RowLikeness.Layout layout : layouts(length)) {
            if (RowLikeness.isPicture(source, from, length, layout)) {
                return true;
            }
        }
        return false;
    }

    /** The ways in which a value of a length can be a plane of this image, whole or halved. */
    private Set<RowLikeness.Layout> layouts(long length) {
        Set<RowLikeness.Layout> out = new LinkedHashSet<>();
        ImageDescription i = image;
        if (i == null) {
            return out;
        }
        int[][] sizes = {
            {i.rows(), i.columns()},
            {i.rows() / 2, i.columns() / 2},
            {(i.rows() + 1) / 2, (i.columns() + 1) / 2},
            {i.rows() / 2, i.columns()},
            {i.rows(), i.columns() / 2},
            // rows padded to whole bytes or words
            {i.rows(), (i.columns() + 3) & ~3},
            {i.rows(), (i.columns() + 7) & ~7}
        };
        for (int[] size : sizes) {
            for (int depth : DEPTHS) {
                for (int samples : new int[] {1, 3}) {
                    layout(out, length, size[0], size[1], depth, samples);
                }
            }
        }
        return out;
    }

    private void layout(
            Set<RowLikeness.Layout> out,
            long length,
            int rows,
            int columns,
            int depth,
            int samples) {
        ImageDescription i = image;
        long plane = ((long) rows * columns * samples * depth + 7) / 8;
        int frames = i == null ? 1 : i.frames();
        if (plane > 0 && (isAbout(length, plane) || isAbout(length, plane * frames))) {
            out.add(new RowLikeness.Layout(columns * samples, depth, false));
            out.add(new RowLikeness.Layout(columns * samples, depth, true));
            if (samples > 1) {
                out.add(new RowLikeness.Layout(columns, depth, false));
            }
        }
    }

    private static boolean isAbout(long length, long plane) {
        return length >= plane && length - plane <= Math.min(HEADER, Math.max(1, plane / 8));
    }

    /** Returns whether bytes behind the frames of native pixels go on in rows of the same image. */
    public boolean isMoreRows(long from, long length, boolean bigEndian) throws IOException {
        ImageDescription i = image;
        if (i == null || length < SMALLEST_PICTURE) {
            return false;
        }
        int samples = i.planarConfiguration() == 1 ? 1 : i.samplesPerPixel();
        int depth = i.bitsAllocated() == 64 ? 32 : i.bitsAllocated();
        int columns = i.bitsAllocated() == 64 ? 2 * i.columns() : i.columns() * samples;
        return RowLikeness.isPicture(
                source, from, length, new RowLikeness.Layout(columns, depth, bigEndian));
    }
}
