package org.pixelanon.store.server;

import java.sql.SQLException;
import java.time.Duration;

/** A kind of server that stores are kept on; a service. */
public interface StoreServer {

    /**
     * Connects.
     *
     * @param address the database
     * @param purpose what for; {@link Purpose#WRITE} makes the tables that are missing
     * @param patience how long each call waits for another client
     * @return the database; the caller closes it
     * @throws SQLException if it cannot be used so
     */
    Backend open(ServerAddress address, Purpose purpose, Duration patience) throws SQLException;
}
