package org.pixelanon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on the rows there are per file: marks of curators and audit entries. */
final class FileRecords {

    private FileRecords() {}

    static Optional<FileMark> mark(Connection connection, String filename) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM DicomTags WHERE filename = ?")) {
            select.setString(1, filename);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                FileMark mark = read(row);
                return Optional.of(
                        mark.tagged()
                                ? mark
                                : mark.noting(
                                        SeenRecords.done(connection, filename, mark).orElse(null)));
            }
        }
    }

    /** The rows of a file in the order they were written; those of a judged one are a person's. */
    static List<StoredRow> rows(Connection connection, String filename) throws SQLException {
        return RectRows.of(connection, filename, mark(connection, filename).isPresent());
    }

    /** A row of {@code DicomTags}. Its last two columns came later than the table. */
    static FileMark read(ResultSet row) throws SQLException {
        return new FileMark(
                "T".equals(row.getString("mark")),
                Columns.text(row, "comment"),
                Columns.text(row, "modality"),
                Columns.text(row, "imagetype"),
                Columns.text(row, "manufacturermodelname"),
                Columns.text(row, "burnedinannotation"),
                Columns.number(row, "rows"),
                Columns.number(row, "columns"),
                textIfThere(row, "last_modified"),
                textIfThere(row, "last_modified_by"));
    }

    private static String textIfThere(ResultSet row, String column) throws SQLException {
        ResultSetMetaData data = row.getMetaData();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            if (data.getColumnLabel(i).equalsIgnoreCase(column)) {
                return Columns.text(row, column);
            }
        }
        return "";
    }

    /** Updates first: a database that some other version made may lack the UNIQUE on filename. */
    static void mark(Connection connection, String filename, @Nullable FileMark mark)
            throws SQLException {
        if (mark == null) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM DicomTags WHERE filename = ?")) {
                delete.setString(1, filename);
                delete.executeUpdate();
            }
            return;
        }
        int changed =
                run(
                        connection,
                        "UPDATE DicomTags SET mark = ?, comment = ?, modality = ?, imagetype = ?,"
                                + " manufacturermodelname = ?, burnedinannotation = ?, rows = ?,"
                                + " columns = ?, last_modified = ?, last_modified_by = ?"
                                + " WHERE filename = ?",
                        filename,
                        mark);
        if (changed == 0) {
            run(
                    connection,
                    "INSERT INTO DicomTags (mark, comment, modality, imagetype,"
                            + " manufacturermodelname, burnedinannotation, rows, columns,"
                            + " last_modified, last_modified_by, filename)"
                            + " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                    filename,
                    mark);
        }
        SeenRecords.note(connection, filename, mark);
    }

    private static int run(Connection connection, String sql, String filename, FileMark mark)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, mark.tagged() ? "T" : "F");
            statement.setString(2, mark.comment());
            statement.setString(3, mark.modality());
            statement.setString(4, mark.imageType());
            statement.setString(5, mark.model());
            statement.setString(6, mark.burnedInAnnotation());
            statement.setInt(7, mark.rows());
            statement.setInt(8, mark.columns());
            statement.setString(9, mark.modified());
            statement.setString(10, mark.modifiedBy());
            statement.setString(11, filename);
            return statement.executeUpdate();
        }
    }

    static boolean knows(Connection connection, String filename) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT 1 FROM DicomRects WHERE filename = ?"
                                + " UNION ALL SELECT 1 FROM DicomTags WHERE filename = ? LIMIT 1")) {
            select.setString(1, filename);
            select.setString(2, filename);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static List<AuditEntry> audits(Connection connection, String filename) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        if (!Schema.tables(connection).contains("pixelanon_audit")) {
            return entries; // opened to be read, and only the Python tool has written it
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT output, outcome, toolversion, plan, verification, happened"
                                + " FROM pixelanon_audit WHERE filename = ? ORDER BY id")) {
            select.setString(1, filename);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            new AuditEntry(
                                    filename,
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6)));
                }
            }
        }
        return entries;
    }

    static void audit(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO pixelanon_audit (filename, output, outcome, toolversion, plan,"
                                + " verification, happened) VALUES (?,?,?,?,?,?,?)")) {
            insert.setString(1, entry.filename());
            insert.setString(2, entry.output());
            insert.setString(3, entry.outcome());
            insert.setString(4, entry.toolVersion());
            insert.setString(5, entry.planJson());
            insert.setString(6, entry.verificationJson());
            insert.setString(7, entry.when());
            insert.executeUpdate();
        }
        SeenRecords.addSearched(connection, entry.filename(), entry.searched());
    }
}
