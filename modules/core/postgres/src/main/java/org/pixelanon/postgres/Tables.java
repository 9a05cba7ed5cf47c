package org.pixelanon.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * What tables a database has.
 *
 * @param version of their meaning, as in the file of SQLite; 0 if there are none
 * @param migration the last one that was applied
 */
record Tables(int version, int migration) {

    private static final int VERSION = 1;
    private static final int MIGRATION = 1;

    /** Held, or its level would be forgotten; what it tells of its steps is no news to a user. */
    private static final Logger STEPS = Logger.getLogger("org.flywaydb");

    static {
        STEPS.setLevel(Level.WARNING);
    }

    static Tables of(Connection connection) throws SQLException {
        try (PreparedStatement look =
                        connection.prepareStatement("SELECT to_regclass('pixelanon_schema')");
                ResultSet row = look.executeQuery()) {
            row.next();
            if (row.getString(1) == null) {
                return new Tables(0, 0);
            }
        }
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT max(version), max(migration) FROM pixelanon_schema");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Tables(row.getInt(1), row.getInt(2));
        }
    }

    boolean isMissing() {
        return version == 0;
    }

    boolean isOld() {
        return migration < MIGRATION;
    }

    boolean isNewer() {
        return version > VERSION || migration > MIGRATION;
    }

    static boolean mayWrite(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                        connection.prepareStatement(
                                "SELECT has_table_privilege('dicomrects', 'INSERT')"
                                        + " AND has_table_privilege('pixelanon_change', 'UPDATE')");
                ResultSet row = ask.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Makes the tables that are missing, one client at a time: two that grant rights would collide.
     */
    static Tables made(Login login, Connection connection) throws SQLException {
        try (Connection holding = login.getConnection()) {
            try (PreparedStatement lock =
                    holding.prepareStatement("SELECT pg_advisory_lock(hashtext(?))")) {
                lock.setString(1, "pixelanon tables " + login.schema());
                lock.execute();
            }
            // until the connection is closed
            if (of(connection).isOld()) {
                migrate(login);
            }
        }
        return of(connection);
    }

    private static void migrate(Login login) throws SQLException {
        try {
            Flyway.configure(Tables.class.getClassLoader())
                    .dataSource(login)
                    .locations("classpath:org/pixelanon/postgres/migration")
                    .defaultSchema(login.schema())
                    .schemas(login.schema())
                    .createSchemas(true)
                    .table("pixelanon_migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            SQLException cause = sql(e);
            if (cause != null && Failures.isDenied(cause)) {
                throw Login.problem(
                        "has no tables of this version, and this account may not make them: its"
                                + " owner must open it first",
                        e);
            }
            throw cause == null
                    ? Login.problem("its tables could not be made", e)
                    : Failures.of(cause);
        }
    }

    private static @Nullable SQLException sql(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
