package org.pixelanon.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.pixelanon.model.PixelRectangle;

/**
 * Writes values into rectangles of frames that lie one behind the other in uncompressed samples,
 * wherever a piece of them is at hand. Bytes outside the rectangles, and bits outside the masks,
 * stay. Immutable.
 */
final class RedactionFill {

    /**
     * One rectangle.
     *
     * @param rectangle inside the frame
     * @param mask the bits of a word to be written
     * @param words the word of each sample of a pixel
     */
    record Area(PixelRectangle rectangle, long mask, long[] words) {}

    /** Bytes from and to, exclusive. */
    record Range(long from, long to) {}

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
            int bits = image.bitsAllocated();
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

    RedactionFill(Layout layout, SortedMap<Integer, List<Area>> areas) {
        this.layout = layout;
        this.areas = areas;
    }

    /** Gaps below this size are read and written with the ranges around them. */
    private static final long SMALL_GAP = 1 << 16;

    /** The bytes of the value that hold rectangles, ascending and apart. */
    List<Range> ranges() {
        List<Range> out = new ArrayList<>();
        areas.forEach(
                (frame, list) -> {
                    long first = frame * layout.bitsPerFrame();
                    long rowBits = (long) layout.columns() * layout.channels() * layout.bits();
                    if (layout.planar() || layout.pairs()) {
                        add(out, first, first + layout.bitsPerFrame());
                        return;
                    }
                    list.stream()
                            .map(Area::rectangle)
                            .sorted(Comparator.comparingInt(PixelRectangle::y))
                            .forEach(
                                    r ->
                                            add(
                                                    out,
                                                    first + r.y() * rowBits,
                                                    first + r.bottom() * rowBits));
                });
        return out;
    }

    /** Adds a range of bits, widened to pairs of bytes, which may be swapped. */
    private void add(List<Range> out, long fromBit, long toBit) {
        long from = fromBit / 8 & ~1L;
        long to = Math.min(layout.available(), (toBit + 15) / 16 * 2);
        int last = out.size() - 1;
        if (last >= 0 && out.get(last).to() + SMALL_GAP >= from) {
            Range before = out.remove(last);
            out.add(new Range(before.from(), Math.max(before.to(), to)));
        } else if (from < to) {
            out.add(new Range(from, to));
        }
    }

    /** Writes what of the rectangles lies in a piece of the value that begins at a byte of it. */
    void apply(byte[] piece, long from, int length) {
        int first = (int) (from * 8 / layout.bitsPerFrame());
        long behind = ((from + length) * 8 + layout.bitsPerFrame() - 1) / layout.bitsPerFrame();
        int last = (int) Math.min(Integer.MAX_VALUE, behind);
        Window window = new Window(piece, from, length, layout);
        areas.subMap(first, last)
                .forEach((frame, list) -> list.forEach(area -> fill(window, frame, area)));
    }

    private void fill(Window window, int frame, Area area) {
        PixelRectangle r = area.rectangle();
        long start = frame * layout.bitsPerFrame();
        for (int y = r.y(); y < r.bottom(); y++) {
            if (layout.pairs()) {
                pairs(window, start / 8, y, area);
            } else if (layout.bits() % 8 != 0) {
                packed(window, start, y, area);
            } else if (!bytes(window, start / 8, y, area)) {
                words(window, start / 8, y, area);
            }
        }
    }

    /** Fills a row of whole bytes that all get the same value at once, if it is such a row. */
    private boolean bytes(Window window, long start, int y, Area area) {
        int channels = layout.channels();
        long[] words = area.words();
        boolean grey = channels == 1 || words[0] == words[1] && words[1] == words[2];
        boolean alike = layout.bits() == 8 && area.mask() == 0xFF && grey;
        if (!alike || layout.planar() || layout.swapped()) {
            return false;
        }
        PixelRectangle r = area.rectangle();
        long from = start + ((long) y * layout.columns() + r.x()) * channels;
        window.fill(from, from + (long) r.width() * channels, (byte) words[0]);
        return true;
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
        for (int x = r.x(); x < right; x++) {
            long n = (long) y * layout.pairStride() + x;
            long pair = start + (n >> 1) * 4;
            window.put(pair + (n & 1), 0xFF, (int) area.words()[0]);
            window.put(pair + 2, 0xFF, (int) area.words()[1]);
            window.put(pair + 3, 0xFF, (int) area.words()[2]);
        }
    }

    /** A piece of the value. */
    private record Window(byte[] piece, long from, int length, Layout layout) {

        /** Writes one value to a range of positions, as far as it lies in the piece. */
        void fill(long first, long behind, byte value) {
            long start = Math.max(first, from);
            long end = Math.min(behind, from + length);
            if (start < end) {
                Arrays.fill(piece, (int) (start - from), (int) (end - from), value);
            }
        }

        void put(long position, int mask, int value) {
            long at = position;
            if (layout.swapped() && (position ^ 1) < layout.available()) {
                at = position ^ 1;
            }
            if (at >= from && at < from + length) {
                int i = (int) (at - from);
                piece[i] = (byte) (piece[i] & ~mask | value & mask);
            }
        }
    }
}
