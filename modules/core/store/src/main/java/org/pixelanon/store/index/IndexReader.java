package org.pixelanon.store.index;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pixelanon.store.OwnDatabase;
import org.pixelanon.store.StoreException;

/** Reads an index, also while a scan writes it. Thread-safe. */
public final class IndexReader implements AutoCloseable {

    private static final int NANOS = 1_000_000_000;

    /** How many files are what. */
    public record Counts(Map<IndexedFile.State, Long> present, long gone) {

        /** Copies the map. */
        public Counts {
            present = Map.copyOf(present);
        }

        /**
         * Files of one state.
         *
         * @param state the state
         * @return how many are there
         */
        public long of(IndexedFile.State state) {
            return present.getOrDefault(state, 0L);
        }
    }

    /** Takes files of an index. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Takes a file.
         *
         * @param path where it is
         * @param root the INPUT it was met in
         * @throws IOException if it cannot be taken
         */
        void file(String path, String root) throws IOException;
    }

    private final OwnDatabase database;

    private IndexReader(OwnDatabase database) {
        this.database = database;
    }

    /**
     * Returns whether a file is an index, by its first bytes.
     *
     * @param file any file
     * @return true if it is one
     */
    public static boolean isOne(Path file) {
        return OwnDatabase.isOne(file, IndexFormat.KIND);
    }

    /**
     * Opens an index to read it.
     *
     * @param file the file
     * @return the index, to be closed by the caller
     * @throws StoreException if it is none or cannot be read
     */
    public static IndexReader read(Path file) throws StoreException {
        return new IndexReader(OwnDatabase.read(file, IndexFormat.KIND));
    }

    /**
     * Whether the last scan that began came to its end.
     *
     * @return false if it was stopped, or there was none
     * @throws IOException if the index cannot be read
     */
    public boolean isComplete() throws IOException {
        return database.ask(
                db ->
                        IndexFormat.number(
                                        db.prepared(
                                                "SELECT ended IS NOT NULL FROM scans ORDER BY id DESC LIMIT 1"))
                                > 0);
    }

    /**
     * Counts files.
     *
     * @return how many are what
     * @throws IOException if the index cannot be read
     */
    public Counts counts() throws IOException {
        return database.ask(
                db -> {
                    Map<IndexedFile.State, Long> present = new EnumMap<>(IndexedFile.State.class);
                    long gone = 0;
                    PreparedStatement query =
                            db.prepared(
                                    "SELECT state, gone, count(*) FROM files GROUP BY state, gone");
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            if (row.getInt(2) != 0) {
                                gone += row.getLong(3);
                            } else {
                                present.put(
                                        IndexedFile.State.valueOf(row.getString(1)),
                                        row.getLong(3));
                            }
                        }
                    }
                    return new Counts(present, gone);
                });
    }

    /**
     * Hands on files in the order of their paths, without holding more than one of them.
     *
     * @param filter which
     * @param taker takes them
     * @throws IOException if the index cannot be read, or what the taker throws
     */
    public void files(IndexFilter filter, Taker taker) throws IOException {
        database.ask(
                db -> {
                    String sql =
                            "SELECT path, (SELECT r.path FROM roots r WHERE r.id = root) FROM files WHERE "
                                    + filter.condition()
                                    + " ORDER BY path";
                    try (ResultSet row = bound(db, sql, filter).executeQuery()) {
                        while (row.next()) {
                            taker.file(row.getString(1), row.getString(2));
                        }
                    }
                    return true;
                });
    }

    /**
     * Some rows, in the order of their paths.
     *
     * @param filter which
     * @param after the path of the last row that is known; empty for the first rows
     * @param most how many at most
     * @return values in the order of {@link IndexColumn}; none behind the last
     * @throws IOException if the index cannot be read
     */
    public List<List<String>> rows(IndexFilter filter, String after, int most) throws IOException {
        String columns =
                Arrays.stream(IndexColumn.values())
                        .map(IndexColumn::column)
                        .collect(Collectors.joining(", "));
        String sql =
                "SELECT "
                        + columns
                        + " FROM files WHERE "
                        + filter.condition()
                        + " AND path > ? ORDER BY path LIMIT "
                        + most;
        return database.ask(
                db -> {
                    PreparedStatement query = bound(db, sql, filter);
                    query.setString(filter.values().size() + 1, after);
                    List<List<String>> rows = new ArrayList<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            rows.add(values(row));
                        }
                    }
                    return rows;
                });
    }

    private static PreparedStatement bound(OwnDatabase db, String sql, IndexFilter filter)
            throws SQLException {
        PreparedStatement query = db.prepared(sql);
        List<String> values = filter.values();
        for (int i = 0; i < values.size(); i++) {
            query.setString(i + 1, values.get(i));
        }
        return query;
    }

    private static List<String> values(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>(IndexColumn.values().length);
        for (IndexColumn column : IndexColumn.values()) {
            String value = row.getString(column.ordinal() + 1);
            values.add(value == null ? "" : column == IndexColumn.MODIFIED ? time(value) : value);
        }
        return values;
    }

    private static String time(String nanoseconds) {
        long n = Long.parseLong(nanoseconds);
        Instant time = Instant.ofEpochSecond(Math.floorDiv(n, NANOS), Math.floorMod(n, NANOS));
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }
}
