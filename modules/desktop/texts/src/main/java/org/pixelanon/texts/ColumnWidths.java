package org.pixelanon.texts;

import java.awt.FontMetrics;
import javax.swing.table.TableColumn;

/** Sizes columns to fit their content, so that no word is cut. */
final class ColumnWidths {

    private static final int PAD = 10;

    private final ItemTable table;
    private int sum;

    ColumnWidths(ItemTable table) {
        this.table = table;
    }

    /** A column with room for its title and each of some samples. */
    void fit(int column, String... samples) {
        fit(column, 0, samples);
    }

    /** The same, for samples that follow something some pixels wide. */
    void fit(int column, int before, String... samples) {
        FontMetrics title = table.getFontMetrics(table.getTableHeader().getFont());
        FontMetrics font = table.getFontMetrics(table.getFont());
        int width = title.stringWidth(table.getModel().getColumnName(column));
        for (String sample : samples) {
            width = Math.max(width, before + font.stringWidth(sample));
        }
        set(column, width + PAD, width + PAD);
    }

    /** A column that takes the remaining width, but at least some pixels. */
    void rest(int column, int least) {
        set(column, least, Integer.MAX_VALUE);
    }

    private void set(int column, int least, int most) {
        TableColumn one = table.getColumnModel().getColumn(column);
        one.setMinWidth(least);
        one.setPreferredWidth(least);
        one.setMaxWidth(most);
        sum += least;
    }

    /** Below the sum of these widths the table scrolls sideways. */
    void done() {
        table.setLeastWidth(sum);
    }
}
