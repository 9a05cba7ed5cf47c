package org.pixelanon.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.Progress;

/**
 * The figures of one column for a chart.
 *
 * @param reading what was read
 * @param summary the column as in {@link TableSummary}
 * @param numbers all numbers, present if those of the summary are
 */
public record ColumnFigures(
        CsvTable.Reading reading, ColumnSummary summary, Optional<NumberCounts> numbers) {

    /**
     * The columns with figures.
     *
     * @param table the table
     * @return its columns in order; image types are followed by a column of their first two values
     */
    public static List<String> names(CsvTable table) {
        List<String> names = new ArrayList<>();
        for (String column : table.columns()) {
            names.add(column);
            if (ImageTypes.isImageType(column)) {
                names.add(column + TableSummary.SHORT);
            }
        }
        return names;
    }

    /**
     * Reads a table once. Memory grows with the distinct values of the column only.
     *
     * @param table the table
     * @param name one of {@link #names}
     * @param top number of values listed
     * @param progress receives progress and may request a stop
     * @return the figures
     * @throws IOException if the table cannot be read or has no such column
     */
    public static ColumnFigures of(CsvTable table, String name, int top, Progress progress)
            throws IOException {
        boolean shortened = !table.has(name) && names(table).contains(name);
        int column =
                table.column(
                        shortened
                                ? name.substring(0, name.length() - TableSummary.SHORT.length())
                                : name);
        ValueCounts counts = new ValueCounts();
        CsvTable.Reading reading =
                table.read(
                        row -> counts.add(row.chars(), row.start(column), row.end(column)),
                        progress);
        ValueCounts values = shortened ? counts.by(ImageTypes::shortened) : counts;
        ColumnSummary summary = ColumnSummary.of(name, values, top);
        return new ColumnFigures(
                reading, summary, summary.numbers().map(n -> NumberCounts.of(values)));
    }
}
