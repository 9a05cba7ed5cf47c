package org.pixelanon.pipeline.evaluate;

import java.util.Arrays;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.Otsu;

/** Which pixels of a box are ink. */
final class Ink {

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
        int at = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                level[at++] = (int) ((samples.at(x, y) - low) * (Otsu.LEVELS - 1) / (high - low));
            }
        }
        return Otsu.smallerClass(level);
    }
}
