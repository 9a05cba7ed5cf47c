package org.pixelanon.ocr;

/**
 * What was read of one line.
 *
 * @param text words separated by one blank; may be empty
 * @param confidence 0 to 1, mean over the words weighted by their length; 0 if the text is empty
 */
record Reading(String text, double confidence) {

    static final Reading NOTHING = new Reading("", 0);

    /** Leaves the text out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return text.length() + " characters, confidence " + confidence;
    }
}
