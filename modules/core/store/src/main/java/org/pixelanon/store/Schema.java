package org.pixelanon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.store.claims.Claims;
import org.pixelanon.store.server.ServerFailure;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opening and checking the database. The two tables of the Python tool are created as it creates
 * them; what is ours are the tables {@code pixelanon_*} and indexes, which the Python tool does not
 * notice.
 */
final class Schema {

    /** Version of our own tables; a database with a higher one belongs to a newer PixelAnon. */
    static final int VERSION = 1;

    private static final String[] CREATE = {
        PythonTable.RECTS.create(),
        PythonTable.TAGS.create(),
        "CREATE TABLE IF NOT EXISTS pixelanon_schema (version INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS pixelanon_rows (id INTEGER PRIMARY KEY, digest TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS pixelanon_reasons (id INTEGER PRIMARY KEY, reason TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS pixelanon_witnesses (id INTEGER PRIMARY KEY, witnesses TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS pixelanon_audit (id INTEGER PRIMARY KEY AUTOINCREMENT, filename TEXT NOT NULL,"
                + " output TEXT NOT NULL, outcome TEXT NOT NULL, toolversion TEXT NOT NULL, plan TEXT NOT NULL,"
                + " verification TEXT NOT NULL, happened TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS pixelanon_planes (filename TEXT NOT NULL, person TEXT NOT NULL, planes TEXT NOT NULL,"
                + " PRIMARY KEY (filename, person))",
        "CREATE TABLE IF NOT EXISTS pixelanon_done (filename TEXT PRIMARY KEY, happened TEXT NOT NULL,"
                + " person TEXT NOT NULL, marker TEXT NOT NULL, left_open TEXT NOT NULL)",
        HistoryRecords.CREATE,
        Claims.CREATE,
        HistoryRecords.CREATE_INDEX,
        "CREATE INDEX IF NOT EXISTS pixelanon_audit_filename ON pixelanon_audit (filename)",
        // holds all that the list of files asks for: a fifteenth of the time for a million rows
        "CREATE INDEX IF NOT EXISTS pixelanon_rects_file ON DicomRects (filename, \"left\", nerpii)",
        "CREATE INDEX IF NOT EXISTS pixelanon_tags_device ON DicomTags (manufacturermodelname, rows, columns)"
    };

