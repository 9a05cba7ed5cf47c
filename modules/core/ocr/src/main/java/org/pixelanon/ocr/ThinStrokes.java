package org.pixelanon.ocr;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Marks the pixels of thin bright and thin dark structures: white and black top-hats with squares
 * of 5, 9 and 15 pixels (Soille, Morphological Image Analysis, 4.5), thresholded at half of the
 * highest value in the neighbourhood. Windows are entirely inside the image, so that glyphs at its
 * edge remain thin. Neighbourhoods consist of cells of 4 by 4 pixels that are the same for every
 * part of an image.
 *
 * <p>The mark of a pixel depends only on pixels up to {@link #REACH} away. Four pixels are
 * processed at once, one in each byte of an int: the upper and the lower half of a block, bright
 * and inverted. That leaves seven bits for a grey level, enough to distinguish strokes from their
 * surroundings. All passes run along rows of ints with one index, because the JIT compiler
 * vectorises such loops. Not thread-safe: it owns its buffers.
 */
final class ThinStrokes {

    /**
     * Largest distance, in columns or rows, at which a pixel can change the mark of another: the
     * largest square minus one, plus the cells around.
     */
    static final int REACH = 29;

    /** Parts of an image that are marked separately must begin at multiples of this. */
    static final int CELL = 4;

    /** Least contrast of a structure, in half grey levels. */
    static final int FLOOR = 14;

    /** Edge length in pixels of the blocks that are marked together. */
    static final int BLOCK = 512;

    /** The reach, rounded up to whole cells. */
    private static final int HALO = 32;

    private static final int SPAN = BLOCK + 2 * HALO;

    /** Rows of half a block. */
    private static final int ROWS = BLOCK / 2 + 2 * HALO;

    private static final int WHITE = 127;

    /** Distance in bits between the halves of a block. */
    private static final int HALF = 2 * Byte.SIZE;

    /** Multiplier that copies the lowest byte of an int to all four. */
    private static final int ALL = 0x01010101;

    /** The highest bit of each byte, which no grey level uses. */
    private static final int GUARD = 0x80808080;

    /** Half of every grey level, in both polarities. */
    private static final int[] LEVELS =
            IntStream.range(0, 256).map(v -> v / 2 + (WHITE - v / 2 << Byte.SIZE)).toArray();

    private final int[][] grey = new int[ROWS][SPAN];
    private final int[][] topHat = new int[ROWS][SPAN];
    private final int[][][] eroded = new int[StrokeSizes.SIZES.length][ROWS][SPAN];
    private final int[][] cells = new int[ROWS / CELL][SPAN / CELL];
    private final int[] row = new int[SPAN];
    private final int[] line = new int[SPAN];

    /** Returns whether a mark stands for bright structures. */
    static boolean bright(int mark) {
        return (mark & 1) == 0;
    }

    /** The edge length of the square that a mark was found with. */
    static int size(int mark) {
        return StrokeSizes.SIZES[mark >> 1];
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
        int half = wholeCells((bottom - top + 1) / 2);
        int stride = wholeCells(right - left) + 2 * HALO;
        int rows = half + 2 * HALO;
        boolean even = load(image, left - HALO, top - HALO, half, stride, rows);
        marks.clear(left, top, right, bottom);
        if (even) {
            return;
        }
        narrow(stride, rows);
        for (int k = StrokeSizes.SIZES.length - 1; k >= 0 && threshold(k, stride, rows); k--) {
            for (int y = top; y < Math.min(bottom, top + half); y++) {
                int lower = y + half < bottom ? y + half : y;
                for (int x = left; x < right; x += MarkImage.GROUP) {
                    add(marks, k, topHat[HALO + y - top], HALO - left, x, right, y, lower);
                }
            }
        }
    }

    /** Adds the marks of a group of pixels in the upper half and of the one in the lower half. */
    private static void add(
            MarkImage marks,
            int k,
            int[] reached,
            int origin,
            int x,
            int right,
            int upper,
            int lower) {
        int brightUpper = 0;
        int darkUpper = 0;
        int brightLower = 0;
        int darkLower = 0;
        for (int part = 0; part < MarkImage.GROUP; part += Byte.SIZE) {
            int bits = 0;
            for (int i = 0; i < Byte.SIZE; i++) {
                bits |= reached[origin + x + part + i] >>> Byte.SIZE - 1 - i;
            }
            brightUpper |= (bits & 255) << part;
            darkUpper |= (bits >>> 8 & 255) << part;
            brightLower |= (bits >>> 16 & 255) << part;
            darkLower |= (bits >>> 24) << part;
        }
        int inside = -1 >>> Math.max(0, x + MarkImage.GROUP - right);
        marks.add(x, upper, 2 * k, brightUpper & inside);
        marks.add(x, upper, 2 * k + 1, darkUpper & inside);
        if (lower > upper) {
            marks.add(x, lower, 2 * k, brightLower & inside);
            marks.add(x, lower, 2 * k + 1, darkLower & inside);
        }
    }

    private static int wholeCells(int pixels) {
        return (pixels + CELL - 1) / CELL * CELL;
    }

    /**
     * Replaces the top-hats by guard bits where they are high enough for a mark.
     *
     * @return false if no square of that size, and hence no smaller one, finds anything
     */
    private boolean threshold(int k, int stride, int rows) {
        int square = StrokeSizes.SIZES[k] - 1;
        int radius = StrokeSizes.SIZES[k] / CELL;
        int top = HALO - radius * CELL;
        int bottom = rows - top;
        int[][] opened = eroded[k];
        widen(opened, 1, StrokeSizes.SIZES[k], stride, top, bottom + square);
        for (int y = top; y < bottom; y++) {
            // the squares begin where they ended
            System.arraycopy(opened[y + square], square, topHat[y], 0, stride - square);
            difference(grey[y], topHat[y], stride);
        }
        int most = highestOfCells(stride, top, bottom);
        if (((most | GUARD) - FLOOR * ALL & GUARD) == 0) {
            return false;
        }
        widen(cells, 1, 2 * radius + 1, stride / CELL, top / CELL, bottom / CELL);
        for (int y = HALO; y < rows - HALO; y++) {
            if (y % CELL == 0) {
                int[] around = cells[y / CELL + radius];
                for (int x = 0; x < stride - radius * CELL; x++) {
                    row[x] = (around[radius + x / CELL] + ALL & ~ALL) >>> 1;
                }
            }
            threshold(topHat[y], row, stride);
        }
        return true;
    }

    /**
     * Where squares extend beyond the block, the difference is meaningless but must stay in its
     * byte.
     */
    private static void difference(int[] values, int[] opened, int count) {
        for (int x = 0; x < count; x++) {
            opened[x] = (values[x] | GUARD) - opened[x] & ~GUARD;
        }
    }

    /**
     * Sets the guard bit where the top-hat reaches both the floor and another value: both
     * differences leave it set, which avoids a branch.
     */
    private static void threshold(int[] hat, int[] least, int count) {
        for (int x = 0; x < count; x++) {
            int value = hat[x] | GUARD;
            hat[x] = value - FLOOR * ALL & value - least[x] & GUARD;
        }
    }

    /** Fills the cells with the highest value of their pixels and returns the highest of all. */
    private int highestOfCells(int stride, int top, int bottom) {
        int most = 0;
        for (int y = top; y < bottom; y += CELL) {
            System.arraycopy(topHat[y], 0, row, 0, stride);
            for (int k = 1; k < CELL; k++) {
                keepHigher(topHat[y + k], row, stride);
            }
            int[] cell = cells[y / CELL];
            for (int x = 0; x < stride; x += CELL) {
                int value = higher(higher(row[x], row[x + 1]), higher(row[x + 2], row[x + 3]));
                cell[x / CELL] = value;
                most = higher(most, value);
            }
        }
        return most;
    }

    private static int higher(int a, int b) {
        int difference = (a | GUARD) - b;
        int reached = difference & GUARD;
        return b + (difference & reached - (reached >>> 7));
    }

    /**
     * Copies the pixels of both halves; pixels outside the image are black in both polarities.
     *
     * @return true if the grey levels of each half are too uniform for any mark
     */
    private boolean load(GreyImage image, int x0, int y0, int half, int stride, int rows) {
        Arrays.fill(row, 0, stride, 0);
        for (int y = 0; y < rows; y++) {
            Arrays.fill(grey[y], 0, stride, 0);
            load(image, x0, y0 + y, grey[y], 0, stride);
            load(image, x0, y0 + y + half, grey[y], HALF, stride);
            keepHigher(grey[y], row, stride);
        }
        int most = 0;
        for (int x = 0; x < stride; x++) {
            most = higher(most, row[x]);
        }
        return even(most) && even(most >>> HALF);
    }

    /** Returns whether the highest bright and dark values come from nearly equal grey levels. */
    private static boolean even(int most) {
        return (most & 255) + (most >>> Byte.SIZE & 255) - WHITE < FLOOR;
    }

    private static void load(GreyImage image, int x0, int y, int[] values, int shift, int stride) {
        if (y < 0 || y >= image.height()) {
            return;
        }
        int from = Math.max(0, -x0);
        int end = Math.min(stride, image.width() - x0);
        int origin = y * image.width() + x0;
        byte[] samples = image.samples();
        for (int x = from; x < end; x++) {
            values[x] |= LEVELS[samples[origin + x] & 255] << shift;
        }
    }

    /**
     * Minima over squares that end at a pixel: the inverse of the maxima of the inverse, so that
     * one loop serves both. Those of a size are computed from those of the next smaller one.
     */
    private void narrow(int stride, int rows) {
        for (int y = 0; y < rows; y++) {
            invert(grey[y], topHat[y], stride);
        }
        int done = 1;
        for (int k = 0; k < StrokeSizes.SIZES.length; k++) {
            widen(topHat, done, StrokeSizes.SIZES[k], stride, 0, rows);
            for (int y = 0; y < rows; y++) {
                invert(topHat[y], eroded[k][y], stride);
            }
            done = StrokeSizes.SIZES[k];
        }
    }

    private static void invert(int[] values, int[] inverse, int count) {
        for (int x = 0; x < count; x++) {
            inverse[x] = values[x] ^ ~GUARD;
        }
    }

    /**
     * Replaces values by the maxima over squares that end at a pixel, by windows along rows, then
     * along columns, that double and double again.
     *
     * @param known size of the squares that the values already cover
     * @param top index of the first valid row; squares that extend before it or before the first
     *     column are meaningless
     */
    private void widen(int[][] values, int known, int size, int stride, int top, int bottom) {
        // from below, so that the rows above are still unchanged
        for (int y = bottom - 1; y >= top + known - size; y--) {
            if (y >= top) {
                widen(values[y], known, size, stride);
            }
            int below = y;
            for (int done = known; done < size; done += Math.min(done, size - done)) {
                int above = below;
                below += Math.min(done, size - done);
                if (above >= top && below < bottom) {
                    keepHigher(values[above], values[below], stride);
                }
            }
        }
    }

    private void widen(int[] values, int known, int size, int stride) {
        for (int done = known; done < size; done += Math.min(done, size - done)) {
            int shift = Math.min(done, size - done);
            System.arraycopy(values, 0, line, shift, stride - shift);
            keepHigher(line, values, stride);
        }
    }

    /**
     * Keeps the higher values with arithmetic on guard bits, reading arrays at one index: the JIT
     * compiler vectorises this, but not Math.max or reads at two indices. A remaining guard bit
     * means that the minuend was not lower; it becomes a mask for the rest of its byte.
     */
    private static void keepHigher(int[] other, int[] kept, int count) {
        for (int x = 0; x < count; x++) {
            int difference = (other[x] | GUARD) - kept[x];
            int reached = difference & GUARD;
            kept[x] += difference & reached - (reached >>> 7);
        }
    }
}
