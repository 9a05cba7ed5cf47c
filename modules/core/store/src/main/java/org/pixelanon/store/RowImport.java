package org.pixelanon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixelanon.model.InclusiveBox;

/** Rows from elsewhere: another database, or a list. They are added to what is known. */
final class RowImport {

    private final Connection connection;
    private final Map<String, Map<Place, StoredRow>> known = new HashMap<>();
    private int added;
    private int changed;
    private int kept;
    private int same;

    private RowImport(Connection connection) {
        this.connection = connection;
    }

    /** What makes two rows speak of one thing. */
    private record Place(InclusiveBox box, int engine, String text) {
        static Place of(StoredRegion region) {
            return new Place(region.box(), region.ocrEngine(), region.text());
        }
    }

    static ImportCounts add(
            Connection connection,
            Map<String, List<StoredRegion>> rows,
            Map<String, FileMark> marks)
            throws SQLException {
        RowImport rowImport = new RowImport(connection);
        for (Map.Entry<String, List<StoredRegion>> file : rows.entrySet()) {
            for (StoredRegion region : file.getValue()) {
                rowImport.add(file.getKey(), region);
            }
        }
        for (Map.Entry<String, FileMark> mark : marks.entrySet()) {
            rowImport.add(mark.getKey(), mark.getValue());
        }
        return new ImportCounts(rowImport.added, rowImport.changed, rowImport.kept, rowImport.same);
    }

    private void add(String filename, StoredRegion region) throws SQLException {
        Map<Place, StoredRow> places = known.get(filename);
        if (places == null) {
            places = new HashMap<>();
            for (StoredRow row : FileRecords.rows(connection, filename)) {
                places.putIfAbsent(Place.of(row.region()), row);
            }
            known.put(filename, places);
        }
        StoredRow row = places.get(Place.of(region));
        if (row == null) {
            long id = RectRows.insertForeign(connection, filename, region);
            places.put(
                    Place.of(region),
                    new StoredRow(id, filename, region, StoredRow.Author.UNPROVEN));
            added++;
        } else if (isSaid(row.region(), region)) {
            same++;
        } else if (addsReason(row.region(), region)
                || isNewer(region.modified(), row.region().modified())) {
            RectRows.update(connection, filename, row.id(), region);
            places.put(Place.of(region), new StoredRow(row.id(), filename, region, row.author()));
            changed++;
        } else {
            kept++;
        }
    }

    /** Whether a row says all that another one does. */
    private static boolean isSaid(StoredRegion known, StoredRegion region) {
        return known.sensitive() == region.sensitive()
                && (region.reason().isEmpty() || region.reason().equals(known.reason()));
    }

    /** The same judgement, and why a person came to it, which was not known here. */
    private static boolean addsReason(StoredRegion known, StoredRegion region) {
        return known.sensitive() == region.sensitive() && known.reason().isEmpty();
    }

    private void add(String filename, FileMark mark) throws SQLException {
        Optional<FileMark> old = FileRecords.mark(connection, filename);
        if (old.isEmpty()) {
            FileRecords.mark(connection, filename, mark);
            added++;
        } else if (old.get().equals(mark)) {
            same++;
        } else if (isNewer(mark.modified(), old.get().modified())) {
            FileRecords.mark(connection, filename, mark);
            changed++;
        } else {
            kept++;
        }
    }

    /** Both tools write times so that their order is that of the text. */
    private static boolean isNewer(String one, String other) {
        return one.compareTo(other) > 0;
    }
}
