package org.pixelanon.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;

/**
 * A CSV file with a header line (RFC 4180; line ends of any system, quotes inside quoted fields
 * doubled), plain or compressed by gzip. Any set of columns. Rows with a different number of fields
 * than the header are omitted and reported with their lines.
 */
public final class CsvTable {

    private static final int MOST_LINES_NAMED = 10;

    private final Path file;
    private final Charset charset;
    private final @Nullable TableSource source;
    private final List<String> columns;

    private CsvTable(
            Path file, Charset charset, @Nullable TableSource source, List<String> columns) {
        this.source = source;
        this.file = file;
        this.charset = charset;
        this.columns = columns;
    }

    /** Receives rows. */
    public interface RowVisitor {

        /**
         * Receives a row.
         *
         * @param row valid until the next one
         * @throws IOException if it cannot be written
         */
        void row(Row row) throws IOException;
    }

    /**
     * The result of reading.
     *
     * @param rows rows passed on
     * @param broken rows that were omitted because they have another number of fields than the
     *     header
     * @param brokenLines the lines of the first of them, 1-based
     * @param headers rows that repeat the header, as in lists that were joined; they were skipped
     */
    public record Reading(long rows, long broken, List<Long> brokenLines, long headers) {

        /** Copies the list. */
        public Reading {
            brokenLines = List.copyOf(brokenLines);
        }

        /**
         * The message about omitted rows.
         *
         * @param file the file
         * @return a sentence; empty if there are none
         */
        public String complaint(Path file) {
            return broken == 0
                    ? ""
                    : file
                            + ": "
                            + broken
                            + (broken == 1 ? " row has" : " rows have")
                            + " a different number of fields than the header and"
                            + (broken == 1 ? " is" : " are")
                            + " skipped: line "
                            + String.join(", ", brokenLines.stream().map(String::valueOf).toList())
                            + (broken > brokenLines.size() ? ", \u2026" : "");
        }
    }

    /**
     * Opens a table and reads its header.
     *
     * @param file the file
     * @param charset the encoding; a byte order mark is skipped
     * @return the table
     * @throws TableException if it cannot be read, is empty, or two columns have one name
     */
    public static CsvTable open(Path file, Charset charset) throws TableException {
        if (!Files.isRegularFile(file)) {
            throw new TableException(file + ": no such file");
        }
        return open(file, charset, null);
    }

    /**
     * Opens a table in a file of another kind.
     *
     * @param file the file, for messages
     * @param source provides its rows
     * @return the table
     * @throws TableException if it cannot be read
     */
    public static CsvTable open(Path file, TableSource source) throws TableException {
        return open(file, StandardCharsets.UTF_8, source);
    }

    private static CsvTable open(Path file, Charset charset, @Nullable TableSource source)
            throws TableException {
        List<String> header;
        try (RowReader rows = reader(file, charset, source, null)) {
            Row first = rows.next();
            if (first == null) {
                throw new TableException(file + ": is empty");
            }
            header = names(first);
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new TableException(file + ": line 1: two columns have the same name");
        }
        return new CsvTable(file, charset, source, header);
    }

    private static RowReader reader(
            Path file, Charset charset, @Nullable TableSource source, @Nullable Progress progress)
            throws TableException {
        return source == null
                ? RowReader.of(file, charset, 0, null, progress)
                : RowReader.of(file, source, progress);
    }

    /**
     * The file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    Charset charset() {
        return charset;
    }

    /**
     * The columns.
     *
     * @return their names, in the order of the file
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Returns whether there is a column.
     *
     * @param name its name
     * @return true if there is
     */
    public boolean has(String name) {
        return columns.contains(name);
    }

    /**
     * The index of a column.
     *
     * @param name its name
     * @return 0-based
     * @throws TableException if there is no such column
     */
    public int column(String name) throws TableException {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new TableException(file + ": line 1: no column '" + name + "'");
        }
        return index;
    }

    /**
     * The indexes of columns.
     *
     * @param names their names
     * @return 0-based indexes in the order of the names
     * @throws TableException if a column is missing
     */
    public int[] columns(List<String> names) throws TableException {
        int[] out = new int[names.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column(names.get(i));
        }
        return out;
    }

    /**
     * Reads all rows after the header.
     *
     * @param visitor receives each complete row
     * @param progress receives megabytes, and may request a stop
     * @return what was read
     * @throws TableException if bytes are invalid in the encoding, a quote is not closed, the file
     *     cannot be read, or a stop was requested; earlier rows were passed on
     * @throws IOException the exception of the visitor, even if it is wrapped
     */
    public Reading read(RowVisitor visitor, Progress progress) throws IOException {
        long complete = 0;
        long headers = 0;
        long broken = 0;
        List<Long> lines = new ArrayList<>();
        try (RowReader rows = reader(file, charset, source, progress)) {
            Row header = rows.next();
            if (header == null || !names(header).equals(columns)) {
                throw new TableException(file + ": line 1: the header changed");
            }
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.size() != columns.size()) {
                    if (++broken <= MOST_LINES_NAMED) {
                        lines.add(row.line());
                    }
                } else if (row.size() > 1 && row.isHeader(columns)) {
                    headers++;
                } else {
                    complete++;
                    hand(row, visitor);
                }
            }
        }
        return new Reading(complete, broken, lines, headers);
    }

    private static List<String> names(Row header) {
        return header.fields().stream().map(String::strip).toList();
    }

    /** CSV writers throw the unchecked kind. */
    private static void hand(Row row, RowVisitor visitor) throws IOException {
        try {
            visitor.row(row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
