package org.pixelanon.pipeline;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.pixelanon.model.InclusiveBox;

/**
 * The rectangles of a CSV file: the Python tool's redaction list ({@code
 * filename,left,top,right,bottom,frame,overlay}) or its OCR output, told apart by their columns.
 *
 * @param rows the good rows in file order, summary rows left out
 * @param listed every file name that stands in a good row, also of summary rows, each once
 * @param broken file name to what is wrong with its first broken row, with the line number
 */
public record RectangleCsv(
        List<ListedRectangle> rows, List<String> listed, Map<String, String> broken) {

    private static final List<String> NEEDED =
            List.of("filename", "left", "top", "right", "bottom");

    /** Copies the collections. */
    public RectangleCsv {
        rows = List.copyOf(rows);
        listed = List.copyOf(listed);
        broken = Map.copyOf(broken);
    }

    /**
     * Reads a file.
     *
     * @param csv the file, UTF-8, with a header line
     * @return its rows; a broken row is kept as a message under the file it names, because that
     *     file must then not be written
     * @throws PipelineException if the file cannot be read, lacks a column, or a broken row does
     *     not even name its file
     */
    public static RectangleCsv read(Path csv) throws PipelineException {
        if (!Files.isRegularFile(csv)) {
            throw new PipelineException(csv + ": no such file");
        }
        List<ListedRectangle> rows = new ArrayList<>();
        Map<String, Boolean> listed = new LinkedHashMap<>();
        Map<String, String> broken = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(csv)) {
            boolean first = true;
            for (NamedCsvRecord row : reader) {
                if (first) {
                    requireColumns(csv, row);
                    first = false;
                }
                readRow(csv, row, rows, listed, broken);
            }
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + parseProblem(e), e);
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(csv + ": cannot be read", e);
        }
        return new RectangleCsv(rows, List.copyOf(listed.keySet()), broken);
    }

    /**
     * FastCSV puts the line number into the message of the exception or of its cause, never field
     * values.
     */
    static String parseProblem(CsvParseException e) {
        Throwable cause = e.getCause();
        return cause == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + " " + cause.getMessage();
    }

    private static void requireColumns(Path csv, NamedCsvRecord row) throws PipelineException {
        for (String name : NEEDED) {
            if (!row.getHeader().contains(name)) {
                throw new PipelineException(csv + ": line 1: no column '" + name + "'");
            }
        }
    }

    private static void readRow(
            Path csv,
            NamedCsvRecord row,
            List<ListedRectangle> rows,
            Map<String, Boolean> listed,
            Map<String, String> broken)
            throws PipelineException {
        long line = row.getStartingLineNumber();
        String filename = field(row, "filename");
        if (filename.isBlank()) {
            throw new PipelineException(csv + ": line " + line + ": no file name");
        }
        int fields = row.getHeader().size();
        if (row.getFieldCount() != fields) {
            String why = row.getFieldCount() + " fields instead of " + fields;
            broken.putIfAbsent(filename, csv + ": line " + line + ": " + why);
            return;
        }
        try {
            InclusiveBox box = box(row);
            listed.put(filename, true);
            if (!box.isSummary()) {
                box.toRegion();
                rows.add(
                        new ListedRectangle(
                                filename,
                                box,
                                field(row, "ocr_text"),
                                field(row, "ocr_engine"),
                                field(row, "ner_engine"),
                                sensitive(row),
                                line));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            broken.putIfAbsent(filename, csv + ": line " + line + ": " + e.getMessage());
        }
    }

    private static InclusiveBox box(NamedCsvRecord row) {
        return new InclusiveBox(
                number(row, "left"),
                number(row, "top"),
                number(row, "right"),
                number(row, "bottom"),
                optionalNumber(row, "frame"),
                optionalNumber(row, "overlay"));
    }

    private static OptionalInt sensitive(NamedCsvRecord row) {
        String value = field(row, "is_sensitive");
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(row, "is_sensitive"));
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("");
    }

    private static int optionalNumber(NamedCsvRecord row, String name) {
        return field(row, name).isEmpty() ? InclusiveBox.NONE : number(row, name);
    }

    private static int number(NamedCsvRecord row, String name) {
        try {
            return Integer.parseInt(row.getField(name).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' is not a number", e);
        }
    }
}
