package org.pixelanon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.store.server.Backend;
import org.pixelanon.store.server.Purpose;
import org.pixelanon.store.server.ServerAddress;
import org.pixelanon.store.server.ServerFailure;
import org.pixelanon.store.server.StoreServer;

/** Servers with PostgreSQL; a service of the store. */
public final class PostgresServer implements StoreServer {

    /** Made by the loader of services. */
    public PostgresServer() {
        // nothing is kept between databases
    }

    @Override
    public Backend open(ServerAddress address, Purpose purpose, Duration patience)
            throws SQLException {
        boolean write = purpose.writes();
        Login login = Login.of(address, UserEnvironment.ofProcess(), write, patience);
        PostgresBackend backend = new PostgresBackend(login, patience);
        boolean good = false;
        try {
            check(login, backend.connection(), purpose);
            good = true;
            return backend;
        } catch (ServerFailure e) {
            throw e;
        } catch (SQLException e) {
            throw backend.failure(e);
        } finally {
            if (!good) {
                backend.drop();
            }
        }
    }

    private static void check(Login login, Connection connection, Purpose purpose)
            throws SQLException {
        Tables tables = Tables.of(connection);
        if (purpose == Purpose.WRITE && tables.isOld()) {
            tables = Tables.made(login, connection);
        }
        if (tables.isMissing()) {
            throw Login.problem("contains no rectangles table", null);
        }
        if (tables.isOld()) {
            throw Login.problem("is of an older PixelAnon: its owner must open it first", null);
        }
        if (purpose != Purpose.VIEW && tables.isNewer()) {
            throw Login.problem("was written by a newer PixelAnon", null);
        }
        boolean write = purpose.writes();
        if (write && !Tables.mayWrite(connection)) {
            throw new ServerFailure(ServerFailure.Kind.DENIED, "this account may only read", null);
        }
    }
}
