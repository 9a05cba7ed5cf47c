package org.pixelanon.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.pixelanon.model.Printable;

/** Writes summaries as text, CSV or JSON. */
public final class SummaryWriter {

    /** Unicode's pictures of control characters, in their order. */
    private static final char CONTROL_PICTURES = '\u2400';

    private SummaryWriter() {}

    /** The form of a summary. */
    public enum Form {
        /** Text. */
        TEXT,
        /** A row for each figure of a column and for each of its values. */
        CSV,
        /** An array with an object for each table. */
        JSON
    }

    /**
     * Writes summaries.
     *
     * @param summaries one for each table
     * @param form how
     * @param raw whether CSV contains text unchanged, even what a spreadsheet would execute
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public static void write(List<TableSummary> summaries, Form form, boolean raw, Writer out)
            throws IOException {
        switch (form) {
            case TEXT -> text(summaries, out);
            case CSV -> csv(summaries, raw, out);
            case JSON -> json(summaries, out);
        }
        out.flush();
    }

    private static void text(List<TableSummary> summaries, Writer out) throws IOException {
        for (TableSummary summary : summaries) {
            out.write(
                    Printable.of(summary.file().toString())
                            + ": "
                            + summary.reading().rows()
                            + " rows\n");
            for (ColumnSummary column : summary.columns()) {
                out.write(
                        "\n"
                                + shown(column.name())
                                + ": "
                                + column.distinct()
                                + " distinct "
                                + "values");
                out.write(column.empty() == 0 ? "\n" : ", " + column.empty() + " rows empty\n");
                if (column.numbers().isPresent()) {
                    out.write("    " + words(column.numbers().get()) + "\n");
                }
                for (ColumnSummary.Count count : column.top()) {
                    out.write(
                            String.format(
                                    Locale.ROOT, "%12d  %s\n", count.rows(), shown(count.value())));
                }
                long rest = column.distinct() - column.top().size();
                if (rest > 0) {
                    out.write("              \u2026 and " + rest + " other values\n");
                }
            }
            out.write("\n");
        }
    }

    /**
     * A value for display: on one line, without control characters and characters that XML forbids.
     */
    static String shown(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.codePoints()
                .forEach(
                        c -> {
                            if (c < ' ') {
                                out.append((char) (CONTROL_PICTURES + c));
                            } else {
                                boolean known = Printable.shows(c) && (c & 0xFFFF) < 0xFFFE;
                                out.appendCodePoint(known ? c : 0xFFFD);
                            }
                        });
        return out.toString();
    }

    private static String words(NumberSummary n) {
        return n.count()
                + " numbers, "
                + n.notNumeric()
                + " non-numeric values, min "
                + number(n.min())
                + ", max "
                + number(n.max())
                + ", mean "
                + number(n.mean())
                + ", total "
                + number(n.total());
    }

    /** Formats integers without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void csv(List<TableSummary> summaries, boolean raw, Writer out)
            throws IOException {
        TableWriter csv = new TableWriter(out, raw);
        csv.row(List.of("file", "column", "kind", "value", "rows"));
        for (TableSummary summary : summaries) {
            String file = summary.file().toString();
            for (ColumnSummary c : summary.columns()) {
                csv.row(List.of(file, c.name(), "distinct", Long.toString(c.distinct()), ""));
                csv.row(List.of(file, c.name(), "empty", "", Long.toString(c.empty())));
                if (c.numbers().isPresent()) {
                    NumberSummary n = c.numbers().get();
                    csv.row(List.of(file, c.name(), "numbers", "", Long.toString(n.count())));
                    csv.row(
                            List.of(
                                    file,
                                    c.name(),
                                    "not numeric",
                                    "",
                                    Long.toString(n.notNumeric())));
                    csv.row(List.of(file, c.name(), "min", number(n.min()), ""));
                    csv.row(List.of(file, c.name(), "max", number(n.max()), ""));
                    csv.row(List.of(file, c.name(), "mean", number(n.mean()), ""));
                    csv.row(List.of(file, c.name(), "total", number(n.total()), ""));
                }
                for (ColumnSummary.Count count : c.top()) {
                    csv.row(
                            List.of(
                                    file,
                                    c.name(),
                                    "value",
                                    count.value(),
                                    Long.toString(count.rows())));
                }
            }
        }
        csv.flush();
    }

    static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        return json;
    }

    private static void json(List<TableSummary> summaries, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (TableSummary summary : summaries) {
                json.writeStartObject();
                json.writeStringField("file", summary.file().toString());
                json.writeNumberField("rows", summary.reading().rows());
                json.writeNumberField("broken", summary.reading().broken());
                json.writeArrayFieldStart("columns");
                for (ColumnSummary column : summary.columns()) {
                    column(column, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.write("\n");
    }

    private static void column(ColumnSummary column, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeNumberField("distinct", column.distinct());
        json.writeNumberField("empty", column.empty());
        if (column.numbers().isPresent()) {
            NumberSummary n = column.numbers().get();
            json.writeObjectFieldStart("numbers");
            json.writeNumberField("count", n.count());
            json.writeNumberField("notNumeric", n.notNumeric());
            json.writeNumberField("min", n.min());
            json.writeNumberField("max", n.max());
            json.writeNumberField("mean", n.mean());
            json.writeNumberField("total", n.total());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("top");
        for (ColumnSummary.Count count : column.top()) {
            json.writeStartObject();
            json.writeStringField("value", count.value());
            json.writeNumberField("rows", count.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
