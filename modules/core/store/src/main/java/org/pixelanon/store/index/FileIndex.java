package org.pixelanon.store.index;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.store.OwnDatabase;
import org.pixelanon.store.StoreException;

/**
 * An index of files: one row each, updated by scans. The next scan continues where one was killed.
 * Memory does not grow with the number of files. Thread-safe; written by one process at a time,
 * read by many.
 */
public final class FileIndex implements AutoCloseable {

    private static final String PUT =
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, 0, ?, ?"
                    + ", ?".repeat(IndexColumn.tags().size())
                    + ")";

    private final OwnDatabase database;

    private FileIndex(OwnDatabase database) {
        this.database = database;
    }

    /**
     * Opens an index to bring it up to date; makes it if there is none.
     *
     * @param file the file
     * @param readers who may read it, if it is new
     * @return the index, to be closed by the caller
     * @throws StoreException if it is none or cannot be written
     */
    public static FileIndex update(Path file, ReadAccess readers) throws StoreException {
        return new FileIndex(OwnDatabase.change(file, IndexFormat.KIND, readers));
    }

    /**
     * Begins a scan.
     *
     * @return its number
     * @throws IOException if it cannot be written
     */
    public long begin() throws IOException {
        return database.change(
                db -> {
                    PreparedStatement insert = db.prepared("INSERT INTO scans (begun) VALUES (?)");
                    insert.setString(1, Instant.now().toString());
                    insert.executeUpdate();
                    return IndexFormat.number(db.prepared("SELECT max(id) FROM scans"));
                });
    }

    /**
     * Notes that a file was met, if it is known as it is.
     *
     * @param scan the number of the scan
     * @param path the file, absolute
     * @param root the INPUT it was met in
     * @param stamp its size and time now
     * @return false if it is not known, or was changed: then it is to be read
     * @throws IOException if that cannot be written
     */
    public boolean isKnown(long scan, String path, String root, IndexedFile.Stamp stamp)
            throws IOException {
        return database.change(
                db -> {
                    PreparedStatement met =
                            db.prepared(
                                    "UPDATE files SET seen = ?, root = ?, gone = 0"
                                            + " WHERE path = ? AND size = ? AND modified = ?"
                                            + " AND state <> 'UNREADABLE'");
                    met.setLong(1, scan);
                    met.setLong(2, rootNumber(db, root));
                    met.setString(3, path);
                    met.setLong(4, stamp.size());
                    met.setLong(5, stamp.modified());
                    return met.executeUpdate() > 0;
                });
    }

    /**
     * Puts a file in, or what it is now in the place of what it was.
     *
     * @param scan the number of the scan
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public void put(long scan, IndexedFile file) throws IOException {
        database.change(
                db -> {
                    PreparedStatement put = db.prepared(PUT);
                    put.setString(1, file.path());
                    put.setLong(2, rootNumber(db, file.root()));
                    put.setLong(3, file.stamp().size());
                    put.setLong(4, file.stamp().modified());
                    put.setLong(5, scan);
                    put.setString(6, file.state().name());
                    put.setString(7, file.reason().isEmpty() ? null : file.reason());
                    for (int i = 0; i < IndexColumn.tags().size(); i++) {
                        String value = i < file.tags().size() ? file.tags().get(i) : "";
                        put.setString(8 + i, value.isEmpty() ? null : value);
                    }
                    return put.executeUpdate();
                });
    }

    private static long rootNumber(OwnDatabase db, String root) throws SQLException {
        PreparedStatement find = db.prepared("SELECT id FROM roots WHERE path = ?");
        find.setString(1, root);
        long known = IndexFormat.number(find);
        if (known > 0) {
            return known;
        }
        PreparedStatement insert = db.prepared("INSERT INTO roots (path) VALUES (?)");
        insert.setString(1, root);
        insert.executeUpdate();
        return IndexFormat.number(db.prepared("SELECT last_insert_rowid()"));
    }

    /**
     * Ends a scan that came to its end: files below its INPUTs that it did not meet are looked for,
     * and marked if they are gone.
     *
     * @param scan the number of the scan
     * @param roots the INPUTs of the scan
     * @param presence says whether a file is still there
     * @throws IOException if that cannot be written
     */
    public void finish(long scan, List<String> roots, Predicate<String> presence)
            throws IOException {
        for (String root : roots) {
            String last = "";
            for (List<String> page = unseen(scan, root, last);
                    !page.isEmpty();
                    page = unseen(scan, root, last)) {
                for (String path : page) {
                    if (!presence.test(path)) {
                        mark(path);
                    }
                }
                last = page.get(page.size() - 1);
            }
        }
        database.change(
                db -> {
                    PreparedStatement end = db.prepared("UPDATE scans SET ended = ? WHERE id = ?");
                    end.setString(1, Instant.now().toString());
                    end.setLong(2, scan);
                    return end.executeUpdate();
                });
        database.flush();
    }

    private void mark(String path) throws IOException {
        database.change(
                db -> {
                    PreparedStatement mark =
                            db.prepared("UPDATE files SET gone = 1 WHERE path = ?");
                    mark.setString(1, path);
                    return mark.executeUpdate();
                });
    }

    private List<String> unseen(long scan, String root, String after) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query =
                            db.prepared(
                                    "SELECT path FROM files WHERE path > ? AND seen < ? AND gone = 0 AND root ="
                                            + " (SELECT id FROM roots WHERE path = ?) ORDER BY path LIMIT 1000");
                    query.setString(1, after);
                    query.setLong(2, scan);
                    query.setString(3, root);
                    List<String> paths = new ArrayList<>();
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            paths.add(rows.getString(1));
                        }
                    }
                    return paths;
                });
    }

    /** Makes what was put lasting, and closes the file. */
    @Override
    public void close() throws StoreException {
        database.close();
    }
}
