package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.pixelanon.store.server.Backend;
import org.pixelanon.store.server.Calls;
import org.pixelanon.store.server.ServerFailure;

/**
 * A database whose calls are serialised; what is written is one transaction. It owns the database.
 * A call whose connection is found to be cut before anything was written is run once more on a new
 * one. Thread-safe.
 */
final class Transactions implements Calls, AutoCloseable {

    private final Backend backend;

    Transactions(Backend backend) {
        this.backend = backend;
    }

    /** Statements that may refuse. */
    interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    /** Statements whose rows are handed on. */
    interface Handing {
        void run(Connection connection) throws SQLException, IOException;
    }

    /** Where the database is. */
    Path path() {
        return backend.path();
    }

    @Override
    public <T> T read(Statements<T> statements) throws StoreException {
        return look(statements::run);
    }

    @Override
    public <T> T write(Statements<T> statements) throws StoreException {
        return change(statements::run);
    }

    /**
     * Reads something.
     *
     * @throws StoreException if the database cannot be read
     */
    synchronized <T> T look(Work<T> statements) throws StoreException {
        return twice(() -> statements.run(backend.connection()));
    }

    /**
     * Reads something and hands it on.
     *
     * @throws StoreException if the database cannot be read
     * @throws IOException if it cannot be handed on
     */
    synchronized void hand(Handing statements) throws IOException {
        try {
            Connection connection = backend.connection();
            backend.beginReading(connection);
            try {
                statements.run(connection);
            } finally {
                backend.endReading(connection);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Writes something, all of it or nothing.
     *
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    synchronized <T> T change(Work<T> statements) throws StoreException {
        return twice(() -> written(statements));
    }

    private <T> T written(Work<T> statements) throws SQLException, StoreException {
        Connection connection = backend.connection();
        backend.begin(connection);
        boolean done = false;
        try {
            T result = statements.run(connection);
            backend.commit(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                backend.rollback(connection);
            }
        }
    }

    private StoreException failure(SQLException e) {
        return StoreException.of(
                path(), e instanceof ServerFailure told ? told : backend.failure(e));
    }

    private interface Call<T> {
        T run() throws SQLException, StoreException;
    }

    private <T> T twice(Call<T> call) throws StoreException {
        try {
            try {
                return call.run();
            } catch (SQLException e) {
                if (!backend.isCut(e)) {
                    throw e;
                }
                return call.run();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public long now(Connection connection) throws SQLException {
        return backend.now(connection);
    }

    /** See {@link RegionStore#version()}. */
    long version() throws StoreException {
        return look(backend::version);
    }

    /** See {@link RegionStore#integrity()}. */
    List<String> integrity() throws StoreException {
        return look(backend::integrity);
    }

    @Override
    public synchronized void close() throws StoreException {
        try {
            backend.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The file of SQLite. */
    record SqliteFile(Path path, Connection connection) implements Backend {

        @Override
        public void begin(Connection on) throws SQLException {
            Schema.begin(on);
        }

        @Override
        public void commit(Connection on) throws SQLException {
            Schema.commit(on);
        }

        @Override
        public void rollback(Connection on) {
            Schema.rollback(on);
        }

        @Override
        public void beginReading(Connection on) {
            // one statement sees one state, and sends row by row, without being told
        }

        @Override
        public void endReading(Connection on) {
            // nothing was begun
        }

        @Override
        public long version(Connection on) throws SQLException {
            return Schema.dataVersion(on);
        }

        @Override
        public long now(Connection on) {
            return System.currentTimeMillis();
        }

        @Override
        public List<String> integrity(Connection on) throws SQLException {
            return Schema.integrity(on);
        }

        @Override
        public boolean isCut(SQLException failure) {
            return false;
        }

        @Override
        public ServerFailure failure(SQLException failure) {
            return Schema.told(failure);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
