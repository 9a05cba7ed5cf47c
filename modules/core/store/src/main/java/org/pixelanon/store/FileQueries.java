package org.pixelanon.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;

/** Questions about many files at once. */
final class FileQueries {

    private FileQueries() {}

    static List<FileSummary> files(Connection connection) throws SQLException {
        List<FileSummary> files = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT coalesce(r.name, t.filename) AS name, coalesce(r.rectangles, 0) AS rectangles,"
                                        + " coalesce(r.tohide, 0) AS tohide, t.id IS NOT NULL AS marked, t.* FROM"
                                        + " (SELECT filename AS name, sum(\"left\" >= 0) AS rectangles,"
                                        + " sum(\"left\" >= 0 AND nerpii IS NOT 0) AS tohide FROM DicomRects"
                                        + " GROUP BY filename) r FULL OUTER JOIN DicomTags t ON t.filename = r.name"
                                        + " WHERE coalesce(r.name, t.filename) IS NOT NULL ORDER BY name");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                files.add(
                        new FileSummary(
                                row.getString("name"),
                                row.getInt("rectangles"),
                                row.getInt("tohide"),
                                row.getBoolean("marked") ? FileRecords.read(row) : null));
            }
        }
        return files;
    }

    static void list(Connection connection, Listing listing, RowSink sink)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(listing.sql());
                ResultSet row = select.executeQuery()) {
            int columns = listing.columns().size();
            while (row.next()) {
                List<@Nullable Object> values = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    values.add(row.getObject(i));
                }
                sink.row(values);
            }
        }
    }

    static List<Suggestion> similar(Connection connection, String filename, DeviceKey device)
            throws SQLException {
        List<Suggestion> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        // old databases of the Python tool hold Image Type as Python writes a list
                        "SELECT \"left\", top, \"right\", bottom, frame, overlay, count(*) AS support FROM DicomRects"
                                + " WHERE filename IN (SELECT filename FROM DicomTags WHERE mark = 'F'"
                                + " AND manufacturermodelname = ? AND rows = ? AND columns = ? AND modality = ?"
                                + " AND imagetype IN (?, ?) AND filename <> ?)"
                                + " AND \"left\" >= 0 AND top >= 0 AND \"right\" >= \"left\" AND bottom >= top"
                                + " AND nerpii IS NOT 0 GROUP BY frame, overlay, top, \"left\", bottom, \"right\"")) {
            select.setString(1, device.model());
            select.setInt(2, device.rows());
            select.setInt(3, device.columns());
            select.setString(4, device.modality());
            select.setString(5, device.imageType());
            select.setString(6, device.imageType().replace('"', '\''));
            select.setString(7, filename);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(
                            new Suggestion(
                                    new InclusiveBox(
                                            row.getInt("left"),
                                            row.getInt("top"),
                                            row.getInt("right"),
                                            row.getInt("bottom"),
                                            Columns.number(row, "frame"),
                                            Columns.number(row, "overlay")),
                                    row.getInt("support")));
                }
            }
        }
        return Suggestions.merged(rows);
    }
}
