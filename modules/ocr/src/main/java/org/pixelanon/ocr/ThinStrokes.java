package org.pixelanon.ocr;

import java.util.Arrays;

/**
 * Marks the pixels of thin bright and thin dark structures: white and black top-hats with squares
 * of 5, 9 and 15 pixels (Soille, Morphological Image Analysis, 4.5), thresholded at half of the
 * highest value around. Windows lie wholly inside the image, so that glyphs at its edge stay thin.
 * What is around is counted in cells of 4 by 4 pixels that are the same for every part of an image.
 *
 * <p>The mark of a pixel depends on the pixels up to {@link #REACH} away and on nothing else. Both
 * polarities go through all passes at once: an int holds the grey level in its lower and the
 * inverted one in its upper half. All passes run over flat int arrays, one shift at a time, because
 * the JIT compiler turns such loops into vector code; values that were carried over the end of a
 * row stay in the halo of a block. Not thread-safe: it owns its buffers.
 */
final class ThinStrokes {

    /** Edge lengths of the squares in pixels. */
    static final int[] SIZES = {5, 9, 15};

    /** Number of marks of a pixel: for every size bright, then dark. */
    static final int MARKS = 2 * SIZES.length;

    /**
     * How far away, in columns or rows, a pixel can change the mark of another: the largest square
     * less one, and the cells around.
     */
    static final int REACH = 29;

    /** What parts of an image that are marked one by one must begin at multiples of. */
    static final int CELL = 4;

    /** Grey levels that a structure must at least stand out. */
    static final int FLOOR = 28;

    /** Edge length in pixels of the blocks that are marked at once. */
    static final int BLOCK = 256;

    /** The reach, rounded up to whole cells. */
    private static final int HALO = 32;

    private static final int SPAN = BLOCK + 2 * HALO;

    /** Turns the lower half of an int into both. */
    private static final int BOTH = 0x10001;

    /** The highest bit of both halves, which no grey level reaches. */
    private static final int GUARD = 0x80008000;

    /** White in both polarities. */
    private static final int WHITE = 255 * BOTH;

    /** By the marks of a pixel, bright below dark: bit 8 * m for mark m. */
    private static final long[] SPREAD = spread();

    private final int[] grey = new int[SPAN * SPAN];
    private final int[] topHat = new int[SPAN * SPAN];
    private final int[] found = new int[SPAN * SPAN];
    private final int[][] eroded = new int[SIZES.length][SPAN * SPAN];
    private final int[] first = new int[SPAN * SPAN];
    private final int[] second = new int[SPAN * SPAN];
    private final int[] row = new int[SPAN];
    private final int[] line = new int[SPAN];
    private final int[] cells = new int[SPAN * SPAN / CELL / CELL];

    /** Tells whether a mark stands for bright structures. */
    static boolean bright(int mark) {
        return (mark & 1) == 0;
    }

    /** The edge length of the square that a mark was found with. */
    static int size(int mark) {
        return SIZES[mark >> 1];
    }

    private static long[] spread() {
        long[] spread = new long[1 << MARKS];
        for (int set = 0; set < spread.length; set++) {
            for (int mark = 0; mark < MARKS; mark++) {
                int place = (mark >> 1) + (bright(mark) ? 0 : SIZES.length);
                spread[set] |= (long) (set >> place & 1) << mark * MarkImage.GROUP;
            }
        }
        return spread;
    }

    /**
     * Marks the pixels of a rectangle inside the image anew.
     *
     * @param marks receives the marks
     * @param left a multiple of {@link MarkImage#GROUP}
     * @param top a multiple of {@link #CELL}
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
        int stride = wholeCells(right - left) + 2 * HALO;
        int rows = wholeCells(bottom - top) + 2 * HALO;
        int range = load(image, left - HALO, top - HALO, stride, rows);
        marks.clear(left, top, right, bottom);
        if (range < FLOOR) {
            return;
        }
        Arrays.fill(found, 0, stride * rows, 0);
        narrow(stride, stride * rows);
        for (int k = SIZES.length - 1; k >= 0; k--) {
            if (!mark(k, stride, rows)) {
                break;
            }
        }
        for (int y = top; y < bottom; y++) {
            int from = (y - top + HALO) * stride + HALO;
            for (int x = left; x < right; x += MarkImage.GROUP) {
                long group = 0;
                for (int k = Math.min(MarkImage.GROUP, right - x) - 1; k >= 0; k--) {
                    int set = found[from + x - left + k];
                    group |=
                            SPREAD[(set | set >>> Short.SIZE - SIZES.length) & SPREAD.length - 1]
                                    << k;
                }
                if (group != 0) {
                    marks.add(x, y, group);
                }
            }
        }
    }

    private static int wholeCells(int pixels) {
        return (pixels + CELL - 1) / CELL * CELL;
    }

    /** Sets the marks of one size in a block; tells whether smaller squares can find anything. */
    private boolean mark(int k, int stride, int rows) {
        int square = SIZES[k] - 1;
        int radius = SIZES[k] / CELL;
        int top = HALO - radius * CELL;
        int begin = top * stride;
        int end = (rows - top) * stride;
        int[] opened = maxima(eroded[k], 1, SIZES[k], stride, begin, end + square * stride);
        // the squares begin where they ended
        System.arraycopy(
                opened, begin + square * (stride + 1), topHat, begin, end - begin - square);
        // where windows leave the block the difference means nothing, but must stay in its half
        for (int i = begin; i < end; i++) {
            topHat[i] = (grey[i] - topHat[i]) & WHITE;
        }
        int most = highestOfCells(stride, top, rows - top);
        if ((most & 255) < FLOOR && most >>> Short.SIZE < FLOOR) {
            return false;
        }
        int columns = stride / CELL;
        int[] around = maxima(cells, 1, 2 * radius + 1, columns, 0, columns * (rows / CELL));
        int[] highest = eroded[k];
        for (int y = HALO; y < rows - HALO; y++) {
            if (y % CELL == 0) {
                int from = (y / CELL + radius) * columns + radius;
                for (int x = 0; x < stride; x++) {
                    row[x] = around[from + x / CELL];
                }
            }
            System.arraycopy(row, 0, highest, y * stride, stride);
        }
        threshold(highest, HALO * stride, (rows - HALO) * stride, k);
        return true;
    }

