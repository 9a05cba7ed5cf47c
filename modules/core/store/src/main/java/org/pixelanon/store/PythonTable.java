package org.pixelanon.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table of the Python tool as its database layer, pydal, defines it: once for SQLite, once for
 * the note that pydal keeps of what it has made.
 *
 * @param name its name
 * @param columns its columns in their order, the number of the row first
 */
record PythonTable(String name, List<Column> columns) {

    static final PythonTable RECTS =
            new PythonTable(
                    "DicomRects",
                    List.of(
                            Column.ID,
                            Column.text("filename"),
                            Column.integer("top"),
                            Column.integer("bottom"),
                            Column.integer("left"),
                            Column.integer("right"),
                            Column.integer("frame"),
                            Column.integer("overlay"),
                            Column.integer("ocrengine"),
                            Column.text("ocrtext"),
                            Column.integer("nerengine"),
                            Column.integer("nerpii"),
                            Column.TIME,
                            Column.text("last_modified_by")));

    static final PythonTable TAGS =
            new PythonTable(
                    "DicomTags",
                    List.of(
                            Column.ID,
                            new Column("filename", "string", "CHAR(512) UNIQUE", true),
                            new Column("mark", "boolean", "CHAR(1)", false),
                            Column.text("comment"),
                            Column.text("Modality"),
                            Column.text("ImageType"),
                            Column.text("ManufacturerModelName"),
                            Column.text("BurnedInAnnotation"),
                            Column.integer("Rows"),
                            Column.integer("Columns"),
                            Column.TIME,
                            Column.text("last_modified_by")));

    /** What pydal takes for the length of whatever has none. */
    private static final int LENGTH = 512;

    /**
     * A column.
     *
     * @param name its name as the Python tool spells it; SQLite takes any case
     * @param type what pydal calls its type
     * @param sql what SQLite calls it
     * @param unique whether no value may be there twice
     */
    record Column(String name, String type, String sql, boolean unique) {

        static final Column ID = new Column("id", "id", "INTEGER PRIMARY KEY AUTOINCREMENT", false);
        static final Column TIME = new Column("last_modified", "datetime", "TIMESTAMP", false);

        static Column text(String name) {
            return new Column(name, "string", "CHAR(512)", false);
        }

        static Column integer(String name) {
            return new Column(name, "integer", "INTEGER", false);
        }
    }

    /** The statement that makes it where it is not. */
    String create() {
        return columns.stream()
                .map(c -> '"' + c.name().toLowerCase(Locale.ROOT) + "\" " + c.sql())
                .collect(
                        Collectors.joining(", ", "CREATE TABLE IF NOT EXISTS " + name + " (", ")"));
    }

    /** The names of its columns in lower case. */
    Set<String> names() {
        return columns.stream()
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What pydal writes down when it has made the table: a pickle (protocol 2, which every Python
     * since 2.3 reads) of a dictionary of columns, each a dictionary of what it is like.
     */
    byte[] note() {
        Pickle pickle = new Pickle();
        pickle.beginDictionary();
        int position = 0;
        for (Column column : columns) {
            position++;
            pickle.text(column.name());
            pickle.beginDictionary();
            pickle.text("length");
            pickle.integer(LENGTH);
            pickle.text("unique");
            pickle.truth(column.unique());
            pickle.text("notnull");
            pickle.truth(false);
            pickle.text("sortable");
            pickle.integer(position);
            pickle.text("type");
            pickle.text(column.type());
            pickle.text("sql");
            pickle.text(column.sql());
            pickle.text("rname");
            pickle.text('"' + column.name() + '"');
            pickle.text("raw_rname");
            pickle.text(column.name());
            pickle.endDictionary();
        }
        pickle.endDictionary();
        return pickle.end();
    }

    /** The few opcodes of Python's pickles that a note needs; see Python's module pickletools. */
    private static final class Pickle {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle() {
            out.write(0x80); // PROTO
            out.write(2);
        }

        void beginDictionary() {
            out.write('}'); // EMPTY_DICT
            out.write('('); // MARK
        }

        void endDictionary() {
            out.write('u'); // SETITEMS
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write('X'); // BINUNICODE
            out.writeBytes(number(bytes.length));
            out.writeBytes(bytes);
        }

        void integer(int value) {
            out.write('J'); // BININT
            out.writeBytes(number(value));
        }

        void truth(boolean value) {
            out.write(value ? 0x88 : 0x89); // NEWTRUE, NEWFALSE
        }

        byte[] end() {
            out.write('.'); // STOP
            return out.toByteArray();
        }

        private static byte[] number(int value) {
            return ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array();
        }
    }
}
