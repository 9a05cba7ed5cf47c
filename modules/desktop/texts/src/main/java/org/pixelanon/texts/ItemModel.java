package org.pixelanon.texts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.swing.table.AbstractTableModel;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;

/** Findings of the file on screen as rows of a table. */
abstract class ItemModel extends AbstractTableModel {

    /** The session whose file is shown. */
    final transient ReviewSession session;

    private final transient Predicate<ReviewItem> wanted;
    private final boolean headings;
    private transient List<ItemRow> rows = List.of();
    private boolean suggestionsOnly;

    /**
     * A model without rows.
     *
     * @param session its session
     * @param wanted which items are shown
     * @param headings whether rows are grouped under headings
     */
    ItemModel(ReviewSession session, Predicate<ReviewItem> wanted, boolean headings) {
        this.session = session;
        this.wanted = wanted;
        this.headings = headings;
    }

    /** Shows only undecided items, or all. */
    void setSuggestionsOnly(boolean only) {
        suggestionsOnly = only;
        refresh();
    }

    /** Updates the rows from the session; unchanged rows do not move. */
    void refresh() {
        Predicate<ReviewItem> shown = suggestionsOnly ? wanted.and(OpenFile::waits) : wanted;
        List<ItemRow> before = rows;
        rows = session.open().map(file -> ItemRow.of(file, shown, headings)).orElse(List.of());
        if (!isSame(before, rows)) {
            fireTableDataChanged();
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!before.get(i).equals(rows.get(i))) {
                fireTableRowsUpdated(i, i);
            }
        }
    }

    private static boolean isSame(List<ItemRow> a, List<ItemRow> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).isSameAs(b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The tooltip of a column. */
    abstract String columnHint(int column);

    @Override
    public int getRowCount() {
        return rows.size();
    }

    /** A row. */
    ItemRow row(int row) {
        return rows.get(row);
    }

    /** The item of a row; empty for a heading or a row that does not exist. */
    Optional<ReviewItem> itemAt(int row) {
        return row >= 0 && row < rows.size() && rows.get(row) instanceof ItemRow.Entry entry
                ? Optional.of(entry.item())
                : Optional.empty();
    }

    /** The row of an item; -1 if it is not shown. */
    int rowOf(ReviewItem item) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ItemRow.Entry entry && entry.holds(item)) {
                return i;
            }
        }
        return -1;
    }

    /** Number of items, ignoring the filter. */
    int items() {
        return (int) rows.stream().filter(ItemRow.Entry.class::isInstance).count();
    }

    /** Number of undecided items. */
    int waiting() {
        return (int)
                rows.stream()
                        .filter(r -> r instanceof ItemRow.Entry e && OpenFile.waits(e.item()))
                        .count();
    }
}
