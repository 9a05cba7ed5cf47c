package org.pixelanon.cli.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.pixelanon.store.index.IndexColumn;
import org.pixelanon.store.index.IndexFilter;
import org.pixelanon.store.index.IndexReader;
import org.pixelanon.tables.TableSource;
import org.pixelanon.tables.TableWriter;

/** An index as a table: its rows are converted to CSV in parts, as they are read. */
final class IndexTable implements TableSource {

    private static final int ROWS = 1000;

    private final Path index;

    IndexTable(Path index) {
        this.index = index;
    }

    @Override
    public InputStream open() throws IOException {
        return new Rows(IndexReader.read(index));
    }

    @Override
    public long size() {
        try {
            return Files.size(index);
        } catch (IOException e) {
            return 0; // reading it reports the problem
        }
    }

    private static final class Rows extends InputStream {

        private final IndexReader reader;
        private byte[] text;
        private int at;
        private String last = "";

        Rows(IndexReader reader) {
            this.reader = reader;
            List<String> names =
                    Arrays.stream(IndexColumn.values()).map(IndexColumn::title).toList();
            text = csv(List.of(names));
        }

        /** With guards against formulas, which the reader removes again. */
        private static byte[] csv(List<List<String>> rows) {
            StringWriter out = new StringWriter();
            TableWriter table = new TableWriter(out, false);
            rows.forEach(table::row);
            try {
                table.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }

        private boolean isAtEnd() throws IOException {
            if (at == text.length) {
                List<List<String>> rows = reader.rows(IndexFilter.ALL, last, ROWS);
                text = csv(rows);
                at = 0;
                if (!rows.isEmpty()) {
                    last = rows.get(rows.size() - 1).get(IndexColumn.FILENAME.ordinal());
                }
            }
            return at == text.length;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : text[at++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int count = Math.min(length, text.length - at);
            System.arraycopy(text, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
