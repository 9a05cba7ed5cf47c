package org.pixelanon.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The contents of one column.
 *
 * @param name of the column
 * @param rows of the table
 * @param empty rows without a value
 * @param distinct number of distinct values, the empty one not counted
 * @param top the values that occur most often, the most frequent first, ties by name
 * @param numbers present if at least half of the values are numbers
 */
public record ColumnSummary(
        String name,
        long rows,
        long empty,
        long distinct,
        List<Count> top,
        Optional<NumberSummary> numbers) {

    /** Copies the list. */
    public ColumnSummary {
        top = List.copyOf(top);
    }

    /**
     * A value.
     *
     * @param value as it is
     * @param rows number of rows with it
     */
    public record Count(String value, long rows) {}

    private static final Comparator<Count> FREQUENT_FIRST =
            Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::value);

    static ColumnSummary of(String name, ValueCounts values, int most) {
        long rows = 0;
        long empty = 0;
        // the least frequent of the kept values comes first
        PriorityQueue<Count> kept = new PriorityQueue<>(FREQUENT_FIRST.reversed());
        for (int i = 0; i < values.size(); i++) {
            rows += values.count(i);
            String value = values.value(i);
            if (value.isEmpty()) {
                empty = values.count(i);
            } else {
                kept.add(new Count(value, values.count(i)));
                if (kept.size() > most) {
                    kept.poll();
                }
            }
        }
        List<Count> top = new ArrayList<>(kept);
        top.sort(FREQUENT_FIRST);
        Optional<NumberSummary> numbers =
                Optional.ofNullable(NumberSummary.of(values))
                        .filter(n -> n.count() >= n.notNumeric());
        return new ColumnSummary(
                name, rows, empty, values.size() - (empty > 0 ? 1 : 0), top, numbers);
    }
}
