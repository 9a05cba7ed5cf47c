package org.pixelanon.dicom.redact;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedMap;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.pixel.ImageDescription;
import org.pixelanon.dicom.pixel.NativePixels;
import org.pixelanon.dicom.pixel.OverlayDescription;
import org.pixelanon.dicom.pixel.Overlays;
import org.pixelanon.model.PixelRectangle;

/**
 * Writes values into rectangles of consecutive uncompressed frames, piece by piece. Bytes outside
 * the rectangles, and bits outside the masks, stay. Immutable.
 */
final class RectangleFill {

    /**
     * One rectangle.
     *
     * @param rectangle inside the frame
     * @param mask the bits of a word to be written
     * @param words the word of each sample of a pixel
     * @param overlay whether it is on an overlay, not on a frame
     */
    record Area(PixelRectangle rectangle, long mask, long[] words, boolean overlay) {

        /** Bits of an overlay, which are cleared. */
        static Area ofOverlay(PixelRectangle rectangle, long mask) {
            return new Area(rectangle, mask, new long[1], true);
        }

        /** The same with other words. */
        Area with(long[] other) {
            return new Area(rectangle, mask, other, overlay);
        }
    }

    /**
     * How samples lie.
     *
     * @param bits of a word
     * @param planar one plane of samples behind the other
     * @param pairs two pixels in four bytes Y1 Y2 Cb Cr
     * @param pairStride pixels of a row including the padding of pairs
     * @param swapped bytes 2n and 2n+1 are swapped
     */
    record Layout(
            int columns,
            int rows,
            int channels,
            int bits,
            boolean planar,
            boolean pairs,
            int pairStride,
            boolean bigEndian,
            boolean swapped,
            long bitsPerFrame,
            long available) {

        /** One frame of whole words side by side, least significant byte first. */
        static Layout interleaved(ImageDescription image) {
            int bits = image.codedBits();
            long frame = image.pixels() * image.samplesPerPixel() * bits;
            return new Layout(
                    image.columns(),
                    image.rows(),
                    image.samplesPerPixel(),
                    bits,
                    false,
                    false,
                    0,
                    false,
                    false,
                    frame,
                    frame / 8);
        }

        /** Frames as they lie in Pixel Data. */
        static Layout of(ImageDescription image, NativePixels pixels, Element data) {
            int stride = image.columns() + (pixels.paddedPairs() ? image.columns() & 1 : 0);
            return new Layout(
                    image.columns(),
                    image.rows(),
                    image.samplesPerPixel(),
                    image.bitsAllocated(),
                    image.planarConfiguration() == 1,
                    image.photometric().isSubsampled(),
                    stride,
                    data.bigEndian(),
                    pixels.swapped(),
                    pixels.bitsPerFrame(),
                    data.available());
        }

        /** Overlay frames in Overlay Data. */
        static Layout of(OverlayDescription overlay, Element data) {
            return new Layout(
                    overlay.columns(),
                    overlay.rows(),
                    1,
                    1,
                    false,
                    false,
                    0,
                    false,
                    Overlays.isSwapped(data),
                    overlay.pixels(),
                    data.available());
        }
    }

    private final Layout layout;
    private final SortedMap<Integer, List<Area>> areas;

    RectangleFill(Layout layout, SortedMap<Integer, List<Area>> areas) {
        this.layout = layout;
        this.areas = areas;
    }

    /** Writes what of the rectangles lies in a piece of the value that begins at a byte of it. */
    void apply(ByteBuffer piece, long from) {
        Window window = new Window(piece, from, from + piece.limit(), layout);
        // one byte more on both sides: swapped bytes may belong to the neighbouring frame
        areas.subMap(frameAt(Math.max(0, from - 1)), 1 + frameAt(window.to() + 1))
                .forEach((frame, list) -> list.forEach(area -> fill(window, frame, area)));
    }

    /** The frame that holds the first bit of a byte; what is behind the frames may be long. */
    private int frameAt(long position) {
        return (int) Math.min(Integer.MAX_VALUE - 1, position * 8 / layout.bitsPerFrame());
    }

    private void fill(Window window, int frame, Area area) {
        PixelRectangle r = area.rectangle();
        long start = frame * layout.bitsPerFrame();
        int first = r.y();
        int behind = r.bottom();
        if (!layout.planar() && !layout.pairs()) {
            long row = (long) layout.columns() * layout.channels() * layout.bits();
            first = (int) Math.max(first, (window.from() * 8 - start) / row - 1);
            behind = (int) Math.min(behind, (window.to() * 8 - start) / row + 2);
        }
        byte[] blank = first < behind && isBlankRow(area) ? blankRow(area) : new byte[0];
        for (int y = first; y < behind; y++) {
            if (layout.pairs()) {
                pairs(window, start / 8, y, area);
            } else if (layout.bits() % 8 != 0) {
                packed(window, start, y, area);
            } else if (blank.length > 0) {
                long pixel = (long) y * layout.columns() + r.x();
                window.put(start / 8 + pixel * layout.channels() * layout.bits() / 8, blank);
            } else {
                words(window, start / 8, y, area);
            }
        }
    }

