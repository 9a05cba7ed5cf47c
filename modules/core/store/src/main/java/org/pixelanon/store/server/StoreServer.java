package org.pixelanon.store.server;

import java.time.Duration;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;

/** A kind of server that stores are kept on; a service. */
public interface StoreServer {

    /**
     * Connects.
     *
     * @param address the database
     * @param mode what for; {@link RegionStore.Mode#WRITE} makes the tables that are missing
     * @param patience how long each call waits for another client
     * @return the database; the caller closes it
     * @throws StoreException if it cannot be used so
     */
    Backend open(ServerAddress address, RegionStore.Mode mode, Duration patience)
            throws StoreException;
}