    /**
     * Sets bit k of a half where the top-hat reaches both the floor and half of the highest value
     * around: both differences leave the guard bit set, which tells without a branch.
     */
    private void threshold(int[] highest, int begin, int end, int k) {
        int[] hat = topHat;
        int[] out = found;
        int place = Short.SIZE - 1 - k;
        for (int i = begin; i < end; i++) {
            int value = hat[i];
            int reached = ((value | GUARD) - FLOOR * BOTH) & ((value + value | GUARD) - highest[i]);
            out[i] |= (reached & GUARD) >>> place;
        }
    }

    /** Fills the cells with the highest value of their pixels and tells the highest of all. */
    private int highestOfCells(int stride, int top, int bottom) {
        int most = 0;
        for (int y = top; y < bottom; y += CELL) {
            System.arraycopy(topHat, y * stride, row, 0, stride);
            for (int k = 1; k < CELL; k++) {
                System.arraycopy(topHat, (y + k) * stride, line, 0, stride);
                keepHigher(line, row, 0, stride);
            }
            int cell = y / CELL * (stride / CELL);
            for (int x = 0; x < stride; x += CELL) {
                int value = higher(higher(row[x], row[x + 1]), higher(row[x + 2], row[x + 3]));
                cells[cell++] = value;
                most = higher(most, value);
            }
        }
        return most;
    }

    private static int higher(int a, int b) {
        int difference = (a | GUARD) - b;
        int reached = difference & GUARD;
        return b + (difference & reached - (reached >>> 15));
    }

    /**
     * Copies the pixels; what lies outside the image is black in both polarities.
     *
     * @return the range of grey levels in the block
     */
    private int load(GreyImage image, int x0, int y0, int stride, int rows) {
        int from = Math.max(0, -x0);
        int count = Math.min(stride, image.width() - x0) - from;
        byte[] samples = image.samples();
        Arrays.fill(row, 0, count, 0);
        Arrays.fill(grey, 0, stride * rows, 0);
        for (int y = Math.max(0, -y0); y < rows && y0 + y < image.height(); y++) {
            int k = (y0 + y) * image.width() + x0 + from;
            for (int x = 0; x < count; x++) {
                line[x] = samples[k + x] & 255;
            }
            for (int x = 0; x < count; x++) {
                line[x] += (255 - line[x]) << Short.SIZE;
            }
            keepHigher(line, row, 0, count);
            System.arraycopy(line, 0, grey, y * stride + from, count);
        }
        int most = 0;
        for (int x = 0; x < count; x++) {
            most = higher(most, row[x]);
        }
        return (most & 255) + (most >>> Short.SIZE) - 255;
    }

    /**
     * Minima over squares that end at a pixel: the inverse of the maxima of the inverse, so that
     * one loop does for both. Those of a size follow from those of the next smaller.
     */
    private void narrow(int stride, int length) {
        invert(grey, topHat, 0, length);
        int[] from = topHat;
        int done = 1;
        for (int k = 0; k < SIZES.length; k++) {
            from = maxima(from, done, SIZES[k], stride, 0, length);
            invert(from, eroded[k], 0, length);
            done = SIZES[k];
        }
    }

    private static void invert(int[] values, int[] inverse, int begin, int end) {
        for (int i = begin; i < end; i++) {
            inverse[i] = values[i] ^ WHITE;
        }
    }

    /**
     * Maxima over squares that end at a pixel, by windows along rows, then along columns, that
     * double and double again.
     *
     * @param known size of the squares that the values already stand for
     * @param begin index of the first value that counts; squares that reach before it mean nothing
     */
    private int[] maxima(int[] values, int known, int size, int stride, int begin, int end) {
        int[] from = values;
        for (int step = 1; step <= stride; step += stride - 1) {
            int done = known;
            while (done < size) {
                int shift = Math.min(done, size - done);
                int[] to = from == first ? second : first;
                int moved = begin + shift * step;
                System.arraycopy(from, begin, to, moved, end - moved);
                keepHigher(from, to, moved, end);
                from = to;
                done += shift;
            }
        }
        return from;
    }

    /*
     * The higher ones by arithmetic on guard bits, of arrays read at one index: the JIT compiler
     * makes vector code of that, but not of Math.max, nor of reads at two indices. A guard bit that
     * is left over says that the minuend was not lower; it becomes a mask for the rest of its half.
     */

    private static void keepHigher(int[] other, int[] kept, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int difference = (other[i] | GUARD) - kept[i];
            int reached = difference & GUARD;
            kept[i] += difference & reached - (reached >>> 15);
        }
    }
}
