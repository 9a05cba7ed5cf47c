package org.pixelanon.ocr;

/**
 * The reading of one line.
 *
 * @param text words separated by one blank; may be empty
 * @param confidence 0 to 1, mean over the words weighted by their length; 0 if the text is empty
 */
record Reading(String text, double confidence) {

    static final Reading NOTHING = new Reading("", 0);

    /** Omits the text to keep it out of logs. */
    @Override
    public String toString() {
        return text.length() + " characters, confidence " + confidence;
    }
}
