package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opening and checking the database. The two tables of the Python tool are created as it creates
 * them; what is ours is the table {@code pixelanon_schema} and an index, which the Python tool does
 * not notice.
 */
final class Schema {

    /** Version of our own tables; a database with a higher one belongs to a newer PixelAnon. */
    static final int VERSION = 1;

    private static final int BUSY_MILLISECONDS = 30_000;
    private static final String[] CREATE = {
        "CREATE TABLE IF NOT EXISTS DicomRects (id INTEGER PRIMARY KEY AUTOINCREMENT, filename CHAR(512), top INTEGER,"
                + " bottom INTEGER, \"left\" INTEGER, \"right\" INTEGER, frame INTEGER, overlay INTEGER, ocrengine INTEGER,"
                + " ocrtext CHAR(512), nerengine INTEGER, nerpii INTEGER, last_modified TIMESTAMP, last_modified_by CHAR(512))",
        "CREATE TABLE IF NOT EXISTS DicomTags (id INTEGER PRIMARY KEY AUTOINCREMENT, filename CHAR(512) UNIQUE, mark CHAR(1),"
                + " comment CHAR(512), modality CHAR(512), imagetype CHAR(512), manufacturermodelname CHAR(512),"
                + " burnedinannotation CHAR(512), rows INTEGER, columns INTEGER, last_modified TIMESTAMP,"
                + " last_modified_by CHAR(512))",
        "CREATE TABLE IF NOT EXISTS pixelanon_schema (version INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS pixelanon_audit (id INTEGER PRIMARY KEY AUTOINCREMENT, filename TEXT NOT NULL,"
                + " output TEXT NOT NULL, outcome TEXT NOT NULL, toolversion TEXT NOT NULL, plan TEXT NOT NULL,"
                + " verification TEXT NOT NULL, happened TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS pixelanon_audit_filename ON pixelanon_audit (filename)",
        "CREATE INDEX IF NOT EXISTS pixelanon_rects_filename ON DicomRects (filename)"
    };

    private Schema() {}

    static Connection connect(Path path, RegionStore.Mode mode) throws StoreException {
        boolean exists = Files.exists(path);
        boolean write = mode == RegionStore.Mode.WRITE;
        if (!exists && !write) {
            throw new StoreException(path, "no such database", null);
        }
        if (exists && write && !Files.isWritable(path)) {
            throw new StoreException(path, "database is read-only", null);
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (write && folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StoreException(path, "folder cannot be made", e);
        }
        return opened(path, write);
    }

    private static Connection opened(Path path, boolean write) throws StoreException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setReadOnly(!write);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
            boolean good = false;
            try {
                check(path, connection, write);
                good = true;
                return connection;
            } finally {
                if (!good) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw failure(path, e);
        }
    }

    private static void check(Path path, Connection connection, boolean write)
            throws SQLException, StoreException {
        Set<String> tables = tables(connection);
        boolean known = tables.contains("dicomrects") || tables.contains("dicomtags");
        if (!tables.isEmpty() && !known) {
            throw new StoreException(path, "is the database of some other program", null);
        }
        if (tables.contains("pixelanon_schema") && version(connection) > VERSION) {
            throw new StoreException(path, "was written by a newer PixelAnon", null);
        }
        if (!write) {
            if (!tables.contains("dicomrects") || !tables.contains("dicomtags")) {
                throw new StoreException(path, "holds no rectangles", null);
            }
            return;
        }
        if (tables.isEmpty()) {
            // only where we create the database: the mode is a property of the file that the Python
            // tool follows
            execute(connection, "PRAGMA journal_mode=WAL");
        }
        execute(connection, "PRAGMA synchronous=NORMAL");
        create(connection);
    }

    private static void create(Connection connection) throws SQLException {
        begin(connection);
        try {
            for (String sql : CREATE) {
                execute(connection, sql);
            }
            execute(
                    connection,
                    "INSERT INTO pixelanon_schema SELECT "
                            + VERSION
                            + " WHERE NOT EXISTS (SELECT 1 FROM pixelanon_schema)");
            commit(connection);
        } catch (SQLException e) {
            rollback(connection, e);
            throw e;
        }
    }

    static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            while (row.next()) {
                names.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT max(version) FROM pixelanon_schema")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Takes the write lock at once: a lock taken later could fail after others have written. */
    static void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
    }

    static void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    static void rollback(Connection connection, SQLException cause) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** SQLite's messages name tables and files, never values. */
    static StoreException failure(Path path, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String reason =
                switch (code.name().replaceAll("^SQLITE_([A-Z]+).*", "$1")) {
                    case "BUSY", "LOCKED" -> "database is locked by another program";
                    case "READONLY" -> "database is read-only";
                    case "NOTADB" -> "is not a database";
                    case "CORRUPT" -> "database is damaged";
                    case "FULL" -> "No space left on device";
                    case "CANTOPEN" -> "database cannot be opened";
                    default -> "database failed (" + code.name() + ")";
                };
        return new StoreException(path, reason, e);
    }
}
