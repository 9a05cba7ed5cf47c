package org.pixelanon.summary;

import java.util.List;
import java.util.Map;

/**
 * A chart of bars before it is drawn.
 *
 * @param title what it shows
 * @param note a remark; may be empty
 * @param categories the meaning of the bars
 * @param values the meaning of their length, with its unit
 * @param horizontal whether bars are horizontal, for categories with long names
 * @param series names of the parts of each bar; a single unnamed one if bars have no parts
 * @param rows the bars, in their order
 */
record BarFigure(
        String title,
        String note,
        String categories,
        String values,
        boolean horizontal,
        List<String> series,
        List<Row> rows) {

    /**
     * A bar.
     *
     * @param label its label
     * @param values length of each of its parts, in the order of the series
     */
    record Row(String label, List<Double> values) {
        Row {
            values = List.copyOf(values);
        }
    }

    BarFigure {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        int parts = series.size();
        if (rows.stream().anyMatch(r -> r.values().size() != parts)) {
            throw new IllegalArgumentException("a bar without a value for each series");
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The bars of counts, each with one part. */
    static List<Row> rows(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> new Row(e.getKey(), List.of((double) e.getValue())))
                .toList();
    }
}
