package org.pixelanon.texts;

import java.awt.Component;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.pixelanon.review.item.ReviewItem;

/** A decision as a word with its icon. */
final class DecisionCell extends DefaultTableCellRenderer {

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        ReviewItem item = (ReviewItem) value;
        super.getTableCellRendererComponent(
                table, Words.decision(item), isSelected, hasFocus, row, column);
        setIcon(DecisionIcon.of(item));
        return this;
    }
}
