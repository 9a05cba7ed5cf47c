package org.pixelanon.model;

import java.util.Locale;

/**
 * Text of unknown origin, shown to people: file names, values of tags, text read in pixels. It may
 * contain line feeds that forge a line, terminal control sequences, or characters that reverse the
 * direction of writing.
 */
public final class Printable {

    private static final int LONE = 0xDC00;

    private Printable() {}

    /**
     * A text as one line that shows all it holds.
     *
     * @param text any text
     * @return the text, with what does not show written as an escape
     */
    public static String of(String text) {
        if (text.codePoints().allMatch(Printable::shows)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (shows(c)) {
                                out.appendCodePoint(c);
                            } else {
                                out.append(escape(c));
                            }
                        });
        return out.toString();
    }

    /**
     * Returns whether a character is what it seems on a terminal.
     *
     * @param c a code point
     * @return false for controls, signs without form, separators of lines and half characters
     */
    public static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }

    /** A byte that was no text is written as the byte it was. */
    static String escape(int c) {
        boolean isByte = c < 0x100 || c >= LONE + 0x80 && c <= LONE + 0xFF;
        return isByte
                ? String.format(Locale.ROOT, "\\x%02x", c & 0xFF)
                : String.format(Locale.ROOT, "\\u%04x", c);
    }
}
