package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pixelanon.model.FileRights;

/**
 * The records beside a database in which pydal stores which tables it created. If one is missing,
 * the Python tool tries to create the table again and stops, because it exists.
 */
final class PythonNotes {

    /** What the Python tool calls the database in every folder. */
    static final String DATABASE = "dcmaudit.sqlite.db";

    /**
     * MD5 of {@code sqlite://dcmaudit.sqlite.db}. The Python tool names the database so in every
     * folder, and the folder apart from it; so the names of the notes are the same everywhere.
     */
    private static final String HASH = "952e4562cd3ebdf5205ee934be4b20f9";

    private static final List<PythonTable> TABLES = List.of(PythonTable.RECTS, PythonTable.TAGS);

    private PythonNotes() {}

    /**
     * Where the notes are kept.
     *
     * @param path the database
     * @return the files, which need not exist
     */
    static List<Path> of(Path path) {
        return TABLES.stream().map(table -> note(path, table)).toList();
    }

    private static Path note(Path path, PythonTable table) {
        return path.resolveSibling(HASH + "_" + table.name() + ".table");
    }

    /**
     * Writes the notes that are missing. A note that is there is left alone, whatever it says; none
     * is written beside a database that the Python tool would not find by its name, nor of a table
     * that has other columns than the Python tool gives it.
     *
     * @param path the database
     * @param connection open to it
     * @throws StoreException if a note cannot be written
     * @throws SQLException if the tables cannot be read
     */
    static void complete(Path path, Connection connection) throws StoreException, SQLException {
        Path folder = path.toAbsolutePath().getParent();
        Path file = path.getFileName();
        if (folder == null
                || file == null
                || !file.toString().equals(DATABASE)
                || !Files.isWritable(folder)) {
            return;
        }
        for (PythonTable table : TABLES) {
            Path note = note(path, table);
            if (!Files.exists(note, LinkOption.NOFOLLOW_LINKS)
                    && columns(connection, table.name()).equals(table.names())) {
                write(path, note, table.note());
            }
        }
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT name FROM pragma_table_info('" + table + "')")) {
            while (row.next()) {
                names.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /**
     * Beside its place and then moved there: who looks meanwhile finds all of it or nothing.
     * Several processes may do so at once, and write the same. Whoever may use the database may use
     * the note.
     */
    private static void write(Path database, Path note, byte[] bytes) throws StoreException {
        try {
            Path part =
                    Files.createTempFile(
                            note.toAbsolutePath().getParent(), ".pixelanon-", ".table");
            try {
                Files.write(part, bytes);
                Optional<FileRights> rights = FileRights.of(database);
                if (rights.isPresent()) {
                    rights.get().giveWhatIsPermitted(part);
                }
                Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StoreException(
                    database, "the file " + note.getFileName() + " beside it cannot be written", e);
        }
    }
}
