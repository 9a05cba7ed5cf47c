package org.pixelanon.ocr;

import org.pixelanon.ocr.Ink.GreySums;

/**
 * Measures the ink of components of one mark in one channel. The ink of a component is everything
 * marked in its bounding box: what reaches into the box of a glyph is a neighbour's ink.
 */
final class InkMeter {

    private static final int RING = 2;

    private final GreyImage image;
    private final MarkImage marks;
    private final long[] plane;

    private long sum;
    private long squares;

    InkMeter(GreyImage image, MarkImage marks, int mark) {
        this.image = image;
        this.marks = marks;
        plane = marks.plane(mark);
    }

    /** Measures a component that lies as it lies in the channel. */
    Ink measure(Component component) {
        int right = component.x() + component.width();
        int bottom = component.y() + component.height();
        int edge = 0;
        int count = 0;
        sum = 0;
        squares = 0;
        for (int y = component.y(); y < bottom; y++) {
            for (int x = component.x(); x < right; x += Long.SIZE) {
                int pixels = Math.min(Long.SIZE, right - x);
                long ink = ink(x, y, pixels);
                count += Long.bitCount(ink);
                edge += Long.bitCount(ink & ~surrounded(x, y, pixels));
                add(x, y, ink);
            }
        }
        GreySums inside = new GreySums(count, sum, squares);
        int ring = 0;
        sum = 0;
        squares = 0;
        for (int y = component.y(); y < bottom; y++) {
            for (int x = component.x(); x < right; x += Long.SIZE) {
                int pixels = Math.min(Long.SIZE, right - x);
                long ink = ink(x, y, pixels);
                ring += ring(x, y, pixels, ink);
            }
        }
        return new Ink(edge, inside, new GreySums(ring, sum, squares));
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

    /** Adds what lies beside, above and below ink and is no ink; returns how many pixels. */
    private int ring(int x, int y, int pixels, long ink) {
        long left = ink & ~ink(x - RING, y, pixels) & -1L << Math.max(0, RING - x);
        int inImage = Math.max(0, image.width() - RING - x);
        long right =
                ink & ~ink(x + RING, y, pixels) & (inImage < Long.SIZE ? ~(-1L << inImage) : -1L);
        long above = y < RING ? 0 : ink & ~ink(x, y - RING, pixels);
        long below = y >= image.height() - RING ? 0 : ink & ~ink(x, y + RING, pixels);
        add(x - RING, y, left);
        add(x + RING, y, right);
        add(x, y - RING, above);
        add(x, y + RING, below);
        return Long.bitCount(left)
                + Long.bitCount(right)
                + Long.bitCount(above)
                + Long.bitCount(below);
    }

    /** Adds the grey levels of the pixels that have their bit set. */
    private void add(int x, int y, long pixels) {
        byte[] samples = image.samples();
        int origin = y * image.width() + x;
        int levels = 0;
        int squared = 0;
        for (long rest = pixels; rest != 0; rest &= rest - 1) {
            int value = samples[origin + Long.numberOfTrailingZeros(rest)] & 255;
            levels += value;
            squared += value * value;
        }
        sum += levels;
        squares += squared;
    }
}
