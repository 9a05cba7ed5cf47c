package org.pixelanon.store.index;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.pixelanon.store.OwnDatabase;

/** The tables of an index. */
final class IndexFormat {

    static final OwnDatabase.Kind KIND =
            new OwnDatabase.Kind(
                    "an index of PixelAnon (pixelanon index update)",
                    0x50784978, // "PxIx"
                    1,
                    true,
                    List.of(
                            "CREATE TABLE IF NOT EXISTS roots (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE)",
                            "CREATE TABLE IF NOT EXISTS scans (id INTEGER PRIMARY KEY, begun TEXT NOT NULL, ended TEXT)",
                            "CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, root INTEGER NOT NULL,"
                                    + " size INTEGER NOT NULL, modified INTEGER NOT NULL, seen INTEGER NOT NULL,"
                                    + " gone INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT, "
                                    + IndexColumn.tags().stream()
                                            .map(c -> c.column() + " TEXT")
                                            .collect(Collectors.joining(", "))
                                    + ") WITHOUT ROWID"));

    private IndexFormat() {}

    /** The number that a query finds; 0 if it finds none. */
    static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
