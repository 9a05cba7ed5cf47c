package org.pixelanon.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.Progress;

/**
 * Summarises the columns of a table: the number of distinct values, the most frequent ones, and for
 * numbers the lowest, highest, mean and sum.
 *
 * @param file the table
 * @param reading what was read
 * @param columns the columns in the order of the file, or the one requested; an Image Type is
 *     followed by its first two values
 */
public record TableSummary(Path file, CsvTable.Reading reading, List<ColumnSummary> columns) {

    /** Suffix of the name of a column of shortened image types. */
    public static final String SHORT = " (short)";

    /** Copies the list. */
    public TableSummary {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a table once. Memory grows with the distinct values only.
     *
     * @param table the table
     * @param names columns; none for all
     * @param top number of values listed per column
     * @param progress receives progress
     * @return the summary
     * @throws IOException if the table cannot be read or has no such column
     */
    public static TableSummary of(CsvTable table, List<String> names, int top, Progress progress)
            throws IOException {
        List<String> wanted = names.isEmpty() ? table.columns() : names;
        int[] columns = table.columns(wanted);
        ValueCounts[] counts = new ValueCounts[columns.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new ValueCounts();
        }
        CsvTable.Reading reading =
                table.read(
                        row -> {
                            for (int i = 0; i < counts.length; i++) {
                                int column = columns[i];
                                counts[i].add(row.chars(), row.start(column), row.end(column));
                            }
                        },
                        progress);
        List<ColumnSummary> out = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            String name = wanted.get(i);
            out.add(ColumnSummary.of(name, counts[i], top));
            if (ImageTypes.isImageType(name)) {
                out.add(ColumnSummary.of(name + SHORT, counts[i].by(ImageTypes::shortened), top));
            }
            counts[i] = new ValueCounts(); // the next column may need the memory
        }
        return new TableSummary(table.file(), reading, out);
    }
}
