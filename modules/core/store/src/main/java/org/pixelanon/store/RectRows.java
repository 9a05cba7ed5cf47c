package org.pixelanon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.StoredRow.Author;

/**
 * Statements on single rows of {@code DicomRects}, and on our note about each that we wrote: {@code
 * pixelanon_rows} holds a digest of what a scan wrote, so that a later change shows, or an empty
 * one for what a person wrote. Never a copy of the text: who deletes a row must have deleted it.
 * {@code pixelanon_reasons} holds the word of a person for what a row is, {@code
 * pixelanon_witnesses} who saw and read it.
 */
final class RectRows {

    static final int FIRST_ENGINE = 1;
    static final int LAST_ENGINE = 5;

    private static final String COLUMNS =
            "top, bottom, \"left\", \"right\", frame, overlay, ocrengine, ocrtext, nerengine, nerpii,"
                    + " last_modified, last_modified_by";
    private static final String VALUES = "?,?,?,?,?,?,?,?,?,?,?,?";

    private static final String INSERT =
            "INSERT INTO DicomRects ("
                    + COLUMNS
                    + ", filename) VALUES ("
                    + VALUES
                    + ",?) RETURNING id";
    private static final String INSERT_NUMBERED =
            "INSERT INTO DicomRects (" + COLUMNS + ", filename, id) VALUES (" + VALUES + ",?,?)";

    /** Without what is kept beside a row, because all rows are gone through. */
    private static final String TEXTS =
            "SELECT id, filename, ocrtext FROM DicomRects WHERE filename IS NOT NULL"
                    + " AND ocrtext <> '' AND \"left\" >= 0 ORDER BY filename, id";

    private static final int FILENAME = 13;
    private static final int ID = 14;
    private static final int DIGEST_BYTES = 16;

    private RectRows() {}