    private static final Set<String> ON_SERVERS =
            Set.of(
                    "dicomrects",
                    "dicomtags",
                    "pixelanon_schema",
                    "pixelanon_rows",
                    "pixelanon_reasons",
                    "pixelanon_witnesses",
                    "pixelanon_audit",
                    "pixelanon_planes",
                    "pixelanon_done",
                    HistoryRecords.TABLE);

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());

    private Schema() {}

    /**
     * Opens a database that exists.
     *
     * @param write whether it is changed
     * @param patience how long each statement waits for another program's lock
     */
    static Connection connect(Path path, boolean write, Duration patience) throws StoreException {
        return connect(path, write, false, patience);
    }

    /** As {@link #connect}; to look at it, it may be of a newer version. */
    static Connection connect(Path path, boolean write, boolean looks, Duration patience)
            throws StoreException {
        if (!Files.exists(path)) {
            throw new StoreException(path, "no such database", null);
        }
        if (!Files.isReadable(path)) {
            throw new StoreException(path, "permission denied", null);
        }
        if (write && !Files.isWritable(path)) {
            throw new StoreException(path, "database is read-only", null);
        }
        SqliteLibrary.require(path);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
        config.setReadOnly(!write);
        String frozen = !write && isFrozen(path) ? "?immutable=1" : "";
        String url = "jdbc:sqlite:" + path.toAbsolutePath().toUri() + frozen;
        return opened(path, config, url, write, looks);
    }

    /**
     * Makes an empty database unless there is one.
     *
     * @param readers who may read it
     */
    static void make(Path path, ReadAccess readers) throws StoreException {
        if (!Files.exists(path)) {
            makeFolder(path);
            makeFile(path, readers);
        }
    }

    private static void makeFolder(Path path) throws StoreException {
        Path folder = path.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (AccessDeniedException e) {
            throw new StoreException(path, "cannot create folder: permission denied", e);
        } catch (IOException e) {
            throw new StoreException(path, "cannot create folder", e);
        }
    }

    /** SQLite would let the umask decide who may read it; an empty file is a new database. */
    private static void makeFile(Path path, ReadAccess readers) throws StoreException {
        try {
            readers.create(path);
        } catch (FileAlreadyExistsException e) {
            LOG.log(System.Logger.Level.DEBUG, "another program is creating it", e);
        } catch (IOException e) {
            throw new StoreException(path, "database cannot be opened", e);
        }
    }

    /**
     * A database on a medium that cannot be written: SQLite would want to make the files that
     * belong to WAL beside it. Only where no such file holds rows.
     */
    static boolean isFrozen(Path path) throws StoreException {
        Path folder = path.toAbsolutePath().getParent();
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        try {
            return folder != null
                    && !Files.isWritable(folder)
                    && (!Files.exists(log) || Files.size(log) == 0);
        } catch (IOException e) {
            throw new StoreException(path, "database cannot be opened", e);
        }
    }

    private static Connection opened(
            Path path, SQLiteConfig config, String url, boolean write, boolean looks)
            throws StoreException {
        try {
            Connection connection = config.createConnection(url);
            boolean good = false;
            try {
                check(path, connection, write, looks);
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

    private static void check(Path path, Connection connection, boolean write, boolean looks)
            throws SQLException, StoreException {
        Set<String> tables = tables(connection);
        boolean known = tables.contains("dicomrects") || tables.contains("dicomtags");
        if (!tables.isEmpty() && !known) {
            throw new StoreException(path, "is the database of another program", null);
        }
        if (!looks && tables.contains("pixelanon_schema") && version(connection) > VERSION) {
            throw new StoreException(path, "was written by a newer PixelAnon", null);
        }
        if (!write) {
            if (!tables.contains("dicomrects") || !tables.contains("dicomtags")) {
                throw new StoreException(path, "contains no rectangles table", null);
            }
            return;
        }
        if (tables.isEmpty()) {
            // only where we create the database: the mode is a property of the file that the Python
            // tool follows
            execute(connection, "PRAGMA journal_mode=WAL");
        }
        // an output gets its name once its rows are committed: they must survive what it survives
        execute(connection, "PRAGMA synchronous=FULL");
        execute(connection, "PRAGMA fullfsync=ON"); // macOS: through the memory of the disk, too
        create(connection);
        PythonNotes.complete(path, connection);
    }

    private static void create(Connection connection) throws SQLException {
        begin(connection);
        boolean done = false;
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
            done = true;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    static boolean hasSignature(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String first = new String(in.readNBytes(15), StandardCharsets.US_ASCII);
            return first.equals("SQLite format 3");
        } catch (IOException e) {
            return false;
        }
    }

    /** The tables there are. On a server all are there: it is not opened otherwise. */
    static Set<String> tables(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(SQLiteConnection.class)) {
            return ON_SERVERS;
        }
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

    /** What SQLite's own check says; nothing for a sound file. */
    static List<String> integrity(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines.equals(List.of("ok")) ? List.of() : lines;
    }

    static long dataVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            return row.getLong(1);
        }
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

    /** After some failures SQLite has rolled back itself; then this has nothing to do. */
    static void rollback(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "nothing to roll back", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** SQLite's messages name tables and files, never values. */
    static StoreException failure(Path path, SQLException e) {
        return StoreException.of(path, told(e));
    }

    /** A failure of SQLite in our words. */
    static ServerFailure told(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String reason =
                switch (code.name().replaceAll("^SQLITE_([A-Z]+).*", "$1")) {
                    case "BUSY", "LOCKED" -> "database is locked by another program";
                    case "READONLY" -> "database is read-only";
                    case "NOTADB" -> "is not a database";
                    case "CORRUPT" -> "database is damaged";
                    case "FULL" -> "No space left on device";
                    case "CANTOPEN", "PERM", "AUTH" -> "database cannot be opened";
                    case "IOERR" ->
                            "database cannot be read or written: the disk failed or is full";
                    case "TOOBIG" -> "database is too big";
                    default -> "database failed (" + code.name() + ")";
                };
        boolean busy =
                code.name().startsWith("SQLITE_BUSY") || code.name().startsWith("SQLITE_LOCK");
        return new ServerFailure(
                busy ? ServerFailure.Kind.BUSY : ServerFailure.Kind.OTHER, reason, e);
    }
}
