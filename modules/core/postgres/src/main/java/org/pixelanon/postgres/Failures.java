package org.pixelanon.postgres;

import java.sql.SQLException;
import org.pixelanon.store.server.ServerFailure;

/** What the server's codes mean. Its own messages may quote values, so they are not shown. */
final class Failures {

    private Failures() {}

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** Whether the connection is gone, or the server ended it. */
    static boolean isCut(SQLException e) {
        return state(e).startsWith("08") || state(e).startsWith("57P");
    }

    static boolean isDenied(SQLException e) {
        return state(e).equals("42501");
    }

    static ServerFailure of(SQLException e) {
        String state = state(e);
        String reason =
                switch (state) {
                    case "55P03", "40001", "40P01" -> "database is locked by another program";
                    case "25006" -> "database is read-only";
                    case "42501" -> "permission denied";
                    case "53100" -> "No space left on device";
                    case "08004" -> "the server speaks no TLS (see sslmode)";
                    case "53300" -> "the server has too many clients";
                    case "3D000" -> "no such database";
                    case "3F000", "42P01" -> "contains no rectangles table";
                    case "22021" -> "a text has a character that PostgreSQL cannot keep";
                    default -> other(state);
                };
        boolean soon =
                (isCut(e) && !state.equals("08004"))
                        || state.equals("53300")
                        || reason.equals("database is locked by another program");
        if (isDenied(e)) {
            return new ServerFailure(ServerFailure.Kind.DENIED, reason, e);
        }
        return new ServerFailure(
                soon ? ServerFailure.Kind.BUSY : ServerFailure.Kind.OTHER, reason, e);
    }

    private static String other(String state) {
        if (state.startsWith("28")) {
            return "the server refuses this account or its password";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "the server cannot be reached";
        }
        if (state.equals("XX001") || state.equals("XX002")) {
            return "database is damaged";
        }
        return "database failed (" + (state.isEmpty() ? "no code" : state) + ")";
    }
}
