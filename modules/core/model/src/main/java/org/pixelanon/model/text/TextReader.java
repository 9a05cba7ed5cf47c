package org.pixelanon.model.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText.Alternative;

/** Reads images of single lines. Not thread-safe: one reader per worker. The creator closes it. */
public interface TextReader extends AutoCloseable {

    /**
     * What was read.
     *
     * @param text the characters; empty if nothing could be read
     * @param confidence 0 to 1: how likely it is that every character is right
     * @param alternatives what it may say instead, the likeliest first, at most {@link #MOST}; each
     *     text once, and never {@code text}
     */
    record Reading(String text, double confidence, List<Alternative> alternatives) {

        /** So many alternatives are told at most. */
        public static final int MOST = 8;

        /** Checks the confidence, and sorts the alternatives. */
        public Reading {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence " + confidence);
            }
            alternatives = sorted(alternatives, text, MOST);
        }

        /**
         * A reading without alternatives.
         *
         * @param text the characters; empty if nothing could be read
         * @param confidence 0 to 1
         */
        public Reading(String text, double confidence) {
            this(text, confidence, List.of());
        }

        /**
         * Several lines as one, as sure as the least sure of them.
         *
         * @param lines from above, at least one
         * @return their texts with blanks between; each alternative is one of one line
         */
        public static Reading ofLines(List<Reading> lines) {
            double confidence = 1;
            List<Alternative> alternatives = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                confidence = Math.min(confidence, lines.get(i).confidence);
                for (Alternative other : lines.get(i).alternatives) {
                    alternatives.add(
                            new Alternative(joined(lines, i, other.text()), other.probability()));
                }
            }
            return new Reading(joined(lines, -1, ""), confidence, alternatives);
        }

        private static List<Alternative> sorted(List<Alternative> all, String but, int most) {
            Map<String, Alternative> likeliest = new LinkedHashMap<>();
            all.stream()
                    .filter(other -> !other.text().equals(but))
                    .sorted(Comparator.comparingDouble(other -> -other.probability()))
                    .forEach(other -> likeliest.putIfAbsent(other.text(), other));
            return likeliest.values().stream().limit(most).toList();
        }

        private static String joined(List<Reading> lines, int changed, String other) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                String next = i == changed ? other : lines.get(i).text;
                text.append(text.isEmpty() || next.isEmpty() ? "" : " ").append(next);
            }
            return text.toString();
        }

        /** Leaves the text out, so that it cannot slip into a log or a message. */
        @Override
        public String toString() {
            return text.length() + " characters, confidence " + confidence;
        }
    }

    /**
     * The name that goes into reports and rows.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Reads a line that runs from left to right.
     *
     * @param line the part of a plane that holds it
     * @return what it says
     * @throws IOException if reading failed, which says nothing about what it says
     */
    Reading read(PlaneImage line) throws IOException;

    @Override
    void close();
}
