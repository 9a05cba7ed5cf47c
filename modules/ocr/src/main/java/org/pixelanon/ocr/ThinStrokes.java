package org.pixelanon.ocr;

/**
 * Marks the pixels of thin bright and thin dark structures: white and black top-hats with squares
 * of 5, 9 and 15 pixels (Soille, Morphological Image Analysis, 4.5), thresholded at half their
 * local maximum. Windows lie wholly inside the image, so that glyphs at its edge stay thin.
 *
 * <p>The mark of a pixel depends on the pixels up to {@link #REACH} away and on nothing else. All
 * passes run over flat int arrays, one shift at a time, because the JIT compiler turns such loops
 * into vector code. Not thread-safe: it owns its buffers.
 */
final class ThinStrokes {

    /** Edge lengths of the squares in pixels. */
    static final int[] SIZES = {5, 9, 15};

    /** Number of marks of a pixel: for every size bright, then dark. */
    static final int MARKS = 2 * SIZES.length;

    /** How far away, in columns or rows, a pixel can change the mark of another. */
    static final int REACH = 29;

    /** Grey levels that a structure must at least stand out. */
    static final int FLOOR = 28;

    private static final int BLOCK = 192;
    private static final int SPAN = BLOCK + 2 * REACH;

    private final int[] source = new int[SPAN * SPAN];
    private final int[] inverse = new int[SPAN * SPAN];
    private final int[] topHat = new int[SPAN * SPAN];
    private final int[] first = new int[SPAN * SPAN];
    private final int[] second = new int[SPAN * SPAN];

    /** Tells whether a mark stands for bright structures. */
    static boolean bright(int mark) {
        return (mark & 1) == 0;
    }

    /** The edge length of the square that a mark was found with. */
    static int size(int mark) {
        return SIZES[mark >> 1];
    }

    /**
     * Marks the pixels of a rectangle inside the image anew.
     *
     * @param marks receives the marks, bit m of a byte for mark m
     */
    void mark(GreyImage image, MarkImage marks, int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y += BLOCK) {
            for (int x = left; x < right; x += BLOCK) {
                markBlock(
                        image,
                        marks,
                        x,
                        y,
                        Math.min(right, x + BLOCK),
                        Math.min(bottom, y + BLOCK));
            }
        }
    }

    private void markBlock(
            GreyImage image, MarkImage marks, int left, int top, int right, int bottom) {
        int stride = right - left + 2 * REACH;
        int rows = bottom - top + 2 * REACH;
        int range = load(image, left - REACH, top - REACH, stride, rows);
        marks.clear(left, top, right, bottom);
        if (range < FLOOR) {
            return;
        }
        int length = stride * rows;
        for (int mark = 0; mark < MARKS; mark++) {
            int size = size(mark);
            int[] grey = bright(mark) ? source : inverse;
            int[] opened = open(grey, size, stride, length);
            for (int i = 0; i < length; i++) {
                topHat[i] = grey[i] - opened[i];
            }
            int[] highest = windows(topHat, 2 * size + 1, stride, length);
            int bit = 1 << mark;
            int shift = size * (stride + 1);
            for (int y = top; y < bottom; y++) {
                int from = (y - top + REACH) * stride + REACH;
                marks.add(bit, left, y, right - left, topHat, from, highest, from - shift, FLOOR);
            }
        }
    }

    /** Copies the pixels; what lies outside the image is black in both polarities. */
    private int load(GreyImage image, int x0, int y0, int stride, int rows) {
        int lowest = 255;
        int highest = 0;
        int from = Math.max(0, -x0);
        int to = Math.min(stride, image.width() - x0);
        byte[] samples = image.samples();
        for (int row = 0; row < rows; row++) {
            int start = row * stride;
            int y = y0 + row;
            boolean inside = y >= 0 && y < image.height();
            java.util.Arrays.fill(source, start, start + stride, 0);
            java.util.Arrays.fill(inverse, start, start + stride, 0);
            if (!inside) {
                continue;
            }
            int k = y * image.width() + x0;
            for (int column = from; column < to; column++) {
                int value = samples[k + column] & 255;
                source[start + column] = value;
                inverse[start + column] = 255 - value;
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        return highest - lowest;
    }

    /** Minima over squares that begin at a pixel, then maxima over squares that end at it. */
    private int[] open(int[] grey, int size, int stride, int length) {
        int[] a = first;
        int[] b = second;
        int[] from = grey;
        for (int step : new int[] {1, stride}) {
            int done = 1;
            while (done < size) {
                int shift = Math.min(done, size - done);
                minAhead(from, shift * step, a, length);
                from = a;
                a = b;
                b = from;
                done += shift;
            }
        }
        for (int step : new int[] {1, stride}) {
            int done = 1;
            while (done < size) {
                int shift = Math.min(done, size - done);
                maxBehind(from, shift * step, a, length);
                from = a;
                a = b;
                b = from;
                done += shift;
            }
        }
        return from;
    }

    /** Maxima over squares of the given size that begin at a pixel. */
    private int[] windows(int[] values, int size, int stride, int length) {
        int[] a = first;
        int[] b = second;
        int[] from = values;
        for (int step : new int[] {1, stride}) {
            int done = 1;
            while (done < size) {
                int shift = Math.min(done, size - done);
                maxAhead(from, shift * step, a, length);
                from = a;
                a = b;
                b = from;
                done += shift;
            }
        }
        return from;
    }

    private static void minAhead(int[] in, int shift, int[] out, int length) {
        for (int i = 0; i < length - shift; i++) {
            out[i] = Math.min(in[i], in[i + shift]);
        }
    }

    private static void maxAhead(int[] in, int shift, int[] out, int length) {
        for (int i = 0; i < length - shift; i++) {
            out[i] = Math.max(in[i], in[i + shift]);
        }
    }

    private static void maxBehind(int[] in, int shift, int[] out, int length) {
        for (int i = shift; i < length; i++) {
            out[i] = Math.max(in[i], in[i - shift]);
        }
    }
}
