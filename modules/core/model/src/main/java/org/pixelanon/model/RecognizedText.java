package org.pixelanon.model;

/**
 * A line of text that stands, or may stand, in the pixels.
 *
 * @param region where, padded so that every glyph pixel lies inside
 * @param text what was read; empty if something that looks like text could not be read
 * @param confidence 0 to 1
 * @param recognizer the name of the recogniser, e.g. {@code tesseract}
 */
public record RecognizedText(Region region, String text, double confidence, String recognizer) {

    /** Checks the confidence. */
    public RecognizedText {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /** Leaves the text out, so that it cannot slip into a log or a message. */
    @Override
    public String toString() {
        return region + " " + text.length() + " characters by " + recognizer;
    }
}
