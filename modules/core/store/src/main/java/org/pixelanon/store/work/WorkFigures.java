package org.pixelanon.store.work;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.store.OwnDatabase;

/**
 * What became of the inputs of a run, of this run's share and of whatever its journal tells
 * besides.
 */
public final class WorkFigures {

    private static final int PAGE = 500;

    /** Files of other shards are none of this run's, unless its journal tells of them. */
    private static final String OURS = "(mine = 1 OR outcome IS NOT NULL)";

    /**
     * An input with its end.
     *
     * @param key the input
     * @param end how it ended
     */
    public record Ended(String key, WorkEnd end) {}

    /**
     * A part of all the time that passed.
     *
     * @param from milliseconds since 1970
     * @param to behind it
     * @param files that ended in it
     */
    public record Span(long from, long to, long files) {}

    private final OwnDatabase database;

    WorkFigures(OwnDatabase database) {
        this.database = database;
    }

    static WorkEnd end(ResultSet row, int first) throws SQLException {
        return new WorkEnd(
                text(row, first),
                text(row, first + 1),
                text(row, first + 2),
                row.getDouble(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /**
     * How many inputs have which outcome.
     *
     * @return by its word; those that nobody processed under the empty word
     * @throws IOException if they cannot be read
     */
    public Map<String, Long> outcomes() throws IOException {
        return counts(
                "SELECT ifnull(outcome, ''), count(*) FROM files WHERE " + OURS + " GROUP BY 1");
    }

    /**
     * Inputs of this run's share.
     *
     * @return how many
     * @throws IOException if they cannot be read
     */
    public long mine() throws IOException {
        return counts("SELECT 'mine', count(*) FROM files WHERE mine = 1").getOrDefault("mine", 0L);
    }

    /**
     * The most frequent reasons of an outcome.
     *
     * @param outcome the outcome
     * @param most how many
     * @return reason to number of files, the most frequent first
     * @throws IOException if they cannot be read
     */
    public Map<String, Long> reasons(String outcome, int most) throws IOException {
        return counts(
                "SELECT reason, count(*) FROM files WHERE outcome = ? GROUP BY 1"
                        + " ORDER BY 2 DESC, 1 LIMIT "
                        + most,
                outcome);
    }

    /**
     * The most frequent devices with an outcome.
     *
     * @param outcome the outcome; empty for any
     * @param most how many
     * @return device to number of files, the most frequent first
     * @throws IOException if they cannot be read
     */
    public Map<String, Long> devices(String outcome, int most) throws IOException {
        return counts(
                "SELECT device, count(*) FROM files WHERE outcome IS NOT NULL AND outcome <> '"
                        + WorkEnd.PASSED_OVER
                        + "' AND (outcome = ?1 OR ?1 = '') GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT "
                        + most,
                outcome);
    }

    private Map<String, Long> counts(String sql, String... values) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query = db.prepared(sql);
                    for (int i = 0; i < values.length; i++) {
                        query.setString(i + 1, values[i]);
                    }
                    Map<String, Long> counts = new LinkedHashMap<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            counts.put(text(row, 1), row.getLong(2));
                        }
                    }
                    return counts;
                });
    }

    /**
     * INPUT folders in which every file was skipped.
     *
     * @return their paths
     * @throws IOException if they cannot be read
     */
    public List<String> foldersWithoutDicom() throws IOException {
        String sql =
                "SELECT root, min(ifnull(outcome, '') = '"
                        + WorkEnd.PASSED_OVER
                        + "') FROM files WHERE mine = 1 AND root <> '' GROUP BY root";
        List<String> roots = new ArrayList<>();
        counts(sql).forEach((root, all) -> addIf(all == 1, root, roots));
        return roots;
    }

    private static void addIf(boolean wanted, String root, List<String> roots) {
        if (wanted) {
            roots.add(root);
        }
    }

    /**
     * When files ended, from the first to the last.
     *
     * @param parts into how many spans the time is cut
     * @return the spans; none if fewer than two ended
     * @throws IOException if they cannot be read
     */
    public List<Span> pace(int parts) throws IOException {
        return database.ask(
                db -> {
                    long first;
                    long last;
                    try (ResultSet row =
                            db.prepared(
                                            "SELECT min(ended), max(ended), count(*) FROM files WHERE ended > 0")
                                    .executeQuery()) {
                        if (!row.next() || row.getLong(3) < 2) {
                            return List.of();
                        }
                        first = row.getLong(1);
                        last = row.getLong(2) + 1;
                    }
                    return spans(db, first, last, parts);
                });
    }

    private static List<Span> spans(OwnDatabase db, long first, long last, int parts)
            throws SQLException {
        long width = Math.max(1, (last - first + parts - 1) / parts);
        long[] files = new long[(int) ((last - first + width - 1) / width)];
        PreparedStatement query =
                db.prepared(
                        "SELECT (ended - ?1) / ?2, count(*) FROM files WHERE ended > 0 GROUP BY 1");
        query.setLong(1, first);
        query.setLong(2, width);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                files[row.getInt(1)] = row.getLong(2);
            }
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            spans.add(new Span(first + i * width, first + (i + 1) * width, files[i]));
        }
        return spans;
    }

    /**
     * Some inputs that ended, in the order of their keys.
     *
     * @param outcome how they ended; empty for any
     * @param after the key of the last one that is known; empty for the first ones
     * @return none behind the last
     * @throws IOException if they cannot be read
     */
    public List<Ended> ended(String outcome, String after) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query =
                            db.prepared(
                                    "SELECT key, outcome, reason, device, seconds, ended, line FROM files WHERE"
                                            + " key > ?1 AND outcome IS NOT NULL AND (outcome = ?2 OR ?2 = '')"
                                            + " ORDER BY key LIMIT "
                                            + PAGE);
                    query.setString(1, after);
                    query.setString(2, outcome);
                    List<Ended> page = new ArrayList<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            page.add(new Ended(row.getString(1), end(row, 2)));
                        }
                    }
                    return page;
                });
    }

    /**
     * Hands on all inputs that ended, in the order of their keys.
     *
     * @param outcome how they ended; empty for any
     * @param taker takes them
     * @throws IOException if they cannot be read, or what the taker throws
     */
    public void each(String outcome, WorkTaker<Ended> taker) throws IOException {
        String last = "";
        for (List<Ended> page = ended(outcome, last);
                !page.isEmpty();
                page = ended(outcome, last)) {
            for (Ended one : page) {
                taker.take(one);
            }
            last = page.get(page.size() - 1).key();
        }
    }

    /**
     * Inputs that nobody processed, in the order of their keys.
     *
     * @param after the key of the last one that is known; empty for the first ones
     * @return keys; none behind the last
     * @throws IOException if they cannot be read
     */
    public List<String> open(String after) throws IOException {
        return database.ask(
                db -> {
                    PreparedStatement query =
                            db.prepared(
                                    "SELECT key FROM files WHERE key > ? AND mine = 1 AND outcome IS NULL"
                                            + " ORDER BY key LIMIT "
                                            + PAGE);
                    query.setString(1, after);
                    List<String> page = new ArrayList<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            page.add(row.getString(1));
                        }
                    }
                    return page;
                });
    }
}
