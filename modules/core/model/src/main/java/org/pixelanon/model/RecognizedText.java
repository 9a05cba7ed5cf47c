package org.pixelanon.model;

import java.util.List;

/**
 * A line of text that stands, or may stand, in the pixels.
 *
 * @param region where, padded so that every glyph pixel lies inside
 * @param text what was read; empty if something that looks like text could not be read
 * @param confidence 0 to 1
 * @param recognizer the name of the recogniser, e.g. {@code tesseract}
 * @param finders the names of those that saw it
 */
public record RecognizedText(
        Region region, String text, double confidence, String recognizer, List<String> finders) {

    /** Checks the confidence. */
    public RecognizedText {
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
