package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a text detector is asked and how its answer is to be understood.
 *
 * @param levels what it takes for brightness
 * @param negative whether it is shown the negative of the plane: it knows dark text on light ground
 * @param lastChannel whether the channels of its answer are its last dimension; else its second
 * @param scores the channels of its answer, 0-based, of which the highest counts
 * @param reduced how many pixels of the plane, along each side, one of its answer stands for
 * @param activation what makes likelihoods of its answer
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

    /** What makes likelihoods of numbers. */
    enum Activation {
        /** They are likelihoods. */
        NONE,
        /** What is below 0 or above 1 is taken for that. */
        CLAMP,
        /** 1 / (1 + e^-x). */
        SIGMOID
    }

    MapShape {
        scores = List.copyOf(scores);
    }

    /** What a user says; what is not said is as with the detectors of PP-OCR. */
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

    /** A number of the network's answer as a likelihood. */
    float likelihood(float value) {
        return switch (activation) {
            case NONE -> value;
            case CLAMP -> Math.max(0, Math.min(1, value));
            case SIGMOID -> (float) (1 / (1 + Math.exp(-value)));
        };
    }
}
