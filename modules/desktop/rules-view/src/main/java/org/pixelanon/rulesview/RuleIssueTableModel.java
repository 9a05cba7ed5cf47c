package org.pixelanon.rulesview;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle.Messages;

/** Findings as rows of a table. */
@Messages({"COL_What=Issue", "COL_Where=Where", "COL_Detail=Detail"})
final class RuleIssueTableModel extends AbstractTableModel {

    private static final int WHAT = 0;
    private static final int WHERE = 1;
    private static final int DETAIL = 2;

    private transient List<RuleIssue> lines = List.of();

    /** Shows other lines; the same ones keep their selection. */
    void setLines(List<RuleIssue> other) {
        if (!lines.equals(other)) {
            lines = List.copyOf(other);
            fireTableDataChanged();
        }
    }

    RuleIssue line(int row) {
        return lines.get(row);
    }

    @Override
    public int getRowCount() {
        return lines.size();
    }

    @Override
    public int getColumnCount() {
        return DETAIL + 1;
    }

    @Override
    public String getColumnName(int column) {
        return switch (column) {
            case WHAT -> Bundle.COL_What();
            case WHERE -> Bundle.COL_Where();
            default -> Bundle.COL_Detail();
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        RuleIssue line = lines.get(row);
        return switch (column) {
            case WHAT -> line.what();
            case WHERE -> line.where();
            default -> line.detail();
        };
    }
}
