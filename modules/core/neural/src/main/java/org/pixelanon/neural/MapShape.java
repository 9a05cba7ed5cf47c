package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The input and output of a text detector.
 *
 * @param levels the normalisation of its input
 * @param negative whether it gets the negative of the plane because it was trained on dark text on
 *     a light background
 * @param lastChannel whether the channels of its output are the last dimension; else the second
 * @param scores the channels of its output, 0-based, of which the highest value counts
 * @param reduced how many pixels of the plane, along each side, one output pixel represents
 * @param activation how its output becomes likelihoods
 * @param threshold likelihood from which a pixel belongs to text, between 0 and 1
 */
record MapShape(
        Levels levels,
        boolean negative,
        boolean lastChannel,
        List<Integer> scores,
        int reduced,
        Activation activation,
        float threshold) {

    private static final int MOST_CHANNELS = 64;
    private static final int MOST_REDUCED = 8;

    /** How numbers become likelihoods. */
    enum Activation {
        /** They already are likelihoods. */
        NONE,
        /** They are clamped to 0 to 1. */
        CLAMP,
        /** 1 / (1 + e^-x). */
        SIGMOID
    }

    MapShape {
        scores = List.copyOf(scores);
    }

    /** The settings of a user; defaults are those of the PP-OCR detectors. */
    static MapShape of(OwnSettings settings) throws NeuralException {
        Levels levels = settings.levels("bgr", ".485,.456,.406", ".229,.224,.225");
        boolean negative =
                settings.one("polarity", "inverted", "inverted", "as-is").equals("inverted");
        boolean last = settings.one("layout", "nchw", "nchw", "nhwc").equals("nhwc");
        int reduced = settings.whole("reduced", 1, 1, MOST_REDUCED);
        if (Integer.bitCount(reduced) != 1) {
            throw settings.wrong("reduced", "is not 1, 2, 4 or 8");
        }
        String activation = settings.one("activation", "none", "none", "clamp", "sigmoid");
        float threshold = settings.numbers("threshold", ".3", 1).get(0);
        if (!(threshold > 0 && threshold < 1)) {
            throw settings.wrong("threshold", "is not between 0 and 1");
        }
        return new MapShape(
                levels,
                negative,
                last,
                scores(settings),
                reduced,
                Activation.valueOf(activation.toUpperCase(Locale.ROOT)),
                threshold);
    }

    private static List<Integer> scores(OwnSettings settings) throws NeuralException {
        List<Integer> scores = new ArrayList<>();
        for (String word : settings.text("scores", "0").split(",", -1)) {
            if (!word.strip().matches("\\d{1,2}")
                    || Integer.parseInt(word.strip()) >= MOST_CHANNELS) {
                throw settings.wrong("scores", "holds what is no channel");
            }
            scores.add(Integer.parseInt(word.strip()));
        }
        return scores;
    }

    /** Converts a number of the network's output to a likelihood. */
    float likelihood(float value) {
        return switch (activation) {
            case NONE -> value;
            case CLAMP -> Math.max(0, Math.min(1, value));
            case SIGMOID -> (float) (1 / (1 + Math.exp(-value)));
        };
    }
}
