package org.pixelanon.store.server;

import java.sql.Connection;
import java.sql.SQLException;
import org.pixelanon.model.PixelAnonException;

/** Calls of a store, one after the other. Thread-safe. */
public interface Calls {

    /** Statements with a result; they may be run twice. */
    interface Statements<T> {

        /**
         * Runs them.
         *
         * @param connection stays the store's
         * @return what they found
         * @throws SQLException if the database fails
         */
        T run(Connection connection) throws SQLException;
    }

    /**
     * Reads something.
     *
     * @param statements what to read
     * @return what they found
     * @throws PixelAnonException if the database cannot be read
     */
    <T> T read(Statements<T> statements) throws PixelAnonException;

    /**
     * Writes something, all of it or nothing.
     *
     * @param statements what to write
     * @return what they found
     * @throws PixelAnonException if nothing could be written; then nothing is changed
     */
    <T> T write(Statements<T> statements) throws PixelAnonException;

    /**
     * The time that all who use this database go by.
     *
     * @param connection of the call
     * @return milliseconds since 1970
     * @throws SQLException if it cannot be read
     */
    long now(Connection connection) throws SQLException;
}
