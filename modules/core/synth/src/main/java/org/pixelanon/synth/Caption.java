package org.pixelanon.synth;

/**
 * A text and whether it is sensitive.
 *
 * @param text one line
 * @param sensitive whether it must be hidden
 * @param why the kind of text in a word
 */
record Caption(String text, boolean sensitive, String why) {

    static Caption secret(String why, String text) {
        return new Caption(text, true, why);
    }

    static Caption harmless(String why, String text) {
        return new Caption(text, false, why);
    }
}
