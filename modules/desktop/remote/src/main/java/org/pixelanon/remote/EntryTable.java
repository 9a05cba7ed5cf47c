package org.pixelanon.remote;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.pixelanon.model.Printable;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourceUrl;

/** The rows of a listing, in the columns of its kind. */
final class EntryTable extends AbstractTableModel {

    private static final long serialVersionUID = 1L;

    private final transient PlaceListing listing;
    private transient List<PlaceKind.Column> columns = List.of();
    private int rows;

    EntryTable(PlaceListing listing) {
        this.listing = listing;
    }

    /** A new place changes the columns; more entries of the same place add rows. */
    void update(JTable table, PlaceKind kind) {
        SourceUrl place = listing.place();
        int now = listing.entries().size();
        List<PlaceKind.Column> wanted = place == null ? columns : kind.columns(place);
        boolean same =
                wanted.stream()
                        .map(PlaceKind.Column::title)
                        .toList()
                        .equals(columns.stream().map(PlaceKind.Column::title).toList());
        if (!same) {
            columns = wanted;
            rows = now;
            fireTableStructureChanged();
            for (int i = 0; i < columns.size(); i++) {
                table.getColumnModel().getColumn(i).setPreferredWidth(columns.get(i).width());
                table.getColumnModel().getColumn(i).setCellRenderer(new Cell(columns.get(i), i));
            }
        } else if (now > rows && rows > 0) {
            int before = rows;
            rows = now;
            fireTableRowsInserted(before, now - 1);
        } else if (now != rows) {
            rows = now;
            fireTableDataChanged();
        }
    }

    /** Does something at a key. */
    static void onKey(JTable table, String key, Runnable task) {
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(key), key);
        table.getActionMap()
                .put(
                        key,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                task.run();
                            }
                        });
    }

    SourceEntry entry(int row) {
        return listing.entries().get(row);
    }

    @Override
    public int getRowCount() {
        return Math.min(rows, listing.entries().size());
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column).title();
    }

    @Override
    public Object getValueAt(int row, int column) {
        return columns.get(column).text().apply(entry(row));
    }

    /** Shows foreign text literally, never as HTML. */
    private final class Cell extends DefaultTableCellRenderer {

        private static final long serialVersionUID = 1L;

        private final int column;

        Cell(PlaceKind.Column shown, int column) {
            this.column = column;
            putClientProperty("html.disable", true);
            setHorizontalAlignment(shown.right() ? SwingConstants.RIGHT : SwingConstants.LEFT);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focus, int row, int col) {
            String text = Printable.of(String.valueOf(value));
            super.getTableCellRendererComponent(table, text, selected, false, row, col);
            Icon icon =
                    UIManager.getIcon(
                            entry(row).isPlace() ? "FileView.directoryIcon" : "FileView.fileIcon");
            setIcon(column == 0 ? icon : null);
            setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
            return this;
        }
    }
}
