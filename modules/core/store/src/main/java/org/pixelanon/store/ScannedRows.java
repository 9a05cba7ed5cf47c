package org.pixelanon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.store.StoredRow.Author;

/** What happens to the rows of a file in a new scan. */
final class ScannedRows {

    private ScannedRows() {}

    /**
     * The rows that a scan of ours wrote and nobody touched go; every other row stays, and stands
     * for what the new scan found at the same place.
     */
    static void replace(Connection connection, String filename, List<StoredRegion> found)
            throws SQLException {
        List<StoredRow> stay = new ArrayList<>();
        for (StoredRow row : FileRecords.rows(connection, filename)) {
            if (row.author() == Author.SCAN) {
                RectRows.deleteScanned(connection, row.id());
            } else {
                stay.add(row);
            }
        }
        insert(connection, filename, found, stay);
    }

    /** Adds what no row says yet. */
    static void append(Connection connection, String filename, List<StoredRegion> found)
            throws SQLException {
        insert(connection, filename, found, FileRecords.rows(connection, filename));
    }

    private static void insert(
            Connection connection,
            String filename,
            List<StoredRegion> found,
            List<StoredRow> present)
            throws SQLException {
        List<StoredRegion> news =
                found.stream()
                        .filter(f -> present.stream().noneMatch(p -> f.sameFinding(p.region())))
                        .toList();
        RectRows.insertScanned(connection, filename, news);
    }
}
