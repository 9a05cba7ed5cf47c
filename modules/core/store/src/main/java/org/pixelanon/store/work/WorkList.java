package org.pixelanon.store.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.store.OwnDatabase;
import org.pixelanon.store.StoreException;

/**
 * The inputs of a run and their outcomes, on disk, so that memory does not grow with their number.
 * It is rebuilt from the journal when a run begins, and deleted when it ends. Thread-safe.
 */
public final class WorkList implements AutoCloseable {

    private static final OwnDatabase.Kind KIND =
            new OwnDatabase.Kind(
                    "a work file of PixelAnon",
                    0x50785774, // "PxWt"
                    1,
                    false,
                    List.of(
                            "CREATE TABLE files (key TEXT PRIMARY KEY, path TEXT, below TEXT, root TEXT, mine INTEGER,"
                                    + " place TEXT, real TEXT, problem TEXT, outcome TEXT, reason TEXT, device TEXT,"
                                    + " seconds REAL, ended INTEGER, line INTEGER) WITHOUT ROWID"));

    private static final int PAGE = 500;

    private final OwnDatabase database;

    private WorkList(OwnDatabase database) {
        this.database = database;
    }

    /** Reads one row. */
    private interface RowForm<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Begins an empty list; what a killed run left in its place is thrown away.
     *
     * @param file where
     * @return the list, to be closed by the caller
     * @throws StoreException if it cannot be made, or something else is there
     */
    public static WorkList begin(Path file) throws StoreException {
        try {
            if (Files.exists(file) && Files.size(file) > 0 && !OwnDatabase.isOne(file, KIND)) {
                throw new StoreException(file, "exists and is not a work file", null);
            }
            Files.deleteIfExists(file);
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException(file, "cannot be created again", e);
        }
        return new WorkList(OwnDatabase.change(file, KIND, ReadAccess.OWNER));
    }

    /**
     * Adds an input, unless it is there.
     *
     * @param file the input
     * @throws IOException if it cannot be written
     */
    public void add(WorkFile file) throws IOException {
        database.change(
                db -> {
                    PreparedStatement insert =
                            db.prepared(
                                    "INSERT INTO files (key, path, below, root, mine) VALUES (?, ?, ?, ?, ?)"
                                            + " ON CONFLICT (key) DO UPDATE SET path = excluded.path,"
                                            + " below = excluded.below, root = excluded.root, mine = excluded.mine"
                                            + " WHERE path IS NULL");
                    insert.setString(1, file.key());
                    insert.setString(2, file.path());
                    insert.setString(3, file.below());
                    insert.setString(4, file.root());
                    insert.setInt(5, file.mine() ? 1 : 0);
                    return insert.executeUpdate();
                });
    }

    /**
     * Says what became of an input, which need not be there.
     *
     * @param key the input
     * @param end how the work on it ended
     * @throws IOException if it cannot be written
     */
    public void end(String key, WorkEnd end) throws IOException {
        database.change(
                db -> {
                    PreparedStatement put =
                            db.prepared(
                                    "INSERT INTO files (key, outcome, reason, device, seconds, ended, line)"
                                            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
                                            + " outcome = excluded.outcome, reason = excluded.reason,"
                                            + " device = excluded.device, seconds = excluded.seconds,"
                                            + " ended = excluded.ended, line = excluded.line");
                    put.setString(1, key);
                    put.setString(2, end.outcome());
                    put.setString(3, end.reason());
                    put.setString(4, end.device());
                    put.setDouble(5, end.seconds());
                    put.setLong(6, end.ended());
                    put.setLong(7, end.line());
                    return put.executeUpdate();
                });
    }

    /**
     * Says that an input is to be processed again.
     *
     * @param key the input
     * @throws IOException if it cannot be written
     */
    public void reopen(String key) throws IOException {
        update("UPDATE files SET outcome = NULL WHERE key = ?", key);
    }

