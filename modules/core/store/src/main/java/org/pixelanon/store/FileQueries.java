package org.pixelanon.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;

/** Questions about many files at once. */
final class FileQueries {

    private FileQueries() {}

    /** How many rows a server sends at once. */
    private static final int AT_ONCE = 1000;

    private static final String FILES =
            "SELECT coalesce(r.name, t.filename) AS name, coalesce(r.rectangles, 0) AS rectangles,"
                    + " coalesce(r.tohide, 0) AS tohide, coalesce(r.forms, 0) > 0 AS form,"
                    + " coalesce(r.wholly, 0) > 0 AS wholly, coalesce(r.reads, 0) > 0 AS reads,"
                    + " t.id IS NOT NULL AS marked, t.* FROM"
                    + " (SELECT filename AS name, count(*) FILTER (WHERE \"left\" >= 0) AS rectangles,"
                    + " count(*) FILTER (WHERE \"left\" >= 0 AND nerpii IS DISTINCT FROM 0) AS tohide,"
                    + " count(*) FILTER (WHERE \"left\" >= 0 AND ocrengine = 5"
                    + " AND nerpii IS DISTINCT FROM 0) AS forms,"
                    + " count(*) FILTER (WHERE \"left\" < 0 AND frame < 0 AND overlay < 0) AS wholly,"
                    + " count(*) FILTER (WHERE ocrengine >= 1 AND ocrengine <> 4) AS reads FROM DicomRects"
                    + " GROUP BY filename) r FULL OUTER JOIN DicomTags t ON t.filename = r.name"
                    + " WHERE coalesce(r.name, t.filename) IS NOT NULL ORDER BY name";

    private static final String NOTED =
            "SELECT filename FROM pixelanon_planes WHERE person = '' AND planes <> ''";

    /** The last of each file alone: a run that wrote anew says what holds. */
    private static final String COPIES =
            "SELECT filename, outcome, happened FROM pixelanon_audit WHERE id IN (SELECT max(id)"
                    + " FROM pixelanon_audit WHERE outcome IN"
                    + " ('Clean', 'Redacted', 'NeedsReview', 'Failed') GROUP BY filename)";

    static List<FileSummary> files(Connection connection) throws SQLException {
        Set<String> tables = Schema.tables(connection);
        Set<String> noted = tables.contains("pixelanon_planes") ? noted(connection) : Set.of();
        Map<String, Boolean> complete =
                tables.contains("pixelanon_planes") ? SeenRecords.complete(connection) : Map.of();
        Map<String, Copy> copies =
                tables.contains("pixelanon_audit") ? copies(connection) : Map.of();
        List<FileSummary> files = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FILES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString("name");
                FileMark mark = row.getBoolean("marked") ? FileRecords.read(row) : null;
                boolean some = row.getBoolean("reads") || noted.contains(name);
                boolean whole = complete.getOrDefault(name, row.getBoolean("wholly"));
                files.add(
                        new FileSummary(
                                name,
                                row.getInt("rectangles"),
                                row.getInt("tohide"),
                                row.getBoolean("form"),
                                searches(whole, some),
                                copies.getOrDefault(name, Copy.NONE).since(mark),
                                mark));
            }
        }
        Set<String> others = new TreeSet<>(noted);
        files.forEach(file -> others.remove(file.filename()));
        for (String name : others) {
            boolean whole = complete.getOrDefault(name, false);
            files.add(new FileSummary(name, 0, 0, false, searches(whole, true), "", null));
        }
        return files;
    }

    private static FileSummary.Searches searches(boolean whole, boolean some) {
        FileSummary.Searches part = some ? FileSummary.Searches.SOME : FileSummary.Searches.NONE;
        return whole ? FileSummary.Searches.WHOLE : part;
    }

    /** How a run ended that asked for a copy, and when. */
    private record Copy(String outcome, String happened) {

        static final Copy NONE = new Copy("", "");

        /** A file that was marked anew since may have changed: its copy is another's. */
        String since(@Nullable FileMark mark) {
            return mark != null && happened.compareTo(mark.modified()) >= 0 ? outcome : "";
        }
    }

    private static Set<String> noted(Connection connection) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(NOTED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static Map<String, Copy> copies(Connection connection) throws SQLException {
        Map<String, Copy> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COPIES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getString(1), new Copy(row.getString(2), row.getString(3)));
            }
        }
        return found;
    }

    static void list(Connection connection, Listing listing, RowSink sink)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(listing.sql())) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                int columns = listing.columns().size();
                while (row.next()) {
                    List<@Nullable Object> values = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        values.add(narrow(row.getObject(i)));
                    }
                    sink.row(values);
                }
            }
        }
    }

    /** As the driver of SQLite gives numbers: as narrow as they are. */
    private static @Nullable Object narrow(@Nullable Object value) {
        if (value instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        return value;
    }

    /** Old databases of the Python tool hold Image Type as Python writes a list. */
    private static final String SIMILAR =
            "WITH near AS (SELECT filename FROM DicomTags WHERE mark = 'F'"
                    + " AND manufacturermodelname = ? AND rows = ? AND columns = ? AND modality = ?"
                    + " AND imagetype IN (?, ?) AND filename <> ?)"
                    + " SELECT \"left\", top, \"right\", bottom, frame, overlay,"
                    + " count(DISTINCT filename) AS support, (SELECT count(*) FROM near) AS files"
                    + " FROM DicomRects WHERE filename IN (SELECT filename FROM near)"
                    + " AND \"left\" >= 0 AND top >= 0 AND \"right\" >= \"left\" AND bottom >= top"
                    + " AND nerpii IS DISTINCT FROM 0 GROUP BY frame, overlay, top, \"left\", bottom, \"right\"";

    static List<Suggestion> similar(Connection connection, String filename, DeviceKey device)
            throws SQLException {
        List<Suggestion> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SIMILAR)) {
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
                                    row.getInt("support"),
                                    row.getInt("files")));
                }
            }
        }
        return Suggestions.merged(rows);
    }
}
