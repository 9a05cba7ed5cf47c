package org.pixelanon.model;

import java.util.List;

/**
 * A line of text that is, or may be, in the pixels.
 *
 * @param region where, padded so that every glyph pixel lies inside
 * @param text what was read; empty if something that looks like text could not be read
 * @param confidence 0 to 1
 * @param recognizer the name of the recogniser, e.g. {@code tesseract}
 * @param finders the names of those that saw it
 * @param alternatives what it may say instead, the likeliest first
 */
public record RecognizedText(
        Region region,
        String text,
        double confidence,
        String recognizer,
        List<String> finders,
        List<Alternative> alternatives) {

    /**
     * What a line may say instead.
     *
     * @param text the characters; may be empty
     * @param probability how likely it is, 0 to 1; comparable with the confidence of the reading
     */
    public record Alternative(String text, double probability) {

        /** Checks the probability. */
        public Alternative {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability " + probability);
            }
        }

        /** Leaves the text out, so that it cannot slip into a log or a message. */
        @Override
        public String toString() {
            return text.length() + " characters, probability " + probability;
        }
    }

    /** Checks the confidence. */
    public RecognizedText {
        alternatives = List.copyOf(alternatives);
        finders = List.copyOf(finders);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /**
     * A text that was seen by what read it.
     *
     * @param region where
     * @param text what was read; may be empty
     * @param confidence 0 to 1
     * @param recognizer the name of the recogniser
     */
    public RecognizedText(Region region, String text, double confidence, String recognizer) {
        this(region, text, confidence, recognizer, List.of(recognizer));
    }

    /**
     * A text without alternatives.
     *
     * @param region where
     * @param text what was read; may be empty
     * @param confidence 0 to 1
     * @param recognizer the name of the recogniser
     * @param finders the names of those that saw it
     */
    public RecognizedText(
            Region region,
            String text,
            double confidence,
            String recognizer,
            List<String> finders) {
        this(region, text, confidence, recognizer, finders, List.of());
    }

    /**
     * Who saw and who read it.
     *
     * @return their names
     */
    public Witnesses witnesses() {
        return new Witnesses(finders, recognizer);
    }

    /** Leaves the text out, so that it cannot slip into a log or a message. */
    @Override
    public String toString() {
        return region + " " + text.length() + " characters by " + recognizer;
    }
}
