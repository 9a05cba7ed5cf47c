package org.pixelanon.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;
import org.pixelanon.model.SpreadsheetText;

/**
 * Reads the rows of a table one after the other, including the header. Failures name file and line.
 */
final class RowReader implements Closeable {

    /** Most fields of a row, more than any real table has; lists of files have the same limit. */
    private static final int MOST_FIELDS = 16_384;

    private static final int MOST_CHARACTERS = 1 << 24;

    private static final int LONGEST_FIELD = 1 << 22;

    private final Path file;
    private final Charset charset;
    private final CloseableIterator<Row> rows;
    private long line;

    /**
     * Opens a file.
     *
     * @param at the byte to begin with
     * @param columns the columns, if the first row read is not the header
     * @param progress receives megabytes and may request a stop; may be null
     */
    static RowReader of(
            Path file,
            Charset charset,
            long at,
            @Nullable List<String> columns,
            @Nullable Progress progress)
            throws TableException {
        try {
            SeekableByteChannel channel = Files.newByteChannel(file);
            channel.position(at);
            CountingStream in = new CountingStream(Channels.newInputStream(channel), progress);
            try {
                in.begin(file, channel.size());
                return new RowReader(in, file, charset, columns);
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (TableException e) {
            throw e;
        } catch (IOException e) {
            throw new TableException(file + ": cannot be read: " + why(e), e);
        }
    }

    /** Opens a table that is written while it is read, in UTF-8. */
    static RowReader of(Path file, TableSource source, @Nullable Progress progress)
            throws TableException {
        try {
            CountingStream in = new CountingStream(source.open(), progress);
            try {
                in.begin(file, source.size());
                return new RowReader(in, file, StandardCharsets.UTF_8, null);
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (TableException e) {
            throw e;
        } catch (IOException e) {
            throw new TableException(file + ": cannot be read: " + why(e), e);
        }
    }

    private RowReader(InputStream in, Path file, Charset charset, @Nullable List<String> columns)
            throws IOException {
        this.file = file;
        this.charset = charset;
        rows =
                CsvReader.builder()
                        .maxBufferSize(LONGEST_FIELD)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .skipEmptyLines(true)
                        .build(new Gathering(columns), TableText.open(in, charset))
                        .iterator();
    }

    /**
     * The next row, in the same object as the one before.
     *
     * @return null after the last
     */
    @Nullable Row next() throws TableException {
        Row row;
        try {
            row = rows.next();
        } catch (CsvParseException | UncheckedIOException e) {
            throw failure(e, e.getCause() == null ? e : e.getCause());
        }
        line = row.line();
        if (!row.endsWith(TableText.END)) {
            return row;
        }
        if (row.size() == 1 && row.get(0).equals(TableText.END)) {
            return null;
        }
        throw new TableException(file + ": line " + line + ": a quote is not closed in this row");
    }

    private TableException failure(Exception e, Throwable cause) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof TableException ours) {
                return ours;
            }
        }
        if (cause instanceof CharacterCodingException) {
            return new TableException(
                    file + lineOfBadBytes(e) + ": bytes that are not " + charset + " text", e);
        }
        if (e instanceof CsvParseException parse) {
            // messages of the library contain lines and positions, never values
            return new TableException(file + ": " + parse.getMessage(), e);
        }
        return new TableException(
                file + ": cannot be read after line " + line + ": " + why(cause), e);
    }

    private static String why(Throwable cause) {
        return cause instanceof EOFException
                ? "the compressed data is truncated"
                : String.valueOf(cause.getMessage());
    }

    private String lineOfBadBytes(Exception e) {
        try (InputStream in = Files.newInputStream(file)) {
            return ": line " + TableText.lineOfBadBytes(in, charset);
        } catch (IOException again) {
            e.addSuppressed(again);
            return ", after line " + line;
        }
    }

    @Override
    public void close() throws TableException {
        try {
            rows.close();
        } catch (IOException e) {
            throw new TableException(file + ": cannot be read: " + why(e), e);
        }
    }

    /** Gathers the fields of a row in one buffer, without an object for each. */
    private final class Gathering extends AbstractBaseCsvCallbackHandler<Row> {

        private final Row row = new Row();
        private final BitSet files = new BitSet();
        private boolean named;

        Gathering(@Nullable List<String> columns) {
            if (columns != null) {
                name(columns);
            }
        }

        private void name(List<String> columns) {
            named = true;
            for (int i = 0; i < columns.size(); i++) {
                files.set(i, SpreadsheetText.holdsFiles(columns.get(i).strip()));
            }
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            if (row.size() == MOST_FIELDS || row.length() + (long) len > MOST_CHARACTERS) {
                throw new UncheckedIOException(
                        new TableException(
                                file
                                        + ": line "
                                        + row.line()
                                        + ": a row has more than "
                                        + MOST_FIELDS
                                        + " fields, or more than "
                                        + MOST_CHARACTERS
                                        + " characters"));
            }
            if (len > 1 && buf[offset] == SpreadsheetText.MARK && !files.get(fieldIdx)) {
                String plain = SpreadsheetText.plain(new String(buf, offset, len));
                row.add(plain.toCharArray(), 0, plain.length());
            } else {
                row.add(buf, offset, len);
            }
        }

        @Override
        protected Row buildRecord() {
            if (!named) {
                name(row.fields());
            }
            return row;
        }
    }
}
