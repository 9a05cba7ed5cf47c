package org.pixelanon.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.SpreadsheetText;

/**
 * Writes rows of CSV with quotes where they are needed; line ends are those of dicompixelanon. Text
 * that a spreadsheet would execute is guarded ({@link SpreadsheetText}).
 */
public final class TableWriter {

    private final CsvWriter csv;
    private final boolean raw;
    private @Nullable List<String> columns;

    /**
     * Begins a table.
     *
     * @param out stays open
     * @param raw whether text is written unchanged, even what a spreadsheet would execute
     */
    public TableWriter(Writer out, boolean raw) {
        this.raw = raw;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    /**
     * Writes a row.
     *
     * @param fields its values; the first row has the names of the columns
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void row(List<String> fields) {
        List<String> names = columns;
        if (names == null) {
            names = List.copyOf(fields);
            columns = names;
        }
        csv.writeRecord(raw ? fields : guarded(names, fields));
    }

    private static List<String> guarded(List<String> names, List<String> fields) {
        List<String> out = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            boolean file = i < names.size() && SpreadsheetText.holdsFiles(names.get(i));
            out.add(file ? fields.get(i) : SpreadsheetText.guarded(fields.get(i)));
        }
        return out;
    }

    /**
     * Flushes written rows.
     *
     * @throws IOException if it cannot be written
     */
    public void flush() throws IOException {
        csv.flush();
    }
}