    /**
     * What became of an input.
     *
     * @param key the input
     * @return empty if nothing did yet
     * @throws IOException if it cannot be read
     */
    public Optional<WorkEnd> ended(String key) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query =
                            db.prepared(
                                    "SELECT outcome, reason, device, seconds, ended, line FROM files"
                                            + " WHERE key = ? AND outcome IS NOT NULL");
                    query.setString(1, key);
                    try (ResultSet row = query.executeQuery()) {
                        return row.next() ? Optional.of(WorkFigures.end(row, 1)) : Optional.empty();
                    }
                });
    }

    /**
     * Sets where the output of an input goes.
     *
     * @param key the input
     * @param place its place
     * @param real the place, where two names of one place are the same
     * @throws IOException if it cannot be written
     */
    public void place(String key, String place, String real) throws IOException {
        update(
                "UPDATE files SET place = ?, real = ?, problem = NULL WHERE key = ?",
                place,
                real,
                key);
    }

    /**
     * Sets why an input can have no output.
     *
     * @param key the input
     * @param problem why
     * @throws IOException if it cannot be written
     */
    public void problem(String key, String problem) throws IOException {
        update("UPDATE files SET problem = ? WHERE key = ?", problem, key);
    }

    private void update(String sql, String... values) throws IOException {
        database.change(
                db -> {
                    PreparedStatement update = db.prepared(sql);
                    for (int i = 0; i < values.length; i++) {
                        update.setString(i + 1, values[i]);
                    }
                    return update.executeUpdate();
                });
    }

    /**
     * Returns whether two inputs have one place.
     *
     * @return true if any two have
     * @throws IOException if it cannot be read
     */
    public boolean sharesPlaces() throws IOException {
        database.change(
                db -> db.prepared("CREATE INDEX IF NOT EXISTS places ON files (real)").execute());
        return !texts(
                        "SELECT real FROM files WHERE real IS NOT NULL GROUP BY real HAVING count(*) > 1 LIMIT 1")
                .isEmpty();
    }

    /**
     * Sets a problem of all inputs that have the place of another.
     *
     * @param problem why they can have no output
     * @throws IOException if it cannot be written
     */
    public void refuseShared(String problem) throws IOException {
        update(
                "UPDATE files SET problem = ? WHERE real IN (SELECT real FROM files"
                        + " WHERE real IS NOT NULL GROUP BY real HAVING count(*) > 1)",
                problem);
    }

    private List<String> texts(String sql, String... values) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query = db.prepared(sql);
                    for (int i = 0; i < values.length; i++) {
                        query.setString(i + 1, values[i]);
                    }
                    List<String> texts = new ArrayList<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            texts.add(row.getString(1) == null ? "" : row.getString(1));
                        }
                    }
                    return texts;
                });
    }

    /**
     * Why an input can have no output.
     *
     * @param key the input
     * @return empty if it may have one
     * @throws IOException if it cannot be read
     */
    public Optional<String> problem(String key) throws IOException {
        return texts("SELECT problem FROM files WHERE key = ? AND problem IS NOT NULL", key)
                .stream()
                .findFirst();
    }

    /**
     * Where the output of an input goes.
     *
     * @param key the input
     * @return empty if it has none
     * @throws IOException if it cannot be read
     */
    public Optional<String> place(String key) throws IOException {
        return texts("SELECT place FROM files WHERE key = ? AND place IS NOT NULL", key).stream()
                .findFirst();
    }

    /**
     * Some inputs, of all shards, in the order of their keys.
     *
     * @param after the key of the last one that is known; empty for the first ones
     * @return none behind the last
     * @throws IOException if they cannot be read
     */
    public List<WorkFile> inputs(String after) throws IOException {
        String sql =
                "SELECT key, path, below, root, mine FROM files WHERE key > ? AND path IS NOT NULL"
                        + " ORDER BY key LIMIT "
                        + PAGE;
        return page(
                sql,
                after,
                row ->
                        new WorkFile(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5) != 0));
    }

    private <T> List<T> page(String sql, String after, RowForm<T> form) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query = db.prepared(sql);
                    query.setString(1, after);
                    List<T> page = new ArrayList<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            page.add(form.of(row));
                        }
                    }
                    return page;
                });
    }

    /**
     * Hands on all inputs, of all shards, in the order of their keys.
     *
     * @param taker takes them
     * @throws IOException if they cannot be read, or what the taker throws
     */
    public void each(WorkTaker<WorkFile> taker) throws IOException {
        String last = "";
        for (List<WorkFile> page = inputs(last); !page.isEmpty(); page = inputs(last)) {
            for (WorkFile file : page) {
                taker.take(file);
            }
            last = page.get(page.size() - 1).key();
        }
    }

    /** What it holds, in numbers. */
    public WorkFigures figures() {
        return new WorkFigures(database);
    }

    /** Closes the list and throws it away. */
    @Override
    public void close() throws IOException {
        database.close();
        Files.deleteIfExists(database.path());
    }
}
