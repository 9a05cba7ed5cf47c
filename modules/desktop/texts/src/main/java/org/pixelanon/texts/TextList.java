package org.pixelanon.texts;

/** Converts texts to lines of a list of expressions. */
final class TextList {

    private static final String SPECIAL = "\\.^$*+?{}[]|()";

    private TextList() {}

    /**
     * The expression that matches a text and nothing else, in Python as in Java.
     *
     * @param text one line of text
     * @return the text without blanks around it, special characters escaped
     */
    static String exactly(String text) {
        StringBuilder out = new StringBuilder();
        text.strip()
                .replaceAll("\\R", " ")
                .codePoints()
                .forEach(
                        c -> {
                            if (SPECIAL.indexOf(c) >= 0) {
                                out.append('\\');
                            }
                            out.appendCodePoint(c);
                        });
        return out.toString();
    }
}
