package org.pixelanon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.ReadAccess;
import org.sqlite.SQLiteConfig;

/**
 * An SQLite file of a kind that is PixelAnon's alone, told from all others by its application
 * number. One connection, whose calls are serialised; changes are gathered into transactions.
 * Thread-safe.
 */
public final class OwnDatabase implements AutoCloseable {

    private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_AT = 68;
    private static final int PATIENCE = 30_000;
    private static final int MOST_CHANGES = 4_000;
    private static final long LONGEST_NANOSECONDS = 1_000_000_000L;

    /**
     * A kind of file.
     *
     * @param what it is, for people, with its article
     * @param id its application number
     * @param version of its tables; a file with a higher one belongs to a newer PixelAnon
     * @param lasting whether it must survive a crash of the machine; else it is rebuilt then
     * @param tables what makes its tables
     */
    public record Kind(String what, int id, int version, boolean lasting, List<String> tables) {}

    /** Statements with a result. */
    @FunctionalInterface
    public interface Statements<T> {

        /**
         * Runs them.
         *
         * @param database prepares them
         * @return the result
         * @throws SQLException if they fail
         * @throws IOException if what they found cannot be handed on
         */
        T run(OwnDatabase database) throws SQLException, IOException;
    }

    private final Path path;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private int changes;
    private long begun;

    private OwnDatabase(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /**
     * Returns whether a file is of a kind, by its first bytes; SQLite is not asked.
     *
     * @param file any file
     * @param kind the kind
     * @return false for whatever cannot be read, too
     */
    public static boolean isOne(Path file, Kind kind) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(ID_AT + Integer.BYTES));
            byte[] start = new byte[SIGNATURE.length];
            if (head.remaining() < ID_AT + Integer.BYTES) {
                return false;
            }
            head.get(start);
            return java.util.Arrays.equals(start, SIGNATURE) && head.getInt(ID_AT) == kind.id();
        } catch (IOException e) {
            return false; // whoever opens it says why it cannot be read
        }
    }

    /**
     * Opens a file that exists, to read it.
     *
     * @param path the file
     * @param kind what it must be
     * @return the database, to be closed by the caller
     * @throws StoreException if it is none of the kind or cannot be read
     */
    public static OwnDatabase read(Path path, Kind kind) throws StoreException {
        requireKind(path, kind);
        return open(path, kind, false);
    }

    /**
     * Opens a file to change it; makes it if there is none.
     *
     * @param path the file
     * @param kind what it must be
     * @param readers who may read it, if it is new
     * @return the database, to be closed by the caller
     * @throws StoreException if it is none of the kind or cannot be written
     */
    public static OwnDatabase change(Path path, Kind kind, ReadAccess readers)
            throws StoreException {
        Schema.make(path, readers);
        if (!isEmpty(path)) {
            requireKind(path, kind);
        }
        return open(path, kind, true);
    }

    private static boolean isEmpty(Path path) throws StoreException {
        try {
            return Files.size(path) == 0;
        } catch (IOException e) {
            throw new StoreException(path, "cannot be read", e);
        }
    }

    private static void requireKind(Path path, Kind kind) throws StoreException {
        if (!Files.exists(path)) {
            throw new StoreException(path, "no such file", null);
        }
        if (!isOne(path, kind)) {
            throw new StoreException(path, "is not " + kind.what(), null);
        }
    }

    private static OwnDatabase open(Path path, Kind kind, boolean write) throws StoreException {
        SqliteLibrary.require(path);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE);
        config.setReadOnly(!write);
        String frozen = !write && Schema.isFrozen(path) ? "?immutable=1" : "";
        String url = "jdbc:sqlite:" + path.toAbsolutePath().toUri() + frozen;
        try {
            OwnDatabase database = new OwnDatabase(path, config.createConnection(url));
            boolean good = false;
            try {
                database.check(kind, write);
                good = true;
                return database;
            } finally {
                if (!good) {
                    database.connection.close();
                }
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    private void check(Kind kind, boolean write) throws SQLException, StoreException {
        int version = number("PRAGMA user_version");
        if (version > kind.version()) {
            throw new StoreException(path, "was written by a newer PixelAnon", null);
        }
        if (!write) {
            return;
        }
        if (kind.lasting()) {
            execute("PRAGMA journal_mode=WAL");
            execute("PRAGMA synchronous=NORMAL"); // whole after a power failure, if a little older
        } else {
            execute("PRAGMA journal_mode=OFF");
            execute("PRAGMA synchronous=OFF");
        }
        execute("BEGIN IMMEDIATE");
        for (String table : kind.tables()) {
            execute(table);
        }
        execute("PRAGMA application_id=" + kind.id());
        execute("PRAGMA user_version=" + kind.version());
        execute("COMMIT");
        if (kind.lasting()) {
            // the number is looked for in the file itself, also while others have it open
            execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    private int number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * A statement of this connection, prepared once. Only to be called by what {@link #ask} and
     * {@link #change} run.
     *
     * @param sql the statement
     * @return the statement, not to be closed
     * @throws SQLException if it is wrong
     */
    public PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /**
     * Reads something, with the changes that are not yet on the disk.
     *
     * @param statements what is asked
     * @param <T> what comes back
     * @return the answer
     * @throws StoreException if the database cannot be read
     * @throws IOException what handing on the answer throws
     */
    public synchronized <T> T ask(Statements<T> statements) throws IOException {
        try {
            return statements.run(this);
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * Changes something. It is lasting after {@link #flush}, at the latest after a second's worth
     * of further changes.
     *
     * @param statements what is changed
     * @param <T> what comes back
     * @return the answer
     * @throws StoreException if the database cannot be written
     * @throws IOException what the statements throw otherwise
     */
    public synchronized <T> T change(Statements<T> statements) throws IOException {
        try {
            if (changes == 0) {
                execute("BEGIN IMMEDIATE");
                begun = System.nanoTime();
            }
            changes++;
            T answer = statements.run(this);
            if (changes >= MOST_CHANGES || System.nanoTime() - begun > LONGEST_NANOSECONDS) {
                commit();
            }
            return answer;
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * Makes all changes lasting.
     *
     * @throws StoreException if that failed
     */
    public synchronized void flush() throws StoreException {
        try {
            commit();
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    private void commit() throws SQLException {
        if (changes > 0) {
            changes = 0;
            execute("COMMIT");
        }
    }

    /**
     * The file.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /** Makes all changes lasting, and closes the file. */
    @Override
    public synchronized void close() throws StoreException {
        try (connection) {
            commit();
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }
}
