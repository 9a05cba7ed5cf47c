package org.pixelanon.pipeline.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.Printable;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListText;

/**
 * Reads the names of files out of lists: CSV with a column of paths, text with one name a line, and
 * either of them from standard input.
 */
final class ListReader {

    private static final String STANDARD_INPUT = "standard input";
    private static final List<String> PATH_COLUMNS = List.of("filename", "DicomFilePath");

    /** Takes what a list says. */
    interface Taker {

        /**
         * Takes a name.
         *
         * @param name as written
         * @param where the list and the 1-based line, for messages
         */
        void name(String name, String where) throws PipelineException;

        /** Told of a CSV without a row. */
        void none(String list);
    }

    private final Taker taker;

    ListReader(Taker taker) {
        this.taker = taker;
    }

    /** Reads a CSV file. */
    void readCsv(Path csv) throws PipelineException {
        try (Reader text = ListText.open(csv)) {
            readRows(text, csv.toString());
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(csv + ": cannot be read", e);
        }
    }

    /** Reads a text file. */
    void readLines(Path list) throws PipelineException {
        try (BufferedReader lines = new BufferedReader(ListText.open(list))) {
            String first = lines.readLine();
            readLines(first == null ? "" : first, lines, list.toString());
        } catch (IOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(list + ": cannot be read", e);
        }
    }

    /** Reads a list of either kind, told apart by its first line. */
    void readStandardInput(BufferedReader lines) throws PipelineException {
        try {
            String first = lines.readLine();
            String name = first == null ? "" : first.replaceFirst("^\uFEFF", "");
            if (NameList.isHeader(name, PATH_COLUMNS)) {
                readRows(NameList.csv(name, lines), STANDARD_INPUT);
            } else {
                readLines(name, lines, STANDARD_INPUT);
            }
        } catch (IOException | UncheckedIOException e) {
            throw e instanceof PipelineException p
                    ? p
                    : new PipelineException(STANDARD_INPUT + " cannot be read", e);
        }
    }

    private void readLines(String first, BufferedReader lines, String list) throws IOException {
        int number = 1;
        for (String line = first; line != null; line = lines.readLine()) {
            if (line.equals(ListText.END)) {
                return;
            }
            String where = list + ": line " + number++;
            if (ListText.isDamaged(line)) {
                throw new PipelineException(where + ": bytes that are not UTF-8 text");
            }
            if (!line.isBlank()) {
                taker.name(line.strip(), where);
            }
        }
    }

    private void readRows(Reader text, String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(ListText.LONGEST_FIELD)
                        .allowMissingFields(true)
                        .skipEmptyLines(true)
                        .ofNamedCsvRecord(text)) {
            boolean any = false;
            boolean ended = false;
            for (NamedCsvRecord row : reader) {
                ended = row.getFieldCount() == 1 && row.getField(0).equals(ListText.END);
                if (!ended) {
                    any = true;
                    readRow(row, csv);
                }
            }
            if (!any) {
                taker.none(csv);
            }
        } catch (CsvParseException e) {
            throw new PipelineException(csv + ": " + ListText.problem(e), e);
        }
    }

    /** A row that is not what its writer wrote ends the run: who knows which file it meant. */
    private void readRow(NamedCsvRecord row, String csv) throws PipelineException {
        String where = csv + ": line " + row.getStartingLineNumber();
        String column =
                PATH_COLUMNS.stream()
                        .filter(row.getHeader()::contains)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new PipelineException(
                                                csv
                                                        + ": line 1: no column 'filename' or 'DicomFilePath'"));
        int fields = row.getHeader().size();
        if (row.getFields().stream().anyMatch(f -> f.endsWith(ListText.END))) {
            throw new PipelineException(where + ": a quote is not closed in this row");
        }
        if (row.getFieldCount() != fields) {
            throw new PipelineException(
                    where + ": " + row.getFieldCount() + " fields instead of " + fields);
        }
        String name = row.getField(column);
        if (ListText.isDamaged(name)) {
            throw new PipelineException(
                    where + ": bytes that are not UTF-8 text (" + Printable.of(name) + ")");
        }
        taker.name(name, where);
    }
}
