package org.pixelanon.pipeline.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.Printable;
import org.pixelanon.model.SpreadsheetText;
import org.pixelanon.pipeline.PipelineException;

/**
 * The rectangles of a CSV file: the Python tool's redaction list ({@code
 * filename,left,top,right,bottom,frame,overlay}) or its OCR output, told apart by their columns.
 *
 * @param rows the good rows in file order, summary rows left out
 * @param names every file name that is in a good row, also of summary rows, each once
 * @param broken file name to what is wrong with its first broken row, with the line number, in file
 *     order
 */
public record RectangleCsv(
        List<ListedRectangle> rows, List<ListedName> names, Map<String, String> broken) {

    private static final List<String> NEEDED =
            List.of("filename", "left", "top", "right", "bottom");

    /** Copies the collections. */
    public RectangleCsv {
        rows = List.copyOf(rows);
        names = List.copyOf(names);
        broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
    }

    /**
     * Reads a file.
     *
     * @param csv the file, UTF-8, with a header line
     * @return its rows; a broken row is kept as a message under the file it names, because that
     *     file must then not be written
     * @throws PipelineException if the file cannot be read, is not UTF-8 at all, lacks a column, or
     *     a broken row does not even name its file
     */
    public static RectangleCsv read(Path csv) throws PipelineException {
        if (!Files.isRegularFile(csv)) {
            throw new PipelineException(csv + ": no such file");
        }
        Reading reading = new Reading(csv);
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(ListText.LONGEST_FIELD)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(ListText.open(csv))) {
            for (NamedCsvRecord row : reader) {
                reading.take(row);
            }
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + ListText.problem(e), e);
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(csv + ": cannot be read", e);
        }
        return reading.end();
    }

    /**
     * Every file name that is in a good row.
     *
     * @return each once, in file order
     */
    public List<String> listed() {
        return names.stream().map(ListedName::filename).toList();
    }

    /**
     * What is wrong with the first broken row of a name.
     *
     * @param filename a name of {@link #broken}
     * @return the reason with the name, which may hold anything
     */
    public String brokenRow(String filename) {
        return broken.get(filename) + " (" + Printable.of(filename) + ")";
    }

    /** What has been read of one file. */
    private static final class Reading {

        private static final String UNENDED = "a quote is not closed in this row";

        private final Path csv;
        private final List<ListedRectangle> rows = new ArrayList<>();
        private final Map<String, ListedName> names = new LinkedHashMap<>();
        private final Map<String, String> broken = new LinkedHashMap<>();
        private boolean begun;
        private boolean ended;

        Reading(Path csv) {
            this.csv = csv;
        }

        void take(NamedCsvRecord row) throws PipelineException {
            if (!begun) {
                requireColumns(row.getHeader());
                begun = true;
            }
            ended = row.getFields().stream().anyMatch(f -> f.endsWith(ListText.END));
            if (!ended || row.getFieldCount() > 1 || !row.getField(0).equals(ListText.END)) {
                read(row);
            }
        }

        private void requireColumns(List<String> header) throws PipelineException {
            for (String name : NEEDED) {
                if (!header.contains(name)) {
                    throw new PipelineException(csv + ": line 1: no column '" + name + "'");
                }
            }
        }

        private void read(NamedCsvRecord row) throws PipelineException {
            long line = row.getStartingLineNumber();
            String filename = field(row, "filename");
            if (filename.isBlank() || filename.endsWith(ListText.END)) {
                String why = filename.isBlank() ? "no file name" : UNENDED;
                throw new PipelineException(csv + ": line " + line + ": " + why);
            }
            Optional<String> defect = defect(row, filename);
            if (defect.isPresent()) {
                broken(filename, line, defect.get());
                return;
            }
            try {
                InclusiveBox box = box(row);
                if (!box.isSummary()) {
                    requireRectangle(box);
                    rows.add(
                            new ListedRectangle(
                                    filename,
                                    box,
                                    SpreadsheetText.plain(field(row, "ocr_text")),
                                    field(row, "ocr_engine"),
                                    field(row, "ner_engine"),
                                    sensitive(row),
                                    line));
                }
                names.merge(
                        filename,
                        new ListedName(filename, line, 1),
                        (a, b) -> new ListedName(filename, a.line(), a.rows() + 1));
            } catch (IllegalArgumentException | ArithmeticException e) {
                broken(filename, line, String.valueOf(e.getMessage()));
            }
        }

        private void broken(String filename, long line, String why) {
            broken.putIfAbsent(filename, csv + ": line " + line + ": " + why);
        }

        private static Optional<String> defect(NamedCsvRecord row, String filename) {
            int fields = row.getHeader().size();
            if (row.getFields().stream().anyMatch(f -> f.endsWith(ListText.END))) {
                return Optional.of(UNENDED);
            }
            if (row.getFields().stream().anyMatch(ListText::isDamaged)) {
                return Optional.of("bytes that are not UTF-8 text");
            }
            if (row.getFieldCount() != fields) {
                return Optional.of(row.getFieldCount() + " fields instead of " + fields);
            }
            return ListText.isName(filename)
                    ? Optional.empty()
                    : Optional.of("not a valid file name here (is LANG or LC_ALL UTF-8?)");
        }

        /** What begins above or left of the image was never a place on it. */
        private static void requireRectangle(InclusiveBox box) {
            box.toRegion();
            if (box.left() < 0 || box.top() < 0) {
                throw new IllegalArgumentException(
                        "negative rectangle "
                                + box.left()
                                + ","
                                + box.top()
                                + ","
                                + box.right()
                                + ","
                                + box.bottom());
            }
        }

        RectangleCsv end() throws PipelineException {
            if (!begun || !ended) {
                throw new PipelineException(csv + ": line 1: incomplete header line");
            }
            return new RectangleCsv(rows, List.copyOf(names.values()), broken);
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

    private static int sensitive(NamedCsvRecord row) {
        String value = field(row, "is_sensitive");
        return value.isEmpty() ? -1 : number(row, "is_sensitive");
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
