package org.pixelanon.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;

/** Statements on our table {@code pixelanon_history}. */
final class HistoryRecords {

    static final String TABLE = "pixelanon_history";

    static final String CREATE =
            "CREATE TABLE IF NOT EXISTS "
                    + TABLE
                    + " (id INTEGER PRIMARY KEY AUTOINCREMENT, sitting TEXT NOT NULL,"
                    + " number INTEGER NOT NULL, person TEXT NOT NULL, happened TEXT NOT NULL,"
                    + " deeds TEXT NOT NULL, filename TEXT NOT NULL, files INTEGER NOT NULL,"
                    + " place TEXT NOT NULL, planes INTEGER NOT NULL, reversible INTEGER NOT NULL,"
                    + " undone INTEGER NOT NULL, edits BLOB NOT NULL)";

    static final String CREATE_INDEX =
            "CREATE UNIQUE INDEX IF NOT EXISTS pixelanon_history_number ON "
                    + TABLE
                    + " (sitting, number)";

    private static final String NOTE =
            "sitting, number, person, happened, deeds, filename, files, place, planes, reversible";

    private static final int BOX = 6;

    private HistoryRecords() {}

    static void add(Connection connection, HistoryNote note, List<Edit> done) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO "
                                + TABLE
                                + " ("
                                + NOTE
                                + ", undone, edits) VALUES (?,?,?,?,?,?,?,?,?,?,0,?)")) {
            insert.setString(1, note.sitting());
            insert.setLong(2, note.number());
            insert.setString(3, note.person());
            insert.setString(4, note.when());
            insert.setString(5, note.deeds());
            insert.setString(6, note.filename());
            insert.setInt(7, note.files());
            insert.setString(8, note.place().map(HistoryRecords::text).orElse(""));
            insert.setInt(9, note.planes());
            boolean whole = note.reversible() && done.stream().allMatch(EditFormat::isWhole);
            insert.setInt(10, whole ? 1 : 0);
            insert.setBytes(11, EditFormat.bytes(whole ? done : List.of()));
            insert.executeUpdate();
        }
    }

    static void turn(Connection connection, HistoryWord.Turn turn) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE " + TABLE + " SET undone = ? WHERE sitting = ? AND number = ?")) {
            update.setInt(1, turn.undone() ? 1 : 0);
            update.setString(2, turn.sitting());
            update.setLong(3, turn.number());
            update.executeUpdate();
        }
    }

    /** What takes an edit back or does it again; empty if that is no longer or not possible. */
    static Optional<List<Edit>> edits(Connection connection, HistoryWord.Turn turn)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT edits FROM "
                                + TABLE
                                + " WHERE sitting = ? AND number = ? AND undone = ?"
                                + " AND reversible = 1")) {
            select.setString(1, turn.sitting());
            select.setLong(2, turn.number());
            select.setInt(3, turn.undone() ? 0 : 1);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<Edit> edits = read(row.getBytes(1));
                return Optional.of(turn.undone() ? inverse(edits) : edits);
            }
        }
    }

    /** An edit as it is for the rows as they are. */
    static Edit filled(Connection connection, Edit edit) throws SQLException {
        if (edit instanceof Edit.Change change) {
            return RectRows.byId(connection, edit.filename(), change.id())
                    .map(now -> EditFormat.filled(change, now))
                    .orElse(edit);
        } else if (edit instanceof Edit.Mark mark) {
            return FileRecords.mark(connection, edit.filename())
                    .map(now -> EditFormat.filled(mark, now))
                    .orElse(edit);
        }
        return edit;
    }

    private static List<Edit> inverse(List<Edit> edits) {
        List<Edit> back = new ArrayList<>();
        edits.forEach(edit -> back.add(edit.inverse()));
        Collections.reverse(back);
        return back;
    }

    private static List<Edit> read(byte[] bytes) throws SQLException {
        try {
            return EditFormat.edits(bytes);
        } catch (IOException | IllegalArgumentException e) {
            throw new SQLException("an edit of the history cannot be read", e);
        }
    }

    static List<HistoryEntry> last(Connection connection, int most) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        if (!Schema.tables(connection).contains(TABLE)) {
            return entries; // opened to be read, and made before the history was kept
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT "
                                + NOTE
                                + ", undone FROM "
                                + TABLE
                                + " ORDER BY id DESC LIMIT ?")) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new HistoryEntry(note(row), row.getInt(11) != 0, Set.of()));
                }
            }
        }
        return entries;
    }

    private static HistoryNote note(ResultSet row) throws SQLException {
        return new HistoryNote(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                box(row.getString(8)),
                row.getInt(9),
                row.getInt(10) != 0);
    }

    private static String text(InclusiveBox box) {
        return box.left()
                + " "
                + box.top()
                + " "
                + box.right()
                + " "
                + box.bottom()
                + " "
                + box.frame()
                + " "
                + box.overlay();
    }

    private static @Nullable InclusiveBox box(String text) throws SQLException {
        if (text.isEmpty()) {
            return null;
        }
        try {
            int[] n = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
            if (n.length == BOX) {
                return new InclusiveBox(n[0], n[1], n[2], n[3], n[4], n[5]);
            }
        } catch (NumberFormatException e) {
            throw new SQLException("a place of the history cannot be read", e);
        }
        throw new SQLException("a place of the history cannot be read");
    }

    static List<HistoryEntry> reversible(
            Connection connection, String person, String sitting, int most) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        if (!Schema.tables(connection).contains(TABLE)) {
            return entries;
        }
        AsBefore state = new AsBefore(connection);
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT "
                                + NOTE
                                + ", edits FROM (SELECT * FROM "
                                + TABLE
                                + " ORDER BY id DESC LIMIT ?) h WHERE person = ? AND sitting <> ?"
                                + " AND undone = 0 AND reversible = 1 ORDER BY id DESC")) {
            select.setInt(1, most);
            select.setString(2, person);
            select.setString(3, sitting);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Edit> edits = read(row.getBytes(11));
                    if (state.takeBack(inverse(edits))) {
                        entries.add(
                                new HistoryEntry(
                                        note(row),
                                        false,
                                        edits.stream()
                                                .map(Edit::filename)
                                                .collect(Collectors.toCollection(TreeSet::new))));
                    }
                }
            }
        }
        return entries;
    }

    /** The database as it would be if the edits met so far were taken back. */
    private static final class AsBefore {

        private final Connection connection;
        private final Map<Long, Optional<StoredRegion>> rows = new HashMap<>();
        private final Map<String, Optional<FileMark>> marks = new HashMap<>();

        AsBefore(Connection connection) {
            this.connection = connection;
        }

        /** Takes them back if all of that is possible. */
        boolean takeBack(List<Edit> inverses) throws SQLException {
            Map<Long, Optional<StoredRegion>> rowsThen = new HashMap<>();
            Map<String, Optional<FileMark>> marksThen = new HashMap<>();
            for (Edit edit : inverses) {
                boolean fits;
                if (edit instanceof Edit.Mark mark) {
                    Optional<FileMark> now = mark(mark.filename(), marksThen);
                    Edit.Mark whole =
                            (Edit.Mark) now.map(n -> EditFormat.filled(mark, n)).orElse(mark);
                    fits = now.equals(Optional.ofNullable(whole.before()));
                    marksThen.put(mark.filename(), Optional.ofNullable(whole.after()));
                } else if (edit instanceof Edit.Add add) {
                    fits = row(edit.filename(), add.id(), rowsThen).isEmpty();
                    rowsThen.put(add.id(), Optional.of(add.region()));
                } else if (edit instanceof Edit.Remove remove) {
                    fits =
                            row(edit.filename(), remove.id(), rowsThen)
                                    .equals(Optional.of(remove.region()));
                    rowsThen.put(remove.id(), Optional.empty());
                } else {
                    Edit.Change change = (Edit.Change) edit;
                    Optional<StoredRegion> now = row(edit.filename(), change.id(), rowsThen);
                    Edit.Change whole =
                            (Edit.Change) now.map(n -> EditFormat.filled(change, n)).orElse(change);
                    fits = now.equals(Optional.of(whole.before()));
                    rowsThen.put(change.id(), Optional.of(whole.after()));
                }
                if (!fits) {
                    return false;
                }
            }
            rows.putAll(rowsThen);
            marks.putAll(marksThen);
            return true;
        }

        private Optional<StoredRegion> row(
                String file, long id, Map<Long, Optional<StoredRegion>> newer) throws SQLException {
            Optional<StoredRegion> known = newer.containsKey(id) ? newer.get(id) : rows.get(id);
            return known != null ? known : RectRows.byId(connection, file, id);
        }

        private Optional<FileMark> mark(String file, Map<String, Optional<FileMark>> newer)
                throws SQLException {
            Optional<FileMark> known = newer.containsKey(file) ? newer.get(file) : marks.get(file);
            return known != null ? known : FileRecords.mark(connection, file);
        }
    }
}
