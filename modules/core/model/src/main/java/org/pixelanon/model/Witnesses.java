package org.pixelanon.model;

import java.util.Arrays;
import java.util.List;

/**
 * Who found a text and who read it.
 *
 * @param finders the names of those that saw it, in the order of the alphabet; none if nobody knows
 * @param reader the name of what read it; empty if nobody knows
 */
public record Witnesses(List<String> finders, String reader) {

    /** Nobody knows. */
    public static final Witnesses UNKNOWN = new Witnesses(List.of(), "");

    private static final char READ_BY = '>';

    /** Sorts the names. */
    public Witnesses {
        finders = finders.stream().sorted().distinct().toList();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text names with commas between them, and the reader behind a &gt;
     * @return the witnesses; unknown ones for any other text
     */
    public static Witnesses of(String text) {
        int end = text.indexOf(READ_BY);
        if (end < 1) {
            return UNKNOWN;
        }
        return new Witnesses(
                Arrays.asList(text.substring(0, end).split(",")), text.substring(end + 1));
    }

    /**
     * The names as one word, to be kept.
     *
     * @return such as {@code components,ppocr3>ppocr4}; empty if nobody knows
     */
    public String text() {
        return finders.isEmpty() ? "" : String.join(",", finders) + READ_BY + reader;
    }
}
