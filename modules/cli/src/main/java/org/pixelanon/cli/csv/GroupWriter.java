package org.pixelanon.cli.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.tables.RowGroups;
import org.pixelanon.tables.TableException;
import org.pixelanon.tables.TableWriter;

/** Writes rows of tables with the requested columns. */
final class GroupWriter {

    /** Stands for columns that are not named. */
    private static final String OTHERS = "+";

    private final @Nullable List<String> print;
    private final List<String> by;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> header = List.of();

    /**
     * Creates a writer.
     *
     * @param print the columns to print, + for those of the groups; null for all
     * @param by the columns of the groups
     */
    GroupWriter(@Nullable List<String> print, List<String> by) {
        this.print = print;
        this.by = by;
    }

    /** The columns of a table to print, in order; + stands for the others. */
    static List<String> columns(CsvTable table, List<String> print, List<String> others)
            throws TableException {
        List<String> out = new ArrayList<>();
        for (String name : print) {
            if (name.equals(OTHERS)) {
                others.stream().filter(c -> !print.contains(c)).forEach(out::add);
            } else {
                table.column(name);
                out.add(name);
            }
        }
        return out;
    }

    void add(CsvTable table, List<RowGroups.Group> groups) throws TableException {
        List<String> columns = print == null ? table.columns() : columns(table, print, by);
        if (!header.isEmpty() && !header.equals(columns)) {
            throw new TableException(
                    table.file() + ": line 1: columns differ from the previous " + "file");
        }
        header = columns;
        int[] indexes = table.columns(columns);
        for (RowGroups.Group group : groups) {
            for (RowGroups.Kept row : group.rows()) {
                List<String> fields = new ArrayList<>();
                for (int index : indexes) {
                    fields.add(row.fields().get(index));
                }
                rows.add(fields);
            }
        }
    }

    void write(Writer out, boolean raw) throws IOException {
        TableWriter csv = new TableWriter(out, raw);
        csv.row(header);
        rows.forEach(csv::row);
        csv.flush();
    }

    /** Writes the number of rows of each combination in all tables together. */
    static void writeTotals(
            List<String> columns, List<RowGroups.Group> groups, Writer out, boolean raw)
            throws IOException {
        TableWriter csv = new TableWriter(out, raw);
        List<String> header = new ArrayList<>(columns);
        header.add("rows");
        csv.row(header);
        Map<List<String>, Long> totals = new TreeMap<>(RowGroups::compare);
        groups.forEach(group -> totals.merge(group.key(), group.total(), Long::sum));
        totals.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(
                        total -> {
                            List<String> fields = new ArrayList<>(total.getKey());
                            fields.add(Long.toString(total.getValue()));
                            csv.row(fields);
                        });
        csv.flush();
    }
}
