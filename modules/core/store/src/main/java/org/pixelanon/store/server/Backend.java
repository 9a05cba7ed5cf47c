package org.pixelanon.store.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What differs between the databases that a store may be kept in; all other statements are the same
 * for each. Calls are serialised by the store.
 */
public interface Backend extends AutoCloseable {

    /** Where it is, for messages. */
    Path path();

    /**
     * A connection that is open, made anew if the last one was cut.
     *
     * @return the connection, which stays the backend's
     * @throws SQLException if there is none
     */
    Connection connection() throws SQLException;

    /**
     * Begins to write: nobody else writes until the end of the transaction, and what others wrote
     * before is seen.
     *
     * @param connection the open one
     * @throws SQLException if somebody else writes for too long, or it fails
     */
    void begin(Connection connection) throws SQLException;

    /**
     * Makes what was written last.
     *
     * @param connection the open one
     * @throws SQLException if nothing was written, or nobody can say whether it was
     */
    void commit(Connection connection) throws SQLException;

    /**
     * Takes back what was written; never fails.
     *
     * @param connection the open one
     */
    void rollback(Connection connection);

    /**
     * Begins to read rows that are handed on one by one.
     *
     * @param connection the open one
     * @throws SQLException if it fails
     */
    void beginReading(Connection connection) throws SQLException;

    /**
     * Ends it; never fails.
     *
     * @param connection the open one
     */
    void endReading(Connection connection);

    /**
     * A number that changes with what other connections write.
     *
     * @param connection the open one
     * @return the number
     * @throws SQLException if it cannot be read
     */
    long version(Connection connection) throws SQLException;

    /**
     * The time that all who use this database go by.
     *
     * @param connection the open one
     * @return milliseconds since 1970
     * @throws SQLException if it cannot be read
     */
    long now(Connection connection) throws SQLException;

    /**
     * What the database says of its soundness.
     *
     * @param connection the open one
     * @return its messages, without values; empty if it is sound
     * @throws SQLException if it cannot be read
     */
    List<String> integrity(Connection connection) throws SQLException;

    /**
     * Whether a failure means that the connection is gone and nothing was written: the same
     * statements may be run once more.
     *
     * @param failure what happened
     * @return false for whatever would happen again
     */
    boolean isCut(SQLException failure);

    /**
     * A failure in words that hold no value.
     *
     * @param failure what happened
     * @return what is thrown instead
     */
    ServerFailure failure(SQLException failure);

    @Override
    void close() throws SQLException;
}