    /**
     * The rows of a file in the order they were written.
     *
     * @param judged whether the file has a mark, which makes all its rows a person's
     */
    static List<StoredRow> of(Connection connection, String filename, boolean judged)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        select(connection) + " WHERE filename = ? ORDER BY r.id")) {
            select.setString(1, filename);
            return rows(select, judged);
        }
    }

    /** The rows of all files in the order they were written, each told by itself alone. */
    static List<StoredRow> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        select(connection) + " WHERE filename IS NOT NULL ORDER BY r.id")) {
            return rows(select, false);
        }
    }

    /** Rows with a rectangle whose file and text are wanted, file by file; so many at most. */
    static List<StoredRow> withText(
            Connection connection, BiPredicate<String, String> wanted, int most)
            throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TEXTS);
                ResultSet row = select.executeQuery()) {
            while (found.size() < most && row.next()) {
                if (wanted.test(row.getString(2), row.getString(3))) {
                    found.add(row.getLong(1));
                }
            }
        }
        List<StoredRow> rows = new ArrayList<>(found.size());
        try (PreparedStatement select =
                connection.prepareStatement(select(connection) + " WHERE r.id = ?")) {
            for (long id : found) {
                select.setLong(1, id);
                rows.addAll(rows(select, false));
            }
        }
        return rows;
    }

    private static String select(Connection connection) throws SQLException {
        // a database that is only read may lack tables of ours, or those we added later
        Set<String> tables = Schema.tables(connection);
        boolean notes = tables.contains("pixelanon_rows");
        boolean reasons = tables.contains("pixelanon_reasons");
        boolean witnesses = tables.contains("pixelanon_witnesses");
        return "SELECT r.id, filename, "
                + COLUMNS
                + (notes ? ", n.digest" : ", NULL AS digest")
                + (reasons ? ", w.reason" : ", NULL AS reason")
                + (witnesses ? ", s.witnesses" : ", NULL AS witnesses")
                + " FROM DicomRects r"
                + (notes ? " LEFT JOIN pixelanon_rows n ON n.id = r.id" : "")
                + (reasons ? " LEFT JOIN pixelanon_reasons w ON w.id = r.id" : "")
                + (witnesses ? " LEFT JOIN pixelanon_witnesses s ON s.id = r.id" : "");
    }

    private static List<StoredRow> rows(PreparedStatement select, boolean judged)
            throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                StoredRegion region = read(row);
                Author author = judged ? Author.PERSON : author(region, row.getString("digest"));
                rows.add(
                        new StoredRow(
                                row.getLong("id"), row.getString("filename"), region, author));
            }
        }
        return rows;
    }

    private static Author author(StoredRegion region, @Nullable String noted) {
        if (noted == null) {
            boolean machine =
                    region.ocrEngine() >= FIRST_ENGINE && region.ocrEngine() <= LAST_ENGINE;
            return machine ? Author.UNPROVEN : Author.PERSON;
        }
        return noted.equals(digest(region)) ? Author.SCAN : Author.PERSON;
    }

    /** What a row says now, whoever changed it. */
    static Optional<StoredRegion> byId(Connection connection, String filename, long id)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        select(connection) + " WHERE r.id = ? AND filename = ?")) {
            select.setLong(1, id);
            select.setString(2, filename);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Writes what a scan found. */
    static void insertScanned(Connection connection, String filename, List<StoredRegion> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement note =
                        connection.prepareStatement("INSERT INTO pixelanon_rows VALUES (?,?)")) {
            for (StoredRegion row : rows) {
                long id = inserted(insert, filename, row);
                note.setLong(1, id);
                note.setString(2, digest(row));
                note.addBatch();
                witnesses(connection, id, row.witnesses());
            }
            note.executeBatch();
        }
    }

    /** Writes what a person did. Number 0 lets the database give one. */
    static long insert(Connection connection, String filename, long id, StoredRegion region)
            throws SQLException {
        long given = insertRow(connection, filename, id, region);
        noteByPerson(connection, given);
        reason(connection, given, region.reason());
        witnesses(connection, given, region.witnesses());
        return given;
    }

    /** Writes a row from elsewhere; without a note it is told by its engine who wrote it. */
    static long insertForeign(Connection connection, String filename, StoredRegion region)
            throws SQLException {
        long given = insertRow(connection, filename, 0, region);
        reason(connection, given, region.reason());
        return given;
    }

    private static long insertRow(
            Connection connection, String filename, long id, StoredRegion region)
            throws SQLException {
        if (id == 0) {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                return inserted(insert, filename, region);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_NUMBERED)) {
            bind(insert, region);
            insert.setString(FILENAME, filename);
            insert.setLong(ID, id);
            insert.executeUpdate();
            return id;
        }
    }

    private static long inserted(PreparedStatement insert, String filename, StoredRegion region)
            throws SQLException {
        bind(insert, region);
        insert.setString(FILENAME, filename);
        try (ResultSet row = insert.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static void update(Connection connection, String filename, long id, StoredRegion region)
            throws SQLException {
        String places = "=?, ";
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE DicomRects SET "
                                + COLUMNS.replace(", ", places)
                                + "=? WHERE filename = ? AND id = ?")) {
            bind(update, region);
            update.setString(FILENAME, filename);
            update.setLong(ID, id);
            update.executeUpdate();
        }
        noteByPerson(connection, id);
        reason(connection, id, region.reason());
    }

    /** The note about a row outlives it, so that a row put back is again what it was. */
    static void delete(Connection connection, long id) throws SQLException {
        run(connection, "DELETE FROM DicomRects WHERE id = ?", id);
        run(connection, "DELETE FROM pixelanon_reasons WHERE id = ?", id);
        run(connection, "DELETE FROM pixelanon_witnesses WHERE id = ?", id);
    }

    static void deleteScanned(Connection connection, long id) throws SQLException {
        delete(connection, id);
        run(connection, "DELETE FROM pixelanon_rows WHERE id = ?", id);
    }

    private static void noteByPerson(Connection connection, long id) throws SQLException {
        run(connection, "INSERT INTO pixelanon_rows VALUES (?, '') ON CONFLICT DO NOTHING", id);
    }

    private static void reason(Connection connection, long id, String reason) throws SQLException {
        if (reason.isEmpty()) {
            run(connection, "DELETE FROM pixelanon_reasons WHERE id = ?", id);
            return;
        }
        put(
                connection,
                "INSERT INTO pixelanon_reasons VALUES (?,?)"
                        + " ON CONFLICT (id) DO UPDATE SET reason = excluded.reason",
                id,
                reason);
    }

    private static void witnesses(Connection connection, long id, String names)
            throws SQLException {
        if (!names.isEmpty()) {
            put(
                    connection,
                    "INSERT INTO pixelanon_witnesses VALUES (?,?)"
                            + " ON CONFLICT (id) DO UPDATE SET witnesses = excluded.witnesses",
                    id,
                    names);
        }
    }

    private static void put(Connection connection, String sql, long id, String word)
            throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(sql)) {
            put.setLong(1, id);
            put.setString(2, word);
            put.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private static StoredRegion read(ResultSet row) throws SQLException {
        InclusiveBox box =
                new InclusiveBox(
                        Columns.number(row, "left"),
                        Columns.number(row, "top"),
                        Columns.number(row, "right"),
                        Columns.number(row, "bottom"),
                        Columns.number(row, "frame"),
                        Columns.number(row, "overlay"));
        return new StoredRegion(
                box,
                Columns.number(row, "ocrengine"),
                Columns.text(row, "ocrtext"),
                Columns.number(row, "nerengine"),
                Columns.number(row, "nerpii"),
                Columns.text(row, "last_modified"),
                Columns.text(row, "last_modified_by"),
                Columns.text(row, "reason"),
                Columns.text(row, "witnesses"));
    }

    private static void bind(PreparedStatement statement, StoredRegion row) throws SQLException {
        InclusiveBox box = row.box();
        int[] numbers = {
            box.top(),
            box.bottom(),
            box.left(),
            box.right(),
            box.frame(),
            box.overlay(),
            row.ocrEngine()
        };
        for (int i = 0; i < numbers.length; i++) {
            statement.setInt(1 + i, numbers[i]);
        }
        statement.setString(8, row.text());
        statement.setInt(9, row.nerEngine());
        statement.setInt(10, row.sensitive());
        statement.setString(11, row.modified());
        statement.setString(12, row.modifiedBy());
    }

    private static String digest(StoredRegion row) {
        InclusiveBox box = row.box();
        String content =
                String.join(
                        "\0",
                        box.left() + "," + box.top() + "," + box.right() + "," + box.bottom(),
                        box.frame() + "," + box.overlay() + "," + row.ocrEngine(),
                        row.nerEngine() + "," + row.sensitive(),
                        row.text(),
                        row.modified(),
                        row.modifiedBy());
        return Hashes.hex(Arrays.copyOf(Hashes.sha256(content), DIGEST_BYTES));
    }
}
