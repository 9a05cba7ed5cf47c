package org.pixelanon.synth;

/**
 * A text and what is to be thought of it.
 *
 * @param text one line
 * @param sensitive whether it must be hidden
 * @param why a word for the sort of text
 */
record Caption(String text, boolean sensitive, String why) {

    static Caption secret(String why, String text) {
        return new Caption(text, true, why);
    }

    static Caption harmless(String why, String text) {
        return new Caption(text, false, why);
    }
}
