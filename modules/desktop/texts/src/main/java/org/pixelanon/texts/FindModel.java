package org.pixelanon.texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.find.FoundText;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;

/** Texts found in the files of the list, as rows of a table. */
@Messages({"COL_FoundText=Text", "COL_FoundFile=File"})
final class FindModel extends AbstractTableModel {

    static final int TEXT = 0;
    static final int DECISION = 1;
    static final int FILE = 2;
    static final int PLANE = 3;
    static final int REASON = 4;
    private static final int COLUMNS = 5;

    private transient List<FoundText> rows = List.of();

    void show(List<FoundText> found) {
        rows = List.copyOf(found);
        fireTableDataChanged();
    }

    /** Updates texts without moving rows. */
    void renew(UnaryOperator<FoundText> now) {
        List<FoundText> fresh = new ArrayList<>(rows);
        fresh.replaceAll(now);
        List<FoundText> before = rows;
        rows = List.copyOf(fresh);
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(before.get(i))) {
                fireTableRowsUpdated(i, i);
            }
        }
    }

    FoundText at(int row) {
        return rows.get(row);
    }

    List<FoundText> rows() {
        return rows;
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case TEXT -> Bundle.COL_FoundText();
            case DECISION -> Bundle.COL_Decision();
            case FILE -> Bundle.COL_FoundFile();
            case PLANE -> Bundle.COL_Plane();
            default -> Bundle.COL_Reason();
        };
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == DECISION ? ReviewItem.class : String.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        ReviewItem item = rows.get(row).item();
        return switch (column) {
            case TEXT -> item.text();
            case DECISION -> item;
            case FILE -> ReviewFile.of(Path.of(rows.get(row).file())).fileName();
            case PLANE -> Words.of(item.region().scope());
            default -> item.why();
        };
    }
}
