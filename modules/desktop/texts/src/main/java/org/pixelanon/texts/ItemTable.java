package org.pixelanon.texts;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.TableModelEvent;
import javax.swing.table.JTableHeader;
import org.jspecify.annotations.Nullable;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.ReviewKeys;

/**
 * A table of findings whose selected row is the selected item of the session. A click goes to its
 * place; keys that decide are left to the review.
 */
final class ItemTable extends JTable {

    private static final int HEADING = 26;

    private final transient ReviewSession session;
    private final transient ItemModel items;
    private final transient String hint;
    private int leastWidth;
    private boolean following;

    /**
     * A table.
     *
     * @param session the session
     * @param items its rows
     * @param name of the component and its accessible name
     * @param hint shown while there are no rows
     */
    ItemTable(ReviewSession session, ItemModel items, String name, String hint) {
        super(items);
        this.session = session;
        this.items = items;
        this.hint = hint;
        setName(name);
        setRowHeight(HEADING);
        setShowGrid(false);
        setFillsViewportHeight(true);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        getTableHeader().setReorderingAllowed(false);
        if (getTableHeader().getDefaultRenderer() instanceof JLabel title) {
            title.setHorizontalAlignment(SwingConstants.LEADING);
        }
        putClientProperty("JTable.autoStartsEdit", false);
        putClientProperty("terminateEditOnFocusLost", true);
        ReviewKeys.leaveTo(this);
        addMouseListener(new Clicks());
    }

    /** A click on the selected row goes to its place again; a right click opens the menu. */
    private final class Clicks extends MouseAdapter {

        @Override
        public void mousePressed(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            if (row < 0) {
                return;
            }
            if (SwingUtilities.isRightMouseButton(event)) {
                setRowSelectionInterval(row, row);
            }
            items.itemAt(row).ifPresent(session.screen()::goTo);
            popup(event, row);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            popup(event, rowAtPoint(event.getPoint()));
        }

        private void popup(MouseEvent event, int row) {
            if (event.isPopupTrigger()) {
                items.itemAt(row)
                        .ifPresent(
                                item ->
                                        ItemMenu.of(session, item, ItemTable.this)
                                                .show(ItemTable.this, event.getX(), event.getY()));
            }
        }
    }

    /** Below this width the table scrolls sideways instead of squeezing its columns. */
    void setLeastWidth(int width) {
        leastWidth = width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getParent().getWidth() >= leastWidth;
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new JTableHeader(columnModel) {
            @Override
            public @Nullable String getToolTipText(MouseEvent event) {
                int column = columnAtPoint(event.getPoint());
                return column < 0 ? null : items.columnHint(column);
            }
        };
    }

    /** Selects the row of the session's selected item and brings it into view. */
    void followSelection() {
        following = true;
        int row = session.screen().selected().map(items::rowOf).orElse(-1);
        if (row < 0) {
            clearSelection();
        } else if (row != getSelectedRow()) {
            setRowSelectionInterval(row, row);
        }
        if (row >= 0) {
            scrollRectToVisible(getCellRect(row, 0, true));
        }
        following = false;
    }

    /** Brings the heading of the plane on screen to the top, if its rows are out of view. */
    void showPlane(int plane) {
        for (int row = 0; row < items.getRowCount(); row++) {
            if (items.row(row) instanceof ItemRow.Heading heading && heading.plane() == plane) {
                Rectangle cell = getCellRect(row, 0, true);
                if (!getVisibleRect().contains(cell)) {
                    cell.height = Math.max(cell.height, getVisibleRect().height);
                    scrollRectToVisible(cell);
                }
                return;
            }
        }
    }

    @Override
    public void valueChanged(ListSelectionEvent event) {
        super.valueChanged(event);
        if (following || event.getValueIsAdjusting() || session == null) {
            return;
        }
        int row = getSelectedRow();
        Optional<ReviewItem> item = items.itemAt(row);
        if (item.isPresent()) {
            session.screen().select(item.get().id());
        } else if (row >= 0 && items.row(row) instanceof ItemRow.Heading heading) {
            session.screen().selectNothing();
            session.screen().showPlane(heading.plane());
        }
    }

    /** Replacing rows cancels editing, since the number would go to another rectangle. */
    @Override
    public void tableChanged(TableModelEvent event) {
        boolean replaced = event == null || event.getLastRow() == Integer.MAX_VALUE;
        if (replaced && isEditing()) {
            getCellEditor().cancelCellEditing();
        }
        boolean before = following;
        following = true;
        super.tableChanged(event);
        following = before;
        if (replaced && items != null) {
            for (int row = 0; row < items.getRowCount(); row++) {
                if (items.row(row) instanceof ItemRow.Heading) {
                    setRowHeight(row, HEADING);
                }
            }
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        boolean image = session.open().filter(file -> !file.failure().isEmpty()).isEmpty();
        if (getRowCount() == 0 && image) {
            Painting.hint(this, graphics, hint);
        }
    }
}
