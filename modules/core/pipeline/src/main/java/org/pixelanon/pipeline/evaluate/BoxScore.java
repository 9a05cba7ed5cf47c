package org.pixelanon.pipeline.evaluate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;

/**
 * What became of one text of the truth.
 *
 * @param truth the text
 * @param place the part of its box that lies on the plane
 * @param kept whether it was to be left as it is
 * @param covered how much of its ink rectangles cover, 0 to 1
 * @param reading how it was read; null if the truth does not say what stands there, or nothing was
 *     to read it
 * @param groups what it is counted under, by key
 */
record BoxScore(
        TruthBox truth,
        PixelRectangle place,
        boolean kept,
        double covered,
        @Nullable Reading reading,
        Map<String, String> groups) {

    private static final double ERASED = 0.95;
    private static final double HALF = 0.5;
    private static final double SPARED = 0.05;

    /**
     * How a text was read.
     *
     * @param errors characters that are missing, too many or wrong; a text that was read as one
     *     with others has its share of theirs
     * @param letters the characters of the truth
     * @param exact whether there is none, also in those others
     */
    record Reading(double errors, int letters, boolean exact) {}

    boolean isErased() {
        return covered >= ERASED;
    }

    boolean isHalf() {
        return covered >= HALF;
    }

    boolean isSpared() {
        return covered <= SPARED;
    }
}
