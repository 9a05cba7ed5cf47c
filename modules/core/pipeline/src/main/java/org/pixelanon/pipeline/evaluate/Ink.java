package org.pixelanon.pipeline.evaluate;

import java.util.Arrays;
import org.pixelanon.model.PixelRectangle;

/** Which pixels of a box are ink. */
final class Ink {

    private static final int LEVELS = 256;

    private Ink() {}

    /** All of it: nobody knows better. */
    static boolean[] whole(PixelRectangle box) {
        boolean[] ink = new boolean[Math.toIntExact(box.area())];
        Arrays.fill(ink, true);
        return ink;
    }

    /**
     * What runs say.
     *
     * @param text a text with runs
     * @param part the part of its box that lies on the plane
     * @return row by row
     */
    static boolean[] exact(TruthBox text, PixelRectangle part) {
        PixelRectangle box = text.box();
        boolean[] ink = new boolean[Math.toIntExact(part.area())];
        long at = 0;
        for (int i = 0; i < text.ink().length; i++) {
            long end = Math.min(box.area(), at + text.ink()[i]);
            for (; at < end; at++) {
                int x = box.x() + (int) (at % box.width());
                int y = box.y() + (int) (at / box.width());
                if (i % 2 == 1 && part.contains(x, y)) {
                    ink[(y - part.y()) * part.width() + x - part.x()] = true;
                }
            }
        }
        return ink;
    }

    /**
     * The smaller of the two classes into which the samples of a box fall best (Otsu 1979), at 256
     * levels between the least and the greatest of them.
     *
     * @param samples the plane
     * @param box on it
     * @return row by row; all of it where all samples are equal
     */
    static boolean[] ofSamples(PlaneSamples samples, PixelRectangle box) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                low = Math.min(low, samples.at(x, y));
                high = Math.max(high, samples.at(x, y));
            }
        }
        if (!(high > low)) {
            return whole(box);
        }
        int[] level = new int[Math.toIntExact(box.area())];
        long[] counts = new long[LEVELS];
        int at = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                level[at] = (int) ((samples.at(x, y) - low) * (LEVELS - 1) / (high - low));
                counts[level[at++]]++;
            }
        }
        return smallerClass(level, threshold(counts));
    }

    private static boolean[] smallerClass(int[] level, int threshold) {
        boolean[] above = new boolean[level.length];
        int count = 0;
        for (int i = 0; i < level.length; i++) {
            above[i] = level[i] > threshold;
            count += above[i] ? 1 : 0;
        }
        if (count <= level.length / 2.0) {
            return above;
        }
        for (int i = 0; i < above.length; i++) {
            above[i] = !above[i];
        }
        return above;
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
