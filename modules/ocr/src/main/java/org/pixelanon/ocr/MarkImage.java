package org.pixelanon.ocr;

import java.util.Arrays;

/**
 * The marks of all pixels of an image, with an unmarked border of one pixel around, so that
 * neighbours can be looked up without asking whether they exist.
 */
final class MarkImage {

    private final int width;
    private final int height;
    private final int stride;
    private final byte[] marks;

    MarkImage(int width, int height) {
        this.width = width;
        this.height = height;
        stride = width + 2;
        marks = new byte[Math.multiplyExact(stride, height + 2)];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Distance from a pixel to the one below it. */
    int stride() {
        return stride;
    }

    /** The bytes themselves, border included. */
    byte[] bytes() {
        return marks;
    }

    int index(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    int x(int index) {
        return index % stride - 1;
    }

    int y(int index) {
        return index / stride - 1;
    }

    boolean has(int x, int y, int bit) {
        return (marks[index(x, y)] & bit) != 0;
    }

    void clear(int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(marks, index(left, y), index(right, y), (byte) 0);
        }
    }

    /** Replaces the marks of a part of a row. */
    void set(int left, int y, int count, int[] values, int from) {
        int out = index(left, y);
        for (int i = 0; i < count; i++) {
            marks[out + i] = (byte) values[from + i];
        }
    }
}
