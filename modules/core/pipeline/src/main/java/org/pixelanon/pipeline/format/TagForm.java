package org.pixelanon.pipeline.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.Printable;
import org.pixelanon.model.SpreadsheetText;

/** How the tags of files are written. */
public enum TagForm {
    /** All tags, one line each, for people. */
    TEXT("", "\n", ""),
    /** All tags, one row each: file, tag with the items around it, representation, name, value. */
    CSV(csv(List.of("filename", "tag", "vr", "name", "value")), "", ""),
    /** All tags: per file its path, file meta information and data set in the DICOM JSON Model. */
    JSON("[\n", ",\n", "\n]\n"),
    /** One row a file with the columns of {@code extract_BIA}. */
    BIA_CSV(csv(BiaColumns.NAMES), "", ""),
    /** The same as objects. */
    BIA_JSON("[\n", ",\n", "\n]\n");

    private final String begin;
    private final String between;
    private final String end;

    TagForm(String begin, String between, String end) {
        this.begin = begin;
        this.between = between;
        this.end = end;
    }

    /**
     * What stands before the first file.
     *
     * @return the text; may be empty
     */
    public String begin() {
        return begin;
    }

    /**
     * What stands between two files.
     *
     * @return the text; may be empty
     */
    public String between() {
        return between;
    }

    /**
     * What stands behind the last file.
     *
     * @return the text; may be empty
     */
    public String end() {
        return end;
    }

    /**
     * What is written of one file.
     *
     * @param path where it is
     * @param file it, open
     * @param raw whether CSV holds text as it is, also what a spreadsheet would execute
     * @return the text
     * @throws IOException if the file cannot be read
     */
    public String of(Path path, DicomFile file, boolean raw) throws IOException {
        return switch (this) {
            case TEXT -> text(path, file);
            case CSV -> rows(path, file, raw);
            case JSON -> json(path, file);
            case BIA_CSV -> csv(raw ? values(path, file) : BiaColumns.guarded(values(path, file)));
            case BIA_JSON -> json(values(path, file));
        };
    }

    private static List<String> values(Path path, DicomFile file) {
        return BiaColumns.of(path.toString(), new FileTags(file));
    }

    /**
     * One row of CSV.
     *
     * @param values by column
     * @return the row with its line end
     */
    public static String csv(List<String> values) {
        StringWriter out = new StringWriter();
        CsvWriter csv = writer(out);
        csv.writeRecord(values);
        return out.toString();
    }

    /** Writes on at once. */
    private static CsvWriter writer(StringWriter out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    }

    /**
     * One object with the columns of {@code extract_BIA}.
     *
     * @param values by column
     * @return JSON in one line
     * @throws IOException if it cannot be written
     */
    public static String json(List<String> values) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            JsonRows.write(json, BiaColumns.NAMES, values);
        }
        return out.toString();
    }

    private static String json(Path path, DicomFile file) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("DicomFilePath", path.toString());
            json.writeFieldName("fileMeta");
            DicomJson.write(file.fileMeta(), json);
            json.writeFieldName("dataSet");
            DicomJson.write(file.attributes(), json);
            json.writeEndObject();
        }
        return out.toString();
    }

    private static String text(Path path, DicomFile file) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(Printable.of(path.toString())).append('\n');
        lines(ElementLine.of(file.fileMeta()), "", out);
        lines(ElementLine.of(file.attributes()), "", out);
        return out.toString();
    }

    private static void lines(List<ElementLine> lines, String indent, StringBuilder out) {
        for (ElementLine line : lines) {
            out.append(indent)
                    .append(Tag.toString(line.tag()))
                    .append(' ')
                    .append(line.vr())
                    .append(' ')
                    .append(Printable.of(line.name()))
                    .append(": ")
                    .append(printable(line.value()))
                    .append('\n');
            for (int i = 0; i < line.items().size(); i++) {
                out.append(indent).append("  item ").append(i + 1).append('\n');
                lines(line.items().get(i), indent + "    ", out);
            }
        }
    }

    /** One line, and nothing that a terminal would obey. */
    private static String printable(String value) {
        return Printable.of(value.replace("\n", "\\n").replace("\r", "\\r"));
    }

    private static String rows(Path path, DicomFile file, boolean raw) {
        StringWriter out = new StringWriter();
        CsvWriter csv = writer(out);
        rows(path.toString(), ElementLine.of(file.fileMeta()), "", raw, csv);
        rows(path.toString(), ElementLine.of(file.attributes()), "", raw, csv);
        return out.toString();
    }

    private static void rows(
            String path, List<ElementLine> lines, String around, boolean raw, CsvWriter csv) {
        for (ElementLine line : lines) {
            String tag = around + Tag.toString(line.tag());
            String value = raw ? line.value() : SpreadsheetText.guarded(line.value());
            csv.writeRecord(path, tag, line.vr().name(), line.name(), value);
            for (int i = 0; i < line.items().size(); i++) {
                rows(path, line.items().get(i), tag + "[" + (i + 1) + "].", raw, csv);
            }
        }
    }
}
