package org.pixelanon.store.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Selects files of an index. Files that are not DICOM are never selected.
 *
 * @param equal columns that have a value
 * @param contains columns that hold a text somewhere
 * @param empty columns without a value
 * @param notEmpty columns with one
 */
public record IndexFilter(
        List<Pair> equal,
        List<Pair> contains,
        List<IndexColumn> empty,
        List<IndexColumn> notEmpty) {

    /** All files. */
    public static final IndexFilter ALL =
            new IndexFilter(List.of(), List.of(), List.of(), List.of());

    /**
     * A column with a text.
     *
     * @param column the column
     * @param text what to compare with
     */
    public record Pair(IndexColumn column, String text) {}

    /** Copies the lists. */
    public IndexFilter {
        equal = List.copyOf(equal);
        contains = List.copyOf(contains);
        empty = List.copyOf(empty);
        notEmpty = List.copyOf(notEmpty);
    }

    /**
     * Returns whether no file is left out.
     *
     * @return true if nothing is asked of them
     */
    public boolean isAll() {
        return equal.isEmpty() && contains.isEmpty() && empty.isEmpty() && notEmpty.isEmpty();
    }

    /** The condition, with a question mark for each of {@link #values}. */
    String condition() {
        List<String> all = new ArrayList<>();
        all.add("gone = 0 AND state <> 'OTHER'");
        equal.forEach(p -> all.add("ifnull(" + p.column().column() + ", '') = ?"));
        contains.forEach(p -> all.add("instr(" + p.column().column() + ", ?) > 0"));
        empty.forEach(c -> all.add("ifnull(" + c.column() + ", '') = ''"));
        notEmpty.forEach(c -> all.add("ifnull(" + c.column() + ", '') <> ''"));
        return String.join(" AND ", all);
    }

    List<String> values() {
        List<String> all = new ArrayList<>();
        equal.forEach(p -> all.add(p.text()));
        contains.forEach(p -> all.add(p.text()));
        return all;
    }
}
