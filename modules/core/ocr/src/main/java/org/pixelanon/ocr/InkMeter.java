package org.pixelanon.ocr;

import org.pixelanon.model.PixelRectangle;
import org.pixelanon.ocr.Ink.GreySums;

/**
 * Measures the ink of components of one mark in one channel. The ink of a component is everything
 * marked in its bounding box: what extends into the box of a glyph is ink of a neighbour.
 */
final class InkMeter {

    private static final int RING = 2;
    private static final long LOW = 0xFFFF_FFFFL;

    private final GreyImage image;
    private final MarkImage marks;
    private final long[] plane;

    InkMeter(GreyImage image, MarkImage marks, int mark) {
        this.image = image;
        this.marks = marks;
        plane = marks.plane(mark);
    }

    /** Measures the marked pixels in the bounding box of a component. */
    Ink measure(PixelRectangle box) {
        int right = box.right();
        int bottom = box.bottom();
        int edge = 0;
        int count = 0;
        long sum = 0;
        long squares = 0;
        int ringCount = 0;
        long ringSum = 0;
        long ringSquares = 0;
        for (int y = box.y(); y < bottom; y++) {
            for (int x = box.x(); x < right; x += Long.SIZE) {
                int pixels = Math.min(Long.SIZE, right - x);
                long ink = ink(x, y, pixels);
                edge += Long.bitCount(ink & ~surrounded(x, y, pixels));
                long levels = levels(x, y, ink);
                count += Long.bitCount(ink);
                sum += levels & LOW;
                squares += levels >>> Integer.SIZE;
                long left = ink & ~ink(x - RING, y, pixels) & fromColumn(RING - x);
                int inside = image.width() - RING - x;
                long behind = ink & ~ink(x + RING, y, pixels) & ~fromColumn(inside);
                long above = y < RING ? 0 : ink & ~ink(x, y - RING, pixels);
                long below = y >= image.height() - RING ? 0 : ink & ~ink(x, y + RING, pixels);
                levels = levels(x - RING, y, left) + levels(x + RING, y, behind);
                levels += levels(x, y - RING, above) + levels(x, y + RING, below);
                ringCount += Long.bitCount(left) + Long.bitCount(behind);
                ringCount += Long.bitCount(above) + Long.bitCount(below);
                ringSum += levels & LOW;
                ringSquares += levels >>> Integer.SIZE;
            }
        }
        return new Ink(
                edge,
                new GreySums(count, sum, squares),
                new GreySums(ringCount, ringSum, ringSquares));
    }

    /** The pixels of a word from a column on. */
    private static long fromColumn(int column) {
        return column >= Long.SIZE ? 0 : -1L << Math.max(0, column);
    }

    private long ink(int x, int y, int pixels) {
        return MarkImage.bits(plane, marks.index(x, y), pixels);
    }

    /** The pixels whose four neighbours are marked. */
    private long surrounded(int x, int y, int pixels) {
        return ink(x - 1, y, pixels)
                & ink(x + 1, y, pixels)
                & ink(x, y - 1, pixels)
                & ink(x, y + 1, pixels);
    }

    /** The sum of the grey levels of some pixels, and above {@link #LOW} that of their squares. */
    private long levels(int x, int y, long pixels) {
        byte[] samples = image.samples();
        int origin = y * image.width() + x;
        long levels = 0;
        for (long rest = pixels; rest != 0; rest &= rest - 1) {
            long value = samples[origin + Long.numberOfTrailingZeros(rest)] & 255;
            levels += value + (value * value << Integer.SIZE);
        }
        return levels;
    }
}
