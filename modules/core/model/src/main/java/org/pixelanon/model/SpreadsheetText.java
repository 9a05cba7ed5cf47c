package org.pixelanon.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * CSV text that a spreadsheet program would take for a formula. It gets a leading apostrophe, and
 * reading the field removes one again: every text is restored exactly, also one that begins with
 * apostrophes. Numbers and file names are unchanged.
 */
public final class SpreadsheetText {

    /** Columns that hold names of files, in lower case. */
    private static final Set<String> FILES = Set.of("filename", "dicomfilepath", "file");

    /** What precedes a text that would be executed. */
    public static final char MARK = '\'';

    private static final int MINUS = 0x2212;
    private static final int ASCII = 0x80;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

    private SpreadsheetText() {}

    /**
     * Returns whether a column holds names of files, which are keys and stay as they are.
     *
     * @param column its name
     * @return true for {@code filename}, {@code DicomFilePath} and {@code file}
     */
    public static boolean holdsFiles(String column) {
        return FILES.contains(column.toLowerCase(Locale.ROOT));
    }

    /**
     * A text as it is written.
     *
     * @param text the text
     * @return the same, with a mark in front if a spreadsheet would execute what stands behind its
     *     apostrophes
     */
    public static String guarded(String text) {
        return isFormula(text, marks(text)) ? MARK + text : text;
    }

    /**
     * A text that was written by {@link #guarded}.
     *
     * @param field what stands in the field
     * @return the text
     */
    public static String plain(String field) {
        int marks = marks(field);
        return marks > 0 && isFormula(field, marks) ? field.substring(1) : field;
    }

    private static int marks(String text) {
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == MARK) {
            marks++;
        }
        return marks;
    }

    /** Blanks and what does not show may be skipped by the program that reads it. */
    private static boolean isFormula(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isISOControl(c)) {
                return true;
            }
            boolean passed =
                    Character.isWhitespace(c)
                            || Character.isSpaceChar(c)
                            || Character.getType(c) == Character.FORMAT;
            if (!passed) {
                return begins(c) && !NUMBER.matcher(text.substring(from)).matches();
            }
            at += Character.charCount(c);
        }
        return false;
    }

    /** Full-width and small forms too. */
    private static boolean begins(int c) {
        if (c < ASCII) {
            return "=+-@".indexOf(c) >= 0;
        }
        String usual = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return c == MINUS || usual.length() == 1 && "=+-@".indexOf(usual.charAt(0)) >= 0;
    }
}
