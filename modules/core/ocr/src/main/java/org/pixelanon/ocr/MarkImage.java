package org.pixelanon.ocr;

import java.util.Arrays;

/**
 * The marks of all pixels of an image: one bit plane per mark, so that runs of marked pixels are
 * found and compared a word at a time. The image is surrounded by an unmarked border, one row above
 * and below and {@link #MARGIN} columns, so that neighbours can be looked up without checking
 * bounds.
 */
final class MarkImage {

    /** Pixels that are set together. */
    static final int GROUP = Integer.SIZE;

    /** Unmarked columns before each row, hence also after the previous row. */
    private static final int MARGIN = GROUP;

    private final int width;
    private final int height;
    private final int stride;
    private final long[][] planes;

    MarkImage(int width, int height) {
        this.width = width;
        this.height = height;
        stride = Math.addExact(width, MARGIN + Long.SIZE - 1) / Long.SIZE * Long.SIZE;
        // one more word than the rows have, for the margin after the last one
        int words = Math.multiplyExact(stride, height + 2) / Long.SIZE + 1;
        planes = new long[StrokeSizes.MARKS][words];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Distance from a pixel to the one below it, in bits; a whole number of words. */
    int stride() {
        return stride;
    }

    /** The bits of a mark, including the border: bit i % 64 of word i / 64 is pixel i. */
    long[] plane(int mark) {
        return planes[mark];
    }

    int index(int x, int y) {
        return (y + 1) * stride + MARGIN + x;
    }

    int x(int index) {
        return index % stride - MARGIN;
    }

    int y(int index) {
        return index / stride - 1;
    }

    boolean has(int x, int y, int mark) {
        int index = index(x, y);
        return (planes[mark][index >> 6] >>> index & 1) != 0;
    }

    /**
     * Reads pixels of a row; beyond the border, other pixels are returned.
     *
     * @param count 1 to 64
     * @return bit i for pixel index + i, zeros above
     */
    static long bits(long[] plane, int index, int count) {
        int word = index >> 6;
        long bits = plane[word] >>> index;
        if ((index & 63) + count > Long.SIZE) {
            bits |= plane[word + 1] << -index;
        }
        return bits & -1L >>> -count;
    }

    /** Sets a range of bits to zero. */
    static void clear(long[] plane, int from, int end) {
        int word = from >> 6;
        int last = end - 1 >> 6;
        long head = -1L << from;
        long tail = -1L >>> -end;
        if (word == last) {
            plane[word] &= ~(head & tail);
        } else {
            plane[word] &= ~head;
            Arrays.fill(plane, word + 1, last, 0);
            plane[last] &= ~tail;
        }
    }

    void clear(int left, int top, int right, int bottom) {
        for (long[] plane : planes) {
            for (int y = top; y < bottom; y++) {
                clear(plane, index(left, y), index(right, y));
            }
        }
    }

    /**
     * Adds a mark to pixels of a group.
     *
     * @param x a multiple of {@link #GROUP}
     * @param group bit i for pixel x + i
     */
    void add(int x, int y, int mark, int group) {
        int index = index(x, y);
        planes[mark][index >> 6] |= Integer.toUnsignedLong(group) << index;
    }
}
