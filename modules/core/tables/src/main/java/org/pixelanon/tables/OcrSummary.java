package org.pixelanon.tables;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pixelanon.model.Printable;
import org.pixelanon.model.Progress;

/**
 * Summarises a table of recognised text: models whose images never had text, and short, long and
 * sensitive texts. Memory grows with models and distinct texts.
 *
 * @param file the table
 * @param reading what was read
 * @param withoutText models without text, with their number of rows
 * @param shortTexts distinct texts below the limit with their number of rows, by number
 * @param longTexts all other distinct texts
 * @param sensitive the distinct texts of rows marked as sensitive
 */
public record OcrSummary(
        Path file,
        CsvTable.Reading reading,
        List<ColumnSummary.Count> withoutText,
        List<ColumnSummary.Count> shortTexts,
        List<ColumnSummary.Count> longTexts,
        List<ColumnSummary.Count> sensitive) {

    private static final int LEFT_OF_SUMMARY = -1;

    /** Copies the lists. */
    public OcrSummary {
        withoutText = List.copyOf(withoutText);
        shortTexts = List.copyOf(shortTexts);
        longTexts = List.copyOf(longTexts);
        sensitive = List.copyOf(sensitive);
    }

    /**
     * Reads a table once. Rows of single words are skipped; the row with all text of a plane
     * counts.
     *
     * @param table the table, with the columns of the OCR
     * @param limit length from which a text is long
     * @param progress receives progress
     * @return the summary
     * @throws IOException if the table cannot be read or lacks a column
     */
    public static OcrSummary of(CsvTable table, int limit, Progress progress) throws IOException {
        int model = table.column("manufacturer");
        int text = table.column("ocr_text");
        int sensitive = table.column("is_sensitive");
        int left = table.column("left");
        Map<String, long[]> models = new TreeMap<>();
        ValueCounts texts = new ValueCounts();
        ValueCounts marked = new ValueCounts();
        String whole = Integer.toString(LEFT_OF_SUMMARY);
        CsvTable.Reading reading =
                table.read(
                        row -> {
                            if (!row.get(left).equals(whole)) {
                                return;
                            }
                            long[] counts =
                                    models.computeIfAbsent(row.get(model), m -> new long[2]);
                            counts[0]++;
                            if (row.isEmpty(text)) {
                                return;
                            }
                            counts[1]++;
                            texts.add(row.chars(), row.start(text), row.end(text));
                            if (row.get(sensitive).equals("1")) {
                                marked.add(row.chars(), row.start(text), row.end(text));
                            }
                        },
                        progress);
        List<ColumnSummary.Count> without =
                models.entrySet().stream()
                        .filter(e -> e.getValue()[1] == 0)
                        .map(e -> new ColumnSummary.Count(e.getKey(), e.getValue()[0]))
                        .toList();
        List<ColumnSummary.Count> all = sorted(texts);
        return new OcrSummary(
                table.file(),
                reading,
                without,
                all.stream().filter(t -> t.value().length() < limit).toList(),
                all.stream().filter(t -> t.value().length() >= limit).toList(),
                sorted(marked));
    }

    private static List<ColumnSummary.Count> sorted(ValueCounts texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new ColumnSummary.Count(texts.value(i), texts.count(i)))
                .sorted(
                        Comparator.comparingLong(ColumnSummary.Count::rows)
                                .reversed()
                                .thenComparing(ColumnSummary.Count::value))
                .toList();
    }

    private Map<String, List<ColumnSummary.Count>> parts() {
        Map<String, List<ColumnSummary.Count>> parts = new LinkedHashMap<>();
        parts.put("model without text", withoutText);
        parts.put("short text", shortTexts);
        parts.put("long text", longTexts);
        parts.put("sensitive text", sensitive);
        return parts;
    }

    /**
     * Writes summaries, which contain the texts as read.
     *
     * @param summaries one for each table
     * @param form the form
     * @param top most texts of each kind; models are all listed
     * @param raw whether CSV contains text unchanged, even what a spreadsheet would execute
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public static void write(
            List<OcrSummary> summaries, SummaryWriter.Form form, int top, boolean raw, Writer out)
            throws IOException {
        switch (form) {
            case TEXT -> {
                for (OcrSummary summary : summaries) {
                    summary.text(top, out);
                }
            }
            case CSV -> csv(summaries, top, raw, out);
            case JSON -> json(summaries, top, out);
        }
        out.flush();
    }

    private void text(int top, Writer out) throws IOException {
        out.write(Printable.of(file.toString()) + ": " + reading.rows() + " rows\n");
        for (var part : parts().entrySet()) {
            out.write("\n" + part.getKey() + ": " + part.getValue().size() + "\n");
            for (ColumnSummary.Count c : named(part.getValue(), top)) {
                out.write(
                        String.format(
                                Locale.ROOT,
                                "%12d  %s\n",
                                c.rows(),
                                SummaryWriter.shown(c.value())));
            }
        }
        out.write("\n");
    }

    private static void csv(List<OcrSummary> summaries, int top, boolean raw, Writer out)
            throws IOException {
        TableWriter csv = new TableWriter(out, raw);
        csv.row(List.of("file", "kind", "value", "rows"));
        for (OcrSummary summary : summaries) {
            String file = summary.file().toString();
            for (var part : summary.parts().entrySet()) {
                for (ColumnSummary.Count c : summary.named(part.getValue(), top)) {
                    csv.row(List.of(file, part.getKey(), c.value(), Long.toString(c.rows())));
                }
            }
        }
        csv.flush();
    }

    private static void json(List<OcrSummary> summaries, int top, Writer out) throws IOException {
        try (JsonGenerator json = SummaryWriter.generator(out)) {
            json.writeStartArray();
            for (OcrSummary summary : summaries) {
                summary.json(top, json);
            }
            json.writeEndArray();
        }
        out.write("\n");
    }

    private void json(int top, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeNumberField("rows", reading.rows());
        json.writeNumberField("broken", reading.broken());
        for (var part : parts().entrySet()) {
            json.writeArrayFieldStart(part.getKey());
            for (ColumnSummary.Count c : named(part.getValue(), top)) {
                json.writeStartObject();
                json.writeStringField("value", c.value());
                json.writeNumberField("rows", c.rows());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** All models are listed, since a user who excludes models from a search needs all of them. */
    private List<ColumnSummary.Count> named(List<ColumnSummary.Count> all, int top) {
        return all == withoutText ? all : all.subList(0, Math.min(top, all.size()));
    }
}
