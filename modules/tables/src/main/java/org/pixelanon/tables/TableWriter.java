package org.pixelanon.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes rows of CSV with quotes where they are needed; lines end as those of the Python tool do.
 */
public final class TableWriter {

    private final CsvWriter csv;

    /**
     * Begins a table.
     *
     * @param out stays open
     */
    public TableWriter(Writer out) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    /**
     * Writes a row.
     *
     * @param fields its values
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void row(List<String> fields) {
        csv.writeRecord(fields);
    }

    /**
     * Hands on what was written.
     *
     * @throws IOException if it cannot be written
     */
    public void flush() throws IOException {
        csv.flush();
    }
}