    /** Returns whether the same bytes in one piece replace each row of a rectangle. */
    private boolean isBlankRow(Area area) {
        boolean whole = layout.bits() % 8 == 0 && area.mask() == -1L >>> 64 - layout.bits();
        return whole && !layout.planar() && !layout.pairs() && !layout.swapped();
    }

    private byte[] blankRow(Area area) {
        int unit = layout.bits() / 8;
        int pixel = layout.channels() * unit;
        byte[] row = new byte[area.rectangle().width() * pixel];
        for (int i = 0; i < pixel; i++) {
            int k = i % unit;
            int shift = 8 * (layout.bigEndian() ? unit - 1 - k : k);
            row[i] = (byte) (area.words()[i / unit] >>> shift);
        }
        for (int i = pixel; i < row.length; i += Math.min(i, row.length - i)) {
            System.arraycopy(row, 0, row, i, Math.min(i, row.length - i));
        }
        return row;
    }

    private void words(Window window, long start, int y, Area area) {
        PixelRectangle r = area.rectangle();
        int unit = layout.bits() / 8;
        int channels = layout.channels();
        long pixels = (long) layout.columns() * layout.rows();
        long row = (long) y * layout.columns();
        for (int c = 0; c < channels; c++) {
            long word = area.words()[c];
            for (int k = 0; k < unit; k++) {
                int shift = 8 * (layout.bigEndian() ? unit - 1 - k : k);
                int mask = (int) (area.mask() >>> shift) & 0xFF;
                int value = (int) (word >>> shift) & 0xFF;
                if (mask == 0) {
                    continue;
                }
                int step = layout.planar() ? unit : unit * channels;
                long at =
                        layout.planar()
                                ? start + (c * pixels + row + r.x()) * unit + k
                                : start + ((row + r.x()) * channels + c) * unit + k;
                if (!window.meets(at, at + (long) step * r.width())) {
                    continue;
                }
                for (int x = r.x(); x < r.right(); x++, at += step) {
                    window.put(at, mask, value);
                }
            }
        }
    }

    private void packed(Window window, long start, int y, Area area) {
        PixelRectangle r = area.rectangle();
        int bits = layout.bits();
        long bit = start + ((long) y * layout.columns() + r.x()) * bits;
        for (int x = r.x(); x < r.right(); x++) {
            for (int k = 0; k < bits; k++, bit++) {
                if ((area.mask() >>> k & 1) != 0) {
                    int value = (int) (area.words()[0] >>> k & 1);
                    window.put(bit >> 3, 1 << (bit & 7), value << (bit & 7));
                }
            }
        }
    }

    /** Targets hold whole pairs, so writing the colour of each pixel writes it twice. */
    private void pairs(Window window, long start, int y, Area area) {
        PixelRectangle r = area.rectangle();
        // the padding pixel of an odd row may hold what was left in memory
        int right = r.right() == layout.columns() ? layout.pairStride() : r.right();
        long first = (long) y * layout.pairStride();
        if (!window.meets(start + (first + r.x() >> 1) * 4, start + (first + right) * 2 + 4)) {
            return;
        }
        for (int x = r.x(); x < right; x++) {
            long n = first + x;
            long pair = start + (n >> 1) * 4;
            window.put(pair + (n & 1), 0xFF, (int) area.words()[0]);
            window.put(pair + 2, 0xFF, (int) area.words()[1]);
            window.put(pair + 3, 0xFF, (int) area.words()[2]);
        }
    }

    /** A piece of the value: the bytes from and to, exclusive. */
    private record Window(ByteBuffer piece, long from, long to, Layout layout) {

        /** Returns whether any byte of a range lies here, be it swapped with its neighbour. */
        boolean meets(long first, long behind) {
            return first - 1 < to && behind + 1 > from;
        }

        /** Writes bytes from a position on, as far as they lie in the piece. */
        void put(long position, byte[] bytes) {
            long first = Math.max(position, from);
            long behind = Math.min(position + bytes.length, to);
            if (first < behind) {
                int length = (int) (behind - first);
                piece.put((int) (first - from), bytes, (int) (first - position), length);
            }
        }

        void put(long position, int mask, int value) {
            long at = position;
            if (layout.swapped() && (position ^ 1) < layout.available()) {
                at = position ^ 1;
            }
            if (at >= from && at < to) {
                int i = (int) (at - from);
                piece.put(i, (byte) (piece.get(i) & ~mask | value & mask));
            }
        }
    }
}
