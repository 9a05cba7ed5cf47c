package org.pixelanon.neural.dots;

import java.util.Arrays;

/** The greatest or least level in a square around each pixel. */
final class Extremes {

    private final int width;
    private final int height;

    Extremes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * The greatest level around each pixel.
     *
     * @param levels width * height levels
     * @param reach how far the square extends to each side, in pixels
     */
    int[] greatest(int[] levels, int reach) {
        return negative(least(negative(levels), reach));
    }

    /** The least level around each pixel. */
    int[] least(int[] levels, int reach) {
        int[] across = new int[levels.length];
        int[] line = new int[Math.max(width, height)];
        int[] work = new int[line.length + 2 * reach];
        for (int y = 0; y < height; y++) {
            System.arraycopy(levels, y * width, line, 0, width);
            least(line, width, reach, work);
            System.arraycopy(line, 0, across, y * width, width);
        }
        return down(across, reach);
    }

    /** Processes whole rows, because column access would read memory in leaps. */
    private int[] down(int[] across, int reach) {
        int[] result = new int[across.length];
        for (int y = 0; y < height; y++) {
            int from = Math.max(0, y - reach);
            int to = Math.min(height - 1, y + reach);
            System.arraycopy(across, from * width, result, y * width, width);
            for (int other = from + 1; other <= to; other++) {
                for (int x = 0; x < width; x++) {
                    int at = y * width + x;
                    result[at] = Math.min(result[at], across[other * width + x]);
                }
            }
        }
        return result;
    }

    /** In place, by spans that double until two of them cover the square. */
    private static void least(int[] line, int length, int reach, int[] work) {
        int side = 2 * reach + 1;
        Arrays.fill(work, Integer.MAX_VALUE);
        System.arraycopy(line, 0, work, reach, length);
        int span = 1;
        while (2 * span <= side) {
            for (int i = 0; i + span < length + 2 * reach; i++) {
                work[i] = Math.min(work[i], work[i + span]);
            }
            span *= 2;
        }
        for (int i = 0; i < length; i++) {
            line[i] = Math.min(work[i], work[i + side - span]);
        }
    }

    private static int[] negative(int[] levels) {
        int[] result = new int[levels.length];
        for (int i = 0; i < levels.length; i++) {
            result[i] = -levels[i];
        }
        return result;
    }
}
