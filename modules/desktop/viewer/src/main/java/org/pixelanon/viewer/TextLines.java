package org.pixelanon.viewer;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of a width, so that long reasons are readable. */
final class TextLines {

    private TextLines() {}

    /**
     * Breaks between words; a word that is longer than a line, as a path may be, anywhere.
     *
     * @param text may have line ends of its own
     * @param font measures it
     * @param width in pixels; each line holds at least one character
     * @return the lines, empty ones too
     */
    static List<String> of(String text, FontMetrics font, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph;
            while (font.stringWidth(rest) > width && rest.length() > 1) {
                int end = fitting(rest, font, width);
                int blank = rest.lastIndexOf(' ', end);
                int cut = blank > 0 ? blank : end;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(blank > 0 ? cut + 1 : cut);
            }
            lines.add(rest);
        }
        return lines;
    }

    private static int fitting(String text, FontMetrics font, int width) {
        int end = text.length();
        while (end > 1 && font.stringWidth(text.substring(0, end)) > width) {
            end--;
        }
        return end;
    }
}
