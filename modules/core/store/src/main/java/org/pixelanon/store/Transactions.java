package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection whose calls are serialised; what is written is one transaction. It owns the
 * connection. Thread-safe.
 */
final class Transactions implements AutoCloseable {

    private final Path path;
    private final Connection connection;

    Transactions(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Statements with a result. */
    interface Statements<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    /** Statements whose rows are handed on. */
    interface Handing {
        void run(Connection connection) throws SQLException, IOException;
    }

    /** Where the database is. */
    Path path() {
        return path;
    }

    /**
     * Reads something.
     *
     * @throws StoreException if the database cannot be read
     */
    synchronized <T> T read(Statements<T> statements) throws StoreException {
        try {
            return statements.run(connection);
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * Reads something and hands it on.
     *
     * @throws StoreException if the database cannot be read
     * @throws IOException if it cannot be handed on
     */
    synchronized void hand(Handing statements) throws IOException {
        try {
            statements.run(connection);
        } catch (SQLException e) {
            throw Schema.failure(path, e);
        }
    }

    /**
     * Writes something, all of it or nothing.
     *
     * @throws StoreException if nothing could be written; then nothing is changed
     */
    synchronized <T> T write(Statements<T> statements) throws StoreException {
        try {
            Schema.begin(connection);
            boolean done = false;
            try {
                T result = statements.run(connection);
                Schema.commit(connection);
                done = true;
                return result;
            } finally {
                if (!done) {
                    Schema.rollback(connection);
                }
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
