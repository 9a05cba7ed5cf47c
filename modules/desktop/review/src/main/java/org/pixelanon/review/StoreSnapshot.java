package org.pixelanon.review;

import java.util.List;
import java.util.Map;
import org.pixelanon.pipeline.format.DeviceTags;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.StoredRow;

/**
 * What the database holds at one moment, with what this session read of the files itself.
 *
 * @param files one entry per file that has rows or a mark
 * @param rows the rows of all files; who wrote each is told by the row alone
 * @param devices by name, what the files are that this session has read
 */
public record StoreSnapshot(
        List<FileSummary> files, List<StoredRow> rows, Map<String, DeviceTags> devices) {

    /** Copies the collections. */
    public StoreSnapshot {
        files = List.copyOf(files);
        rows = List.copyOf(rows);
        devices = Map.copyOf(devices);
    }

    /** Says how much there is, not what. */
    @Override
    public String toString() {
        return files.size() + " files, " + rows.size() + " rows";
    }
}
