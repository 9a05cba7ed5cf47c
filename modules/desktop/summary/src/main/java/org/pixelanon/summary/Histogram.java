package org.pixelanon.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Numbers sorted into bins of equal, round width. Every number is in exactly one bin.
 *
 * @param bins from the smallest number to the largest, including empty ones
 */
record Histogram(List<Bin> bins) {

    private static final int MOST_BINS = 20;
    private static final int DIGITS = 9;
    private static final double[] ROUND = {1, 2, 5, 10};

    /**
     * A bin.
     *
     * @param from smallest number that belongs to it
     * @param to smallest number that is too large for it
     * @param count how many numbers are in it
     */
    record Bin(double from, double to, long count) {

        /** The range as text; a bin of a single integer is that number. */
        String label() {
            boolean one = to - from == 1 && from == Math.rint(from);
            return one ? digits(from) : digits(from) + "–" + digits(to);
        }
    }

    /** A number in few digits, without binary rounding errors. */
    static String digits(double number) {
        BigDecimal plain = new BigDecimal(number).round(new MathContext(DIGITS));
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }

    Histogram {
        bins = List.copyOf(bins);
    }

    /**
     * Sorts numbers.
     *
     * @param numbers finite, in any order
     * @return bins; none if there are no numbers
     */
    static Histogram of(double[] numbers) {
        long[] once = new long[numbers.length];
        Arrays.fill(once, 1);
        return of(numbers, once);
    }

    /**
     * Sorts numbers.
     *
     * @param numbers finite, in any order
     * @param times how often each occurs
     * @return bins; none if there are no numbers
     */
    static Histogram of(double[] numbers, long[] times) {
        if (numbers.length == 0) {
            return new Histogram(List.of());
        }
        double least = Arrays.stream(numbers).min().orElseThrow();
        double most = Arrays.stream(numbers).max().orElseThrow();
        boolean whole = Arrays.stream(numbers).allMatch(n -> n == Math.rint(n));
        double width = width(most - least, whole);
        // computed in multiples of the width, so that rounding does not shift later bins
        double first = Math.floor(least / width);
        int size = (int) (Math.floor(most / width) - first) + 1;
        long[] counts = new long[size];
        for (int i = 0; i < numbers.length; i++) {
            counts[(int) (Math.floor(numbers[i] / width) - first)] += times[i];
        }
        List<Bin> bins = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            bins.add(new Bin((first + i) * width, (first + i + 1) * width, counts[i]));
        }
        return new Histogram(bins);
    }

    /**
     * The median of some numbers.
     *
     * @param numbers in any order
     * @return for an even number, the mean of the two middle ones; empty if there are none
     */
    static OptionalDouble median(double... numbers) {
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sorted.length % 2 == 1
                                ? sorted[middle]
                                : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static double width(double range, boolean whole) {
        if (range == 0) {
            return 1;
        }
        double least = range / (MOST_BINS - 1);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least) {
                return whole ? Math.max(1, round * power) : round * power;
            }
        }
        return 10 * power;
    }

    /** The bars of the bins. */
    List<BarFigure.Row> rows() {
        return bins.stream()
                .map(b -> new BarFigure.Row(b.label(), List.of((double) b.count())))
                .toList();
    }
}
