package org.pixelanon.model.text;

import org.pixelanon.model.PlaneImage;

/** Divides pixels into two classes by brightness (Otsu 1979). */
public final class Otsu {

    /** Levels of brightness: 0 to 255. */
    public static final int LEVELS = 256;

    private Otsu() {}

    /**
     * The smaller of the two classes, which of letters and their ground is the letters.
     *
     * @param levels of pixels, 0 to 255
     * @return whether each belongs to it; the brighter class if both are as large
     */
    public static boolean[] smallerClass(int[] levels) {
        long[] counts = new long[LEVELS];
        for (int level : levels) {
            counts[level]++;
        }
        int threshold = threshold(counts);
        boolean[] above = new boolean[levels.length];
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            above[i] = levels[i] > threshold;
            count += above[i] ? 1 : 0;
        }
        if (count <= levels.length / 2.0) {
            return above;
        }
        for (int i = 0; i < above.length; i++) {
            above[i] = !above[i];
        }
        return above;
    }

    /**
     * How bright the pixels of an image are.
     *
     * @param image grey or in colours
     * @return the level of the brightest channel of each pixel, 0 to 255, row by row
     */
    public static int[] brightest(PlaneImage image) {
        int[] levels = new int[image.width() * image.height()];
        for (int i = 0; i < levels.length; i++) {
            for (int channel = 0; channel < image.channels(); channel++) {
                int level = image.samples()[i * image.channels() + channel] & (LEVELS - 1);
                levels[i] = Math.max(levels[i], level);
            }
        }
        return levels;
    }

    /** The last level of the lower class, the first of several that are as good. */
    private static int threshold(long[] counts) {
        double all = 0;
        double total = 0;
        for (int i = 0; i < LEVELS; i++) {
            all += counts[i];
            total += (double) counts[i] * i;
        }
        double below = 0;
        double sum = 0;
        double best = -1;
        int threshold = 0;
        for (int i = 0; i < LEVELS - 1; i++) {
            below += counts[i];
            sum += (double) counts[i] * i;
            double apart = total * below - sum * all;
            double between = apart * apart / (below * (all - below));
            if (between > best) {
                best = between;
                threshold = i;
            }
        }
        return threshold;
    }
}
