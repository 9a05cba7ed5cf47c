package org.pixelanon.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The number of open questions of each kind for a file. A file that is marked done and has any is
 * held back.
 *
 * @param counts by kind, each above 0
 */
public record OpenQuestions(Map<OpenQuestion, Integer> counts) {

    /** Everything is decided and seen. */
    public static final OpenQuestions NONE = new OpenQuestions(Map.of());

    /** Leaves out the kinds of which there are none. */
    public OpenQuestions {
        EnumMap<OpenQuestion, Integer> open = new EnumMap<>(OpenQuestion.class);
        counts.forEach(
                (kind, count) -> {
                    if (count > 0) {
                        open.put(kind, count);
                    }
                });
        counts = java.util.Collections.unmodifiableMap(open);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param text kinds with their counts
     * @return the questions
     * @throws IllegalArgumentException if it is no such text
     */
    public static OpenQuestions of(String text) {
        EnumMap<OpenQuestion, Integer> counts = new EnumMap<>(OpenQuestion.class);
        for (String part : text.isBlank() ? new String[0] : text.strip().split(" ")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("open questions without a count");
            }
            counts.put(
                    OpenQuestion.valueOf(part.substring(0, equals)),
                    Integer.parseInt(part.substring(equals + 1)));
        }
        return new OpenQuestions(counts);
    }

    /**
     * The same as text, for databases and reports.
     *
     * @return e.g. {@code TEXT=2 PLANE=1}; empty if there are none
     */
    public String text() {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * Whether nothing is open.
     *
     * @return true if everything is decided and seen
     */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /**
     * How many questions of a kind are open.
     *
     * @param kind the kind
     * @return 0 or more
     */
    public int count(OpenQuestion kind) {
        return counts.getOrDefault(kind, 0);
    }

    /**
     * These and others together.
     *
     * @param others counts of kinds, which are added
     * @return the sums
     */
    public OpenQuestions and(OpenQuestions others) {
        EnumMap<OpenQuestion, Integer> sum = new EnumMap<>(OpenQuestion.class);
        sum.putAll(counts);
        others.counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        return new OpenQuestions(sum);
    }

    /**
     * Only the questions of one kind.
     *
     * @param kind the kind
     * @return those of them that are open
     */
    public OpenQuestions only(OpenQuestion kind) {
        return new OpenQuestions(Map.of(kind, count(kind)));
    }

    /**
     * What people are told.
     *
     * @return e.g. {@code 2 undecided texts, 1 plane neither searched nor seen}; empty if there are
     *     none
     */
    public String words() {
        return counts.entrySet().stream()
                .map(e -> e.getKey().words(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text();
    }
}
