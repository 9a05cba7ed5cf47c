package org.pixelanon.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Progress;

/** Chooses rows of a table of tags or of recognised text. */
public final class RowFilter {

    /** Columns of an index and of extract_BIA that have a value only if there is an overlay. */
    private static final List<String> OVERLAY =
            List.of(
                    "Overlays",
                    "OverlayRows",
                    "OverlayColumns",
                    "OverlayType",
                    "NumberOfFramesInOverlay",
                    "OverlayDescription",
                    "OverlayBitsAllocated",
                    "OverlayBitPosition");

    private static final List<String> FILE = List.of("filename", "DicomFilePath");

    private RowFilter() {}

    /** A condition on rows. */
    private interface Condition {
        boolean holds(Row row);
    }

    /**
     * A column with a text.
     *
     * @param column its name
     * @param text the text to compare with
     */
    public record Pair(String column, String text) {}

    /**
     * The conditions on rows, all of which must hold.
     *
     * @param imageType values that the Image Type must contain
     * @param overlays present or absent, null for either; in a table of recognised text, whether a
     *     row is about an overlay
     * @param text in a table of recognised text, whether any of the rows of a file that meet all
     *     other conditions has text; null for either
     * @param equal columns whose value is the text
     * @param contains columns whose value contains the text
     * @param empty columns without a value
     * @param notEmpty columns with a value
     */
    public record Query(
            List<String> imageType,
            @Nullable Boolean overlays,
            @Nullable Boolean text,
            List<Pair> equal,
            List<Pair> contains,
            List<String> empty,
            List<String> notEmpty) {}

    /**
     * Passes on the rows that match a query. A condition on the text of files needs two passes and
     * keeps the names of files with text in memory.
     *
     * @param table the table
     * @param query the query
     * @param visitor receives each row
     * @param progress receives progress
     * @return what was read
     * @throws IOException if the table cannot be read or lacks a column that the query needs
     */
    public static CsvTable.Reading read(
            CsvTable table, Query query, CsvTable.RowVisitor visitor, Progress progress)
            throws IOException {
        List<Condition> conditions = conditions(table, query);
        Boolean wanted = query.text();
        if (wanted == null) {
            return table.read(row -> hand(row, conditions, visitor), progress);
        }
        int text = table.column("ocr_text");
        int file = table.column(first(table, FILE, "a file"));
        Set<String> withText = new HashSet<>();
        table.read(
                row -> {
                    if (!row.isEmpty(text) && conditions.stream().allMatch(c -> c.holds(row))) {
                        withText.add(row.get(file));
                    }
                },
                progress);
        conditions.add(row -> withText.contains(row.get(file)) == wanted);
        return table.read(row -> hand(row, conditions, visitor), progress);
    }

    private static void hand(Row row, List<Condition> conditions, CsvTable.RowVisitor visitor)
            throws IOException {
        for (Condition condition : conditions) {
            if (!condition.holds(row)) {
                return;
            }
        }
        visitor.row(row);
    }

    private static List<Condition> conditions(CsvTable table, Query query) throws TableException {
        List<Condition> out = new ArrayList<>();
        if (!query.imageType().isEmpty()) {
            int column =
                    table.column(first(table, List.of("ImageType", "imagetype"), "image types"));
            for (String word : query.imageType()) {
                out.add(row -> row.get(column).contains(word));
            }
        }
        Boolean wanted = query.overlays();
        if (wanted != null) {
            Condition present = overlays(table);
            out.add(row -> present.holds(row) == wanted);
        }
        for (Pair pair : query.equal()) {
            int column = table.column(pair.column());
            out.add(row -> row.get(column).equals(pair.text()));
        }
        for (Pair pair : query.contains()) {
            int column = table.column(pair.column());
            out.add(row -> row.get(column).contains(pair.text()));
        }
        for (int column : table.columns(query.empty())) {
            out.add(row -> row.isEmpty(column));
        }
        for (int column : table.columns(query.notEmpty())) {
            out.add(row -> !row.isEmpty(column));
        }
        return out;
    }

    private static Condition overlays(CsvTable table) throws TableException {
        if (table.has("overlay")) {
            int column = table.column("overlay");
            return row -> !row.get(column).equals("-1");
        }
        List<String> names = OVERLAY.stream().filter(table::has).toList();
        if (names.isEmpty()) {
            throw new TableException(table.file() + ": line 1: no column describes overlays");
        }
        int[] columns = table.columns(names);
        return row -> {
            for (int column : columns) {
                if (!row.isEmpty(column)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** The first of some names that is a column of the table. */
    static String first(CsvTable table, List<String> names, String what) throws TableException {
        return names.stream()
                .filter(table::has)
                .findFirst()
                .orElseThrow(
                        () ->
                                new TableException(
                                        table.file()
                                                + ": line 1: no column names "
                                                + what
                                                + " ("
                                                + String.join(" or ", names)
                                                + ")"));
    }

    /**
     * The column with the names of files.
     *
     * @param table the table
     * @return its name
     * @throws TableException if there is none
     */
    public static String fileColumn(CsvTable table) throws TableException {
        return first(table, FILE, "files");
    }
}
