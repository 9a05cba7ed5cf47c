package org.pixelanon.tables;

import org.jspecify.annotations.Nullable;

/**
 * Statistics of the numbers of a column.
 *
 * @param count rows with a number
 * @param notNumeric rows with a value that is not a number
 * @param min the lowest
 * @param max the highest
 * @param mean of all rows with a number
 * @param total their sum
 */
public record NumberSummary(
        long count, long notNumeric, double min, double max, double mean, double total) {

    /**
     * Parses a number like dicompixelanon: surrounding blanks and the brackets it writes around
     * single values, {@code [256]}, are ignored.
     *
     * @param text a value
     * @return the number; NaN if it is not decimal
     */
    static double parse(String text) {
        String bare = text.replace("[", "").replace("]", "").strip();
        for (int i = 0; i < bare.length(); i++) {
            if ("0123456789+-.eE".indexOf(bare.charAt(i)) < 0) {
                return Double.NaN; // "1d", "NaN" and "0x1p3" are numbers only in Java
            }
        }
        try {
            double number = Double.parseDouble(bare);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Computes the statistics of a column from its distinct values; null if none is a number. */
    static @Nullable NumberSummary of(ValueCounts values) {
        long count = 0;
        long others = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int i = 0; i < values.size(); i++) {
            String text = values.value(i);
            double number = parse(text);
            if (!Double.isNaN(number)) {
                count += values.count(i);
                total += number * values.count(i);
                min = Math.min(min, number);
                max = Math.max(max, number);
            } else if (!text.isEmpty()) {
                others += values.count(i);
            }
        }
        return count == 0 ? null : new NumberSummary(count, others, min, max, total / count, total);
    }
}
