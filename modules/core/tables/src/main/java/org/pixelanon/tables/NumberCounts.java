package org.pixelanon.tables;

import java.util.Arrays;
import java.util.TreeMap;

/** The distinct numbers of a column, the lowest first, and how many rows have each. Immutable. */
public final class NumberCounts {

    private final double[] numbers;
    private final long[] rows;

    private NumberCounts(double[] numbers, long[] rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    static NumberCounts of(ValueCounts values) {
        TreeMap<Double, Long> counts = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            double number = NumberSummary.parse(values.value(i));
            if (!Double.isNaN(number)) {
                counts.merge(number + 0.0, values.count(i), Long::sum); // -0 does not occur
            }
        }
        return new NumberCounts(
                counts.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * The numbers.
     *
     * @return a copy, ascending, none twice, none infinite
     */
    public double[] numbers() {
        return numbers.clone();
    }

    /**
     * How many rows have the numbers.
     *
     * @return a copy, in the order of the numbers, each at least 1
     */
    public long[] rows() {
        return rows.clone();
    }

    /**
     * The median over all rows with a number.
     *
     * @return for an even number of rows, the mean of the two middle ones
     * @throws IllegalStateException if there are none
     */
    public double median() {
        long all = Arrays.stream(rows).sum();
        if (all == 0) {
            throw new IllegalStateException("no numbers");
        }
        return at((all - 1) / 2) / 2 + at(all / 2) / 2;
    }

    private double at(long row) {
        long left = row;
        int i = 0;
        while (left >= rows[i]) {
            left -= rows[i++];
        }
        return numbers[i];
    }
}
