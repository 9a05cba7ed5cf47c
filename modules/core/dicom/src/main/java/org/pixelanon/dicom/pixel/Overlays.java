package org.pixelanon.dicom.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.model.OverlayGroup;

/** Finds the overlay planes of a data set and reads those with their own data. */
public final class Overlays {

    private final Path file;
    private final Attributes attributes;
    private final ByteSource source;
    private final @Nullable ImageDescription image;
    private final List<OverlayDescription> planes = new ArrayList<>();
    private final List<Unprocessed> notProcessed = new ArrayList<>();

    Overlays(
            Path file, Attributes attributes, ByteSource source, @Nullable ImageDescription image) {
        this.file = file;
        this.attributes = attributes;
        this.source = source;
        this.image = image;
        int last = -1;
        for (int tag : attributes.tags()) {
            int group = Tag.group(tag);
            if (group >> 8 == 0x60 && group != last) {
                last = group;
                find(group);
            }
        }
    }

    List<OverlayDescription> planes() {
        return List.copyOf(planes);
    }

    List<Unprocessed> notProcessed() {
        return List.copyOf(notProcessed);
    }

    private void find(int group) {
        int data = Tag.of(group, Tag.OVERLAY_DATA);
        boolean own = attributes.length(data) > 0;
        if ((group & 1) != 0 || group > OverlayGroup.LAST) {
            if (own) {
                leaveOut(data, " overlay in an invalid group");
            }
            return;
        }
        (own ? ownData(group, data) : embedded(group, data)).ifPresent(planes::add);
    }

    private void leaveOut(int data, String why) {
        String what = Tag.toString(data) + why;
        notProcessed.add(Unprocessed.withholding(Unprocessed.Kind.OVERLAY, what));
    }

    private Optional<OverlayDescription> ownData(int group, int data) {
        int rows = attributes.getInt(Tag.of(group, Tag.OVERLAY_ROWS), 0);
        int columns = attributes.getInt(Tag.of(group, Tag.OVERLAY_COLUMNS), 0);
        if (rows < 1 || columns < 1) {
            leaveOut(data, " OverlayData without Overlay Rows or Columns");
            return Optional.empty();
        }
        long bits = attributes.length(data) * 8;
        long pixels = (long) rows * columns;
        int stated = Math.max(1, attributes.getInt(Tag.of(group, Tag.OVERLAY_FRAMES), 1));
        // writers round a last byte away: up to 15 bits may be short, and are then not set
        long present = (bits + 15) / pixels;
        if (present == 0) {
            leaveOut(data, " OverlayData is shorter than an overlay frame");
            return Optional.empty();
        }
        int frames = (int) Math.min(stated, present);
        if (frames < stated) {
            leaveOut(data, " OverlayData holds fewer overlay frames than stated");
        }
        if (bits - pixels * frames >= 16) {
            leaveOut(data, " bytes after the last overlay frame");
        }
        return Optional.of(describe(group, rows, columns, frames, false, 0));
    }

    private Optional<OverlayDescription> embedded(int group, int data) {
        int position = attributes.getInt(Tag.of(group, Tag.OVERLAY_BIT_POSITION), 0);
        ImageDescription i = image;
        if (i == null
                || i.samplesPerPixel() != 1
                || position >= i.bitsAllocated()
                || position >= i.shift() && position <= i.highBit()) {
            leaveOut(data, " overlay declared without data");
            return Optional.empty();
        }
        return Optional.of(describe(group, i.rows(), i.columns(), i.frames(), true, position));
    }

    private OverlayDescription describe(
            int group, int rows, int columns, int frames, boolean embedded, int position) {
        double[] origin = attributes.getDoubles(Tag.of(group, Tag.OVERLAY_ORIGIN));
        boolean stated = origin.length >= 2 && !embedded;
        int first = attributes.getInt(Tag.of(group, Tag.OVERLAY_IMAGE_FRAME_ORIGIN), 1);
        return new OverlayDescription(
                group,
                rows,
                columns,
                frames,
                stated ? (short) origin[1] - 1 : 0,
                stated ? (short) origin[0] - 1 : 0,
                embedded ? 0 : Math.max(0, first - 1),
                embedded,
                position);
    }

    /** The bits of one frame of an overlay with data of its own: 0 or 1 for each pixel. */
    byte[] bits(OverlayDescription overlay, int frame) throws IOException {
        Element data = attributes.element(Tag.of(overlay.group(), Tag.OVERLAY_DATA));
        if (data == null || data.fragments() != null || overlay.pixels() > Integer.MAX_VALUE - 64) {
            throw new DicomException(file, "the overlay " + overlay.group() + " is unreadable");
        }
        long firstBit = overlay.bit(frame, 0, 0);
        long missing = firstBit + overlay.pixels() - data.available() * 8;
        if (missing >= 16) {
            throw new DicomException(
                    file,
                    "Overlay Data " + Tag.toString(data.tag()) + " is too short for its frame");
        }
        boolean swapped = isSwapped(data);
        // whole words, because bytes of big endian words are swapped
        long from = firstBit / 8 & ~1L;
        long to = Math.min(data.available(), (firstBit + overlay.pixels() + 15) / 16 * 2);
        byte[] packed = source.read(data.value() + from, (int) (to - from));
        byte[] out = new byte[(int) overlay.pixels()];
        long bit = firstBit - from * 8;
        for (int i = 0; i < out.length; i++, bit++) {
            int at = (int) (bit >> 3) ^ (swapped ? 1 : 0);
            out[i] = at < packed.length ? (byte) (packed[at] >> (bit & 7) & 1) : 0;
        }
        return out;
    }

    /** True if the bytes 2n and 2n+1 of Overlay Data are swapped. */
    public static boolean isSwapped(Element data) {
        return data.bigEndian() && data.vr() == VR.OW;
    }
}
