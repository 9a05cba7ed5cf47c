package org.pixelanon.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;

/**
 * The Python tool's database {@code dcmaudit.sqlite.db}: tables {@code DicomRects} and {@code
 * DicomTags}, read and written by both tools side by side; their columns are never changed. Every
 * method is one transaction. Thread-safe: calls are serialised.
 */
public final class RegionStore implements AutoCloseable {

    /** The name of the database in its folder. */
    public static final String FILE_NAME = "dcmaudit.sqlite.db";

    private static final String INSERT =
            "INSERT INTO DicomRects (filename, top, bottom, \"left\", \"right\", frame, overlay,"
                    + " ocrengine, ocrtext, nerengine, nerpii, last_modified, last_modified_by) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String SELECT =
            "SELECT top, bottom, \"left\", \"right\", frame, overlay, ocrengine, ocrtext,"
                    + " nerengine, nerpii, last_modified, last_modified_by FROM DicomRects WHERE filename = ? ORDER BY id";

    /** Rows that a machine found and no person changed: those a new scan of the file replaces. */
    private static final String DELETE_FOUND =
            "DELETE FROM DicomRects WHERE filename = ? AND ocrengine IN (1, 2, 3, 4, 5)";

    private final Path path;
    private final Connection connection;

    /** What a database is opened for. */
    public enum Mode {
        /** It must exist and is not changed. */
        READ,
        /** It is created if absent. */
        WRITE
    }

    private RegionStore(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Opens the database.
     *
     * @param folderOrFile its folder, or the file itself
     * @param mode what for
     * @return the store; the caller closes it
     * @throws StoreException if it is missing (READ), locked, read-only (WRITE), damaged, newer, or
     *     some other program's
     */
    public static RegionStore open(Path folderOrFile, Mode mode) throws StoreException {
        boolean file =
                Files.isRegularFile(folderOrFile)
                        || (!Files.isDirectory(folderOrFile)
                                && folderOrFile.toString().endsWith(".db"));
        Path path = file ? folderOrFile : folderOrFile.resolve(FILE_NAME);
        Connection connection = Schema.connect(path, mode);
        return new RegionStore(path, connection);
    }

    /**
     * Where the database is.
     *
     * @return the file
     */
    public Path path() {
        return path;
    }

    /**
     * Tells whether a file has any row, of rectangles or marks.
     *
     * @param filename the name as it is in the database
     * @return true if there is a row
     * @throws StoreException if the database cannot be read
     */
    public synchronized boolean knows(String filename) throws StoreException {
        return has("SELECT 1 FROM DicomRects WHERE filename = ? LIMIT 1", filename)
                || has("SELECT 1 FROM DicomTags WHERE filename = ? LIMIT 1", filename);
    }

    private boolean has(String sql, String filename) throws StoreException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, filename);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * The rectangles of a file, in the order they were written.
     *
     * @param filename the name as it is in the database
     * @return its rows, also those without rectangle
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<StoredRegion> regions(String filename) throws StoreException {
        List<StoredRegion> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, filename);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
        return rows;
    }

    private static StoredRegion read(ResultSet row) throws SQLException {
        InclusiveBox box =
                new InclusiveBox(
                        number(row, "left"),
                        number(row, "top"),
                        number(row, "right"),
                        number(row, "bottom"),
                        number(row, "frame"),
                        number(row, "overlay"));
        return new StoredRegion(
                box,
                number(row, "ocrengine"),
                text(row.getString("ocrtext")),
                number(row, "nerengine"),
                number(row, "nerpii"),
                text(row.getString("last_modified")),
                text(row.getString("last_modified_by")));
    }

    private static int number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? InclusiveBox.NONE : value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * Writes the rectangles a scan found, in the place of those an earlier scan found. Rows of
     * persons stay.
     *
     * @param filename the name as it is in the database
     * @param rows the new rows
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized void replace(String filename, List<StoredRegion> rows)
            throws StoreException {
        write(filename, rows, true);
    }

    /**
     * Adds rectangles.
     *
     * @param filename the name as it is in the database
     * @param rows the new rows
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized void append(String filename, List<StoredRegion> rows)
            throws StoreException {
        write(filename, rows, false);
    }

    private void write(String filename, List<StoredRegion> rows, boolean replace)
            throws StoreException {
        try {
            Schema.begin(connection);
            try (PreparedStatement delete = connection.prepareStatement(DELETE_FOUND);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                if (replace) {
                    delete.setString(1, filename);
                    delete.executeUpdate();
                }
                for (StoredRegion row : rows) {
                    bind(insert, filename, row);
                    insert.addBatch();
                }
                insert.executeBatch();
                Schema.commit(connection);
            } catch (SQLException e) {
                Schema.rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    private static void bind(PreparedStatement insert, String filename, StoredRegion row)
            throws SQLException {
        InclusiveBox box = row.box();
        insert.setString(1, filename);
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
            insert.setInt(2 + i, numbers[i]);
        }
        insert.setString(9, row.text());
        insert.setInt(10, row.nerEngine());
        insert.setInt(11, row.sensitive());
        insert.setString(12, row.modified());
        insert.setString(13, row.modifiedBy());
    }

    /**
     * What a curator said about a file.
     *
     * @param filename the name as it is in the database
     * @return the mark, empty if the file is still to be reviewed
     * @throws StoreException if the database cannot be read
     */
    public synchronized Optional<FileMark> mark(String filename) throws StoreException {
        try {
            return FileRecords.mark(connection, filename);
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * Sets the mark of a file.
     *
     * @param filename the name as it is in the database
     * @param mark the new mark
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized void mark(String filename, FileMark mark) throws StoreException {
        transaction(() -> FileRecords.mark(connection, filename, mark));
    }

    /**
     * What was done with a file, oldest first.
     *
     * @param filename the name as it is in the database
     * @return the entries
     * @throws StoreException if the database cannot be read
     */
    public synchronized List<AuditEntry> audits(String filename) throws StoreException {
        try {
            return FileRecords.audits(connection, filename);
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * Writes down what was done with a file.
     *
     * @param entry the entry
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    public synchronized void audit(AuditEntry entry) throws StoreException {
        transaction(() -> FileRecords.audit(connection, entry));
    }

    /** Statements that are done together or not at all. */
    private interface Statements {
        void run() throws SQLException;
    }

    private void transaction(Statements statements) throws StoreException {
        try {
            Schema.begin(connection);
            try {
                statements.run();
                Schema.commit(connection);
            } catch (SQLException e) {
                Schema.rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    @Override
    public synchronized void close() throws StoreException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }
}
