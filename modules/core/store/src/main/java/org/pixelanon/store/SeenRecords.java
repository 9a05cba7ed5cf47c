package org.pixelanon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.SeenPlanes;

/**
 * Which planes of a file were searched or shown to whom, and what was open when somebody marked it
 * done here. The Python tool keeps none of this and does not see these tables.
 */
final class SeenRecords {

    /** In the place of a person: a search. */
    private static final String SEARCH = "";

    /**
     * In the place of a person, and no name of an account: the planes of a file of which a search
     * left some out.
     */
    private static final String FILE = "*";

    private static final String HELD =
            "SELECT f.filename, f.planes, s.planes FROM pixelanon_planes f LEFT JOIN"
                    + " pixelanon_planes s ON s.filename = f.filename AND s.person = '"
                    + SEARCH
                    + "' WHERE f.person = '"
                    + FILE
                    + "'";

    private SeenRecords() {}

    static SeenPlanes searched(Connection connection, String filename) throws SQLException {
        return planes(connection, filename, SEARCH);
    }

    static SeenPlanes shown(Connection connection, String filename, String person)
            throws SQLException {
        return person.isEmpty() ? SeenPlanes.NONE : planes(connection, filename, person);
    }

    /** A search says what it left out; what is complete needs no second list of planes. */
    static void addSearched(Connection connection, String filename, SeenPlanes.Part part)
            throws SQLException {
        add(connection, filename, SEARCH, part.seen());
        if (!searched(connection, filename).hasAll(part.all())) {
            put(connection, filename, FILE, part.all());
        }
    }

    /** The planes of a file of which a search left some out; none of other files. */
    static SeenPlanes held(Connection connection, String filename) throws SQLException {
        return planes(connection, filename, FILE);
    }

    /** Of files of which a search left planes out, whether others have gone through them since. */
    static Map<String, Boolean> complete(Connection connection) throws SQLException {
        Map<String, Boolean> files = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HELD);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String searched = row.getString(3);
                SeenPlanes seen = searched == null ? SeenPlanes.NONE : readPlanes(searched);
                SeenPlanes held = readPlanes(row.getString(2));
                files.put(row.getString(1), !held.isEmpty() && seen.hasAll(held));
            }
        }
        return files;
    }

    static void addShown(Connection connection, String filename, String person, SeenPlanes planes)
            throws SQLException {
        if (!person.isEmpty()) {
            add(connection, filename, person, planes);
        }
    }

    private static SeenPlanes planes(Connection connection, String filename, String person)
            throws SQLException {
        if (!Schema.tables(connection).contains("pixelanon_planes")) {
            return SeenPlanes.NONE; // opened to be read, and made before these were kept
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT planes FROM pixelanon_planes WHERE filename = ? AND person = ?")) {
            select.setString(1, filename);
            select.setString(2, person);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? readPlanes(row.getString(1)) : SeenPlanes.NONE;
            }
        }
    }

    /** What nobody can read was not seen. */
    private static SeenPlanes readPlanes(String text) {
        try {
            return SeenPlanes.of(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return SeenPlanes.NONE;
        }
    }

    private static void add(
            Connection connection, String filename, String person, SeenPlanes planes)
            throws SQLException {
        SeenPlanes known = planes(connection, filename, person);
        SeenPlanes all = known.and(planes);
        if (!all.equals(known)) {
            put(connection, filename, person, all);
        }
    }

    private static void put(
            Connection connection, String filename, String person, SeenPlanes planes)
            throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement(
                        "INSERT INTO pixelanon_planes VALUES (?,?,?) ON CONFLICT (filename, person)"
                                + " DO UPDATE SET planes = excluded.planes")) {
            put.setString(1, filename);
            put.setString(2, person);
            put.setString(3, planes.text());
            put.executeUpdate();
        }
    }

    /**
     * What was open when a file was marked done here last.
     *
     * @param mark only if this is that mark; null for whatever mark it was
     */
    static Optional<DoneNote> done(Connection connection, String filename, @Nullable FileMark mark)
            throws SQLException {
        Set<String> tables = Schema.tables(connection);
        if (!tables.contains("pixelanon_done")) {
            return Optional.empty();
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT left_open, marker, happened, person FROM pixelanon_done"
                                + " WHERE filename = ?")) {
            select.setString(1, filename);
            try (ResultSet row = select.executeQuery()) {
                boolean there =
                        row.next()
                                && (mark == null
                                        || (mark.modified().equals(row.getString(3))
                                                && mark.modifiedBy().equals(row.getString(4))));
                return there ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static DoneNote read(ResultSet row) throws SQLException {
        try {
            return new DoneNote(row.getString(2), OpenQuestions.of(row.getString(1)));
        } catch (IllegalArgumentException e) {
            throw new SQLException("open questions of a file cannot be read", e);
        }
    }

    /** Beside a mark that is written; the note of an earlier one fits it no longer. */
    static void note(Connection connection, String filename, FileMark mark) throws SQLException {
        if (mark.tagged() || mark.note().isEmpty()) {
            return;
        }
        try (PreparedStatement put =
                connection.prepareStatement(
                        "INSERT INTO pixelanon_done VALUES (?,?,?,?,?) ON CONFLICT (filename)"
                                + " DO UPDATE SET happened = excluded.happened,"
                                + " person = excluded.person, marker = excluded.marker,"
                                + " left_open = excluded.left_open")) {
            put.setString(1, filename);
            put.setString(2, mark.modified());
            put.setString(3, mark.modifiedBy());
            put.setString(4, mark.note().get().person());
            put.setString(5, mark.note().get().open().text());
            put.executeUpdate();
        }
    }
}
