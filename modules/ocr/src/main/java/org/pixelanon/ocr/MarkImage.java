package org.pixelanon.ocr;

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
            java.util.Arrays.fill(marks, index(left, y), index(right, y), (byte) 0);
        }
    }

    /** Sets a bit where a value reaches both the floor and half of the highest value around. */
    void add(
            int bit,
            int left,
            int y,
            int count,
            int[] values,
            int valueFrom,
            int[] highest,
            int highestFrom,
            int floor) {
        int out = index(left, y);
        for (int i = 0; i < count; i++) {
            int value = values[valueFrom + i];
            if (value >= floor && 2 * value >= highest[highestFrom + i]) {
                marks[out + i] |= (byte) bit;
            }
        }
    }
}
