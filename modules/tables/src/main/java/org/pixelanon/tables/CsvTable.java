package org.pixelanon.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;

/**
 * A CSV file with a header line (RFC 4180; line ends of any system, quotes inside quoted fields
 * doubled), plain or compressed by gzip. Any set of columns. Rows that do not have as many fields
 * as the header are left out and told with their lines.
 */
public final class CsvTable {

    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_LINES_NAMED = 10;

    private final Path file;
    private final Charset charset;
    private final List<String> columns;

    private CsvTable(Path file, Charset charset, List<String> columns) {
        this.file = file;
        this.charset = charset;
        this.columns = columns;
    }

    /** What rows are handed to. */
    public interface RowVisitor {

        /**
         * Takes a row.
         *
         * @param row valid until the next one
         * @throws IOException if it cannot be written on
         */
        void row(Row row) throws IOException;
    }

    /**
     * What was read.
     *
     * @param rows rows that were handed on
     * @param broken rows that were left out because they have another number of fields than the
     *     header
     * @param brokenLines the lines of the first of them, 1-based
     */
    public record Reading(long rows, long broken, List<Long> brokenLines) {

        /** Copies the list. */
        public Reading {
            brokenLines = List.copyOf(brokenLines);
        }

        /**
         * What is to be told of rows that were left out.
         *
         * @param file the file
         * @return a sentence; empty if none was left out
         */
        public String complaint(Path file) {
            return broken == 0
                    ? ""
                    : file
                            + ": "
                            + broken
                            + (broken == 1 ? " row has" : " rows have")
                            + " another number of fields than the header and"
                            + (broken == 1 ? " is" : " are")
                            + " left out: line "
                            + String.join(", ", brokenLines.stream().map(String::valueOf).toList())
                            + (broken > brokenLines.size() ? ", \u2026" : "");
        }
    }

    /**
     * Opens a table and reads its header.
     *
     * @param file the file
     * @param charset of its text; a byte order mark is passed over
     * @return the table
     * @throws TableException if it cannot be read, is empty, or two columns have one name
     */
    public static CsvTable open(Path file, Charset charset) throws TableException {
        if (!Files.isRegularFile(file)) {
            throw new TableException(file + ": no such file");
        }
        CsvTable unnamed = new CsvTable(file, charset, List.of());
        List<List<String>> header = new ArrayList<>();
        unnamed.each(header::add, Row::fields, 1, null);
        if (header.isEmpty()) {
            throw new TableException(file + ": is empty");
        }
        List<String> names = header.get(0).stream().map(String::strip).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new TableException(file + ": line 1: two columns have the same name");
        }
        return new CsvTable(file, charset, names);
    }

    /**
     * The file.
     *
     * @return its path
     */
    public Path file() {
        return file;
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
     * Tells whether there is a column.
     *
     * @param name its name
     * @return true if there is
     */
    public boolean has(String name) {
        return columns.contains(name);
    }

    /**
     * Where a column stands.
     *
     * @param name its name
     * @return 0-based
     * @throws TableException if there is none of the name
     */
    public int column(String name) throws TableException {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new TableException(file + ": line 1: no column '" + name + "'");
        }
        return index;
    }

    /**
     * Where columns stand.
     *
     * @param names their names
     * @return 0-based indexes in the order of the names
     * @throws TableException if there is none of a name
     */
    public int[] columns(List<String> names) throws TableException {
        int[] out = new int[names.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column(names.get(i));
        }
        return out;
    }

    /**
     * Reads all rows behind the header.
     *
     * @param visitor is given each complete row
     * @param progress told megabytes, and asked whether to stop
     * @return what was read
     * @throws TableException if bytes are no text of the encoding, a quote does not end, the file
     *     cannot be read, or somebody asked to stop
     * @throws IOException what the visitor throws
     */
    public Reading read(RowVisitor visitor, Progress progress) throws IOException {
        long[] counts = new long[2];
        List<Long> lines = new ArrayList<>();
        each(
                row -> {
                    if (row.size() == columns.size()) {
                        counts[0]++;
                        visitor.row(row);
                    } else if (++counts[1] <= MOST_LINES_NAMED) {
                        lines.add(row.line());
                    }
                },
                row -> row,
                Long.MAX_VALUE,
                progress);
        return new Reading(counts[0], counts[1], lines);
    }

    private interface Taking<T> {
        void take(T value) throws IOException;
    }

    private interface Making<T> {
        T of(Row row);
    }

    /** Hands on rows; all but the first if the header is known. */
    private <T> void each(
            Taking<T> taking, Making<T> making, long most, @Nullable Progress progress)
            throws TableException {
        try (CountingStream counted = new CountingStream(Files.newInputStream(file), progress);
                Reader text = text(counted);
                CsvReader<Row> reader = parser(text)) {
            counted.begin(file, Files.size(file));
            long left = most;
            boolean header = !columns.isEmpty();
            for (Row row : reader) {
                if (header) {
                    header = false;
                    continue;
                }
                taking.take(making.of(row));
                if (--left == 0) {
                    break;
                }
            }
        } catch (TableException e) {
            throw e;
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw unreadable(e, cause == null ? e : cause);
        } catch (IOException e) {
            throw unreadable(e, e);
        }
    }

    /** The fields of one row that was read otherwise. */
    static List<String> fields(String row) throws IOException {
        try (CsvReader<Row> reader = parser(new StringReader(row))) {
            for (Row one : reader) {
                return one.fields();
            }
        }
        return List.of();
    }

    private static CsvReader<Row> parser(Reader text) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .build(new Rows(), text);
    }

    private Reader text(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(4);
        boolean packed = buffered.read() == MAGIC_1 && buffered.read() == MAGIC_2;
        buffered.reset();
        InputStream plain =
                packed
                        ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER)
                        : buffered;
        plain.mark(4);
        byte[] start = plain.readNBytes(3);
        plain.reset();
        if (start.length == 3
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF) {
            plain.skipNBytes(3);
        }
        return new InputStreamReader(
                plain,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private TableException unreadable(Exception e, Throwable cause) {
        if (cause instanceof TableException ours) {
            return ours;
        }
        if (cause instanceof CharacterCodingException) {
            return new TableException(
                    file + lineOfBadBytes() + ": bytes that are no " + charset + " text", e);
        }
        if (e instanceof CsvParseException parse) {
            // messages of the library name lines and positions, never values
            return new TableException(file + ": " + parse.getMessage(), e);
        }
        return new TableException(file + ": cannot be read: " + cause.getMessage(), e);
    }

    /** Looks for the line that cannot be decoded; the reader is some buffers ahead of the rows. */
    private String lineOfBadBytes() {
        try (InputStream in = Files.newInputStream(file);
                BufferedInputStream buffered = new BufferedInputStream(in, BUFFER)) {
            buffered.mark(4);
            boolean packed = buffered.read() == MAGIC_1 && buffered.read() == MAGIC_2;
            buffered.reset();
            BufferedInputStream plain =
                    packed
                            ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER))
                            : buffered;
            return badLine(plain);
        } catch (IOException e) {
            return "";
        }
    }

    private String badLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (long number = 1; ; number++) {
            line.reset();
            int b = in.read();
            if (b < 0) {
                return "";
            }
            while (b >= 0 && b != '\n') {
                line.write(b);
                b = in.read();
            }
            try {
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(line.toByteArray()));
            } catch (CharacterCodingException e) {
                return ": line " + number;
            }
        }
    }

    /** Gathers the fields of a row in one buffer, without an object for each. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Row> {

        private final Row row = new Row();

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            row.add(buf, offset, len);
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
