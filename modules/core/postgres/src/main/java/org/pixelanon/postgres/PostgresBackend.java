package org.pixelanon.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.store.server.Backend;
import org.pixelanon.store.server.ServerFailure;

/**
 * A database on a server. Whoever writes first counts the one row of {@code pixelanon_change} up:
 * that row is locked until the transaction ends, so that one client writes at a time and sees all
 * that was written before, and its number tells others that something changed.
 */
final class PostgresBackend implements Backend {

    private static final System.Logger LOG = System.getLogger(PostgresBackend.class.getName());
    private static final long PAUSE_MILLIS = 100;

    private final Login login;
    private final Duration patience;
    private @Nullable Connection open;

    /** The transaction that is being written, by the server's number for it. */
    private String transaction = "";

    /** How often this client changed the number, which others are to notice, not itself. */
    private long own;

    PostgresBackend(Login login, Duration patience) {
        this.login = login;
        this.patience = patience;
    }

    @Override
    public Path path() {
        return login.path();
    }

    @Override
    public Connection connection() throws SQLException {
        Connection known = open;
        if (known == null || known.isClosed()) {
            known = login.getConnection();
            open = known;
        }
        return known;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement count =
                        connection.prepareStatement(
                                "UPDATE pixelanon_change SET number = number + 1"
                                        + " RETURNING pg_current_xact_id()::text");
                ResultSet row = count.executeQuery()) {
            row.next();
            transaction = row.getString(1);
        } catch (SQLException e) {
            rollback(connection);
            throw e;
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!isCut(e)) {
                throw e;
            }
            if (!isDone(e)) {
                throw e; // nothing was written
            }
            own++;
            return;
        }
        own++;
        connection.setAutoCommit(true);
    }

    /**
     * Asks the server what became of a transaction whose end was not heard of.
     *
     * @throws ServerFailure if it cannot be asked
     */
    private boolean isDone(SQLException cut) throws ServerFailure {
        long end = System.nanoTime() + patience.toNanos();
        do {
            drop();
            try {
                String state = state(connection());
                if (!state.equals("in progress")) {
                    return state.equals("committed");
                }
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "the server cannot be asked yet", e);
            }
        } while (pause() && System.nanoTime() < end);
        throw new ServerFailure(
                ServerFailure.Kind.UNCERTAIN,
                "the connection was cut, and it is not known whether the last change was stored",
                cut);
    }

    private String state(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT pg_xact_status(?::xid8)")) {
            ask.setString(1, transaction);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                String state = row.getString(1);
                if (state == null) {
                    throw new SQLException("the server knows no such transaction");
                }
                return state;
            }
        }
    }

    /** Waits a moment; false if there is to be no more waiting. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void rollback(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the server has rolled back", e);
            drop();
        }
    }

    @Override
    public void beginReading(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void endReading(Connection connection) {
        rollback(connection);
    }

    @Override
    public long version(Connection connection) throws SQLException {
        return number(connection, "SELECT number FROM pixelanon_change") - own;
    }

    @Override
    public long now(Connection connection) throws SQLException {
        return number(
                connection, "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The server checks its own files; what is asked here is whether they can be read. */
    @Override
    public List<String> integrity(Connection connection) throws SQLException {
        number(connection, "SELECT count(*) FROM dicomrects");
        number(connection, "SELECT count(*) FROM dicomtags");
        return List.of();
    }

    @Override
    public boolean isCut(SQLException failure) {
        if (!Failures.isCut(failure)) {
            return false;
        }
        drop();
        return true;
    }

    @Override
    public ServerFailure failure(SQLException failure) {
        return Failures.of(failure);
    }

    /** Lets go of a connection, whatever its state. */
    void drop() {
        try {
            close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection was gone", e);
        }
        open = null;
    }

    @Override
    public void close() throws SQLException {
        Connection known = open;
        open = null;
        if (known != null) {
            known.close();
        }
    }
}
