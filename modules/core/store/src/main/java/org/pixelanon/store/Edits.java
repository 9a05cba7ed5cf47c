package org.pixelanon.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out changes of people if the previous state is still as they saw it. */
final class Edits {

    private Edits() {}

    /** Runs inside a transaction of the caller, which it breaks off by throwing. */
    static List<Edit> apply(Connection connection, Path path, List<? extends Edit> edits)
            throws SQLException, StoreException {
        List<Edit> done = new ArrayList<>();
        for (Edit edit : edits) {
            done.add(apply(connection, path, edit));
        }
        return done;
    }

    private static Edit apply(Connection connection, Path path, Edit edit)
            throws SQLException, StoreException {
        String filename = edit.filename();
        if (edit instanceof Edit.Add add) {
            require(add.id() == 0 || now(connection, filename, add.id()).isEmpty(), path);
            long id = RectRows.insert(connection, filename, add.id(), add.region());
            return new Edit.Add(filename, id, add.region());
        }
        if (edit instanceof Edit.Change change) {
            require(
                    now(connection, filename, change.id()).equals(Optional.of(change.before())),
                    path);
            RectRows.update(connection, filename, change.id(), change.after());
        } else if (edit instanceof Edit.Remove remove) {
            require(
                    now(connection, filename, remove.id()).equals(Optional.of(remove.region())),
                    path);
            RectRows.delete(connection, remove.id());
        } else if (edit instanceof Edit.Mark mark) {
            require(
                    FileRecords.mark(connection, filename)
                            .equals(Optional.ofNullable(mark.before())),
                    path);
            FileRecords.mark(connection, filename, mark.after());
        }
        return edit;
    }

    private static Optional<StoredRegion> now(Connection connection, String filename, long id)
            throws SQLException {
        return RectRows.byId(connection, filename, id);
    }

    private static void require(boolean unchanged, Path path) throws StoreException {
        if (!unchanged) {
            throw StoreException.conflict(path);
        }
    }
}
