package org.pixelanon.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.pixelanon.model.Progress;

/**
 * Some rows of each group of a table, in one pass. Rows belong to a group if they agree in some
 * columns. Only kept rows are in memory, which therefore grows only with the groups.
 */
public final class RowGroups {

    private RowGroups() {}

    /**
     * A row that was kept.
     *
     * @param line where it begins, 1-based
     * @param fields all of its fields
     */
    public record Kept(long line, List<String> fields) {}

    /**
     * A group.
     *
     * @param key the common values of its rows, column by column
     * @param total rows of the group
     * @param rows the kept rows, in the order of the file
     */
    public record Group(List<String> key, long total, List<Kept> rows) {}

    /**
     * The query.
     *
     * @param by columns with equal values in a group
     * @param shortImageTypes whether Image Types are compared by their first two values
     * @param number rows of each group, or all if it has fewer
     * @param random whether rows are drawn at random, with equal probability and without
     *     repetition; else the first are used
     * @param seed random seed: the same file and seed give the same rows
     * @param wanted which groups are wanted, by key
     */
    public record Query(
            List<String> by,
            boolean shortImageTypes,
            int number,
            boolean random,
            long seed,
            Predicate<List<String>> wanted) {

        /** Copies the list. */
        public Query {
            by = List.copyOf(by);
            if (number < 0) {
                throw new IllegalArgumentException("a number of rows below 0");
            }
        }
    }

    /** The state of a group while the table is read. */
    private static final class Drawn {
        private final List<Kept> rows = new ArrayList<>();
        private long total;

        /** Keeps each row of the group with equal probability (algorithm R, Vitter 1985). */
        void add(Row row, Query query, SplittableRandom random) {
            total++;
            if (rows.size() < query.number()) {
                rows.add(new Kept(row.line(), row.fields()));
            } else if (query.random()) {
                long place = random.nextLong(total);
                if (place < rows.size()) {
                    rows.set((int) place, new Kept(row.line(), row.fields()));
                }
            }
        }

        Group group(List<String> key) {
            rows.sort(Comparator.comparingLong(Kept::line));
            return new Group(key, total, rows);
        }
    }

    /**
     * The groups of a table.
     *
     * @param groups ordered by their keys
     * @param reading what was read
     */
    public record Result(List<Group> groups, CsvTable.Reading reading) {}

    /**
     * Reads a table once.
     *
     * @param table the table
     * @param query the query
     * @param progress receives progress
     * @return the groups
     * @throws IOException if the table cannot be read or has no such column
     */
    public static Result of(CsvTable table, Query query, Progress progress) throws IOException {
        int[] columns = table.columns(query.by());
        boolean[] shortened = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            String name = query.by().get(i);
            shortened[i] =
                    query.shortImageTypes()
                            && name.toLowerCase(Locale.ROOT).startsWith("imagetype");
        }
        SplittableRandom random = new SplittableRandom(query.seed());
        Map<List<String>, Drawn> groups = new HashMap<>();
        CsvTable.Reading reading =
                table.read(
                        row -> {
                            List<String> key = key(row, columns, shortened);
                            if (query.wanted().test(key)) {
                                groups.computeIfAbsent(key, k -> new Drawn())
                                        .add(row, query, random);
                            }
                        },
                        progress);
        List<Group> out = new ArrayList<>();
        groups.forEach((key, drawn) -> out.add(drawn.group(key)));
        out.sort((a, b) -> compare(a.key(), b.key()));
        return new Result(out, reading);
    }

    private static List<String> key(Row row, int[] columns, boolean[] shortened) {
        String[] key = new String[columns.length];
        for (int i = 0; i < key.length; i++) {
            String value = row.get(columns[i]);
            key[i] = shortened[i] ? ImageTypes.shortened(value) : value;
        }
        return Arrays.asList(key);
    }

    /**
     * The order of groups: by their values, column by column.
     *
     * @param a a key
     * @param b a key of as many columns
     * @return below, above or 0 as in a comparator
     */
    public static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
