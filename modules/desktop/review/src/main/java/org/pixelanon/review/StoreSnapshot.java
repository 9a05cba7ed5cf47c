package org.pixelanon.review;

import java.util.List;
import java.util.Map;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.StoredRow;

/**
 * The content of the database at one moment, with the devices that this session read from files.
 *
 * @param files one entry per file that has rows or a mark
 * @param rows the rows of all files; each row states who wrote it
 * @param devices the devices of files read in this session, by name
 */
public record StoreSnapshot(
        List<FileSummary> files, List<StoredRow> rows, Map<String, DeviceTags> devices) {

    /** Copies the collections. */
    public StoreSnapshot {
        files = List.copyOf(files);
        rows = List.copyOf(rows);
        devices = Map.copyOf(devices);
    }

    /** States only the amounts, not the content. */
    @Override
    public String toString() {
        return files.size() + " files, " + rows.size() + " rows";
    }
}
