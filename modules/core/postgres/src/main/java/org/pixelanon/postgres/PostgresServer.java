package org.pixelanon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.server.Backend;
import org.pixelanon.store.server.ServerAddress;
import org.pixelanon.store.server.StoreServer;

/** Servers with PostgreSQL; a service of the store. */
public final class PostgresServer implements StoreServer {

    /** Made by the loader of services. */
    public PostgresServer() {
        // nothing is kept between databases
    }

    @Override
    public Backend open(ServerAddress address, RegionStore.Mode mode, Duration patience)
            throws StoreException {
        boolean write = mode == RegionStore.Mode.EXTEND || mode == RegionStore.Mode.WRITE;
        Login login = Login.of(address, UserEnvironment.ofProcess(), write, patience);
        PostgresBackend backend = new PostgresBackend(login, patience);
        boolean good = false;
        try {
            check(login, backend.connection(), mode);
            good = true;
            return backend;
        } catch (SQLException e) {
            throw backend.failure(e);
        } finally {
            if (!good) {
                backend.drop();
            }
        }
    }

    private static void check(Login login, Connection connection, RegionStore.Mode mode)
            throws SQLException, StoreException {
        Tables tables = Tables.of(connection);
        if (mode == RegionStore.Mode.WRITE && tables.isOld()) {
            tables = Tables.made(login, connection);
        }
        if (tables.isMissing()) {
            throw login.problem("contains no rectangles table", null);
        }
        if (tables.isOld()) {
            throw login.problem("is of an older PixelAnon: its owner must open it first", null);
        }
        if (mode != RegionStore.Mode.VIEW && tables.isNewer()) {
            throw login.problem("was written by a newer PixelAnon", null);
        }
        boolean write = mode == RegionStore.Mode.EXTEND || mode == RegionStore.Mode.WRITE;
        if (write && !Tables.mayWrite(connection)) {
            throw StoreException.denied(login.path(), "this account may only read", null);
        }
    }
}
