package org.pixelanon.pipeline.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.SpreadsheetText;

/**
 * Rows of named columns as CSV (a header line, LF, minimal quoting) or as a JSON array with one
 * object a line. Written on as they come. Not thread-safe. The writer handed in is closed with it.
 */
public interface RowOutput extends Closeable {

    /**
     * Writes a row.
     *
     * @param values by column: a whole number, truth value, text, or null, which is empty in CSV
     * @throws IOException if it cannot be written
     */
    void row(List<? extends @Nullable Object> values) throws IOException;

    /** The two forms. */
    enum Form {
        /** Comma-separated values. */
        CSV,
        /** A JSON array of objects. */
        JSON
    }

    /**
     * Begins the output.
     *
     * @param form CSV or JSON
     * @param raw whether CSV holds text as it is, also what a spreadsheet would execute
     * @param header whether CSV begins with the names of the columns
     * @param columns names, which come first in CSV and in each object in JSON
     * @param out where to
     * @return the output, to be closed by the caller
     * @throws IOException if it cannot be written
     */
    static RowOutput of(Form form, boolean raw, boolean header, List<String> columns, Writer out)
            throws IOException {
        return form == Form.CSV ? new Csv(raw, header, columns, out) : new Json(columns, out);
    }

    /** As the shell scripts of the Python tool write rows. */
    final class Csv implements RowOutput {

        private final CsvWriter csv;
        private final boolean raw;
        private final List<String> columns;

        Csv(boolean raw, boolean header, List<String> columns, Writer out) {
            this.raw = raw;
            this.columns = columns;
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            if (header) {
                csv.writeRecord(columns);
            }
        }

        @Override
        public void row(List<? extends @Nullable Object> values) {
            List<String> fields = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                boolean text =
                        value instanceof String && !SpreadsheetText.holdsFiles(columns.get(i));
                String field = value == null ? "" : value.toString();
                fields.add(text && !raw ? SpreadsheetText.guarded(field) : field);
            }
            csv.writeRecord(fields);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** One object a line. */
    final class Json implements RowOutput {

        private final JsonGenerator json;
        private final List<String> columns;

        Json(List<String> columns, Writer out) throws IOException {
            this.columns = columns;
            json = generator(out);
            json.writeStartArray();
        }

        @Override
        public void row(List<? extends @Nullable Object> values) throws IOException {
            json.writeRaw('\n');
            JsonRows.write(json, columns, values);
        }

        @Override
        public void close() throws IOException {
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeRaw('\n');
            json.close();
        }

        private static JsonGenerator generator(Writer out) throws IOException {
            JsonGenerator generator = new JsonFactory().createGenerator(out);
            generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
            return generator;
        }
    }
}
