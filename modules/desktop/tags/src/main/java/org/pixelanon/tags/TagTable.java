package org.pixelanon.tags;

import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumn;
import org.openide.util.NbBundle.Messages;

/** The tree of elements as a table: arrow keys and clicks expand, Ctrl+C copies. */
@Messages({"A11Y_Table=DICOM elements", "CTL_CopyRow=Copy row", "CTL_CopyValue=Copy value"})
final class TagTable extends JTable {

    private static final int PAD = 6;

    private static final Set<Integer> REVIEW_KEYS =
            Set.of(KeyEvent.VK_ENTER, KeyEvent.VK_SPACE, KeyEvent.VK_TAB, KeyEvent.VK_BACK_SPACE);

    private final transient TagTableModel model;

    TagTable(TagTableModel model) {
        super(model);
        this.model = model;
        setName("tags.table");
        getAccessibleContext().setAccessibleName(Bundle.A11Y_Table());
        setDefaultRenderer(Object.class, new TagCells(model));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setShowGrid(false);
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        getTableHeader().setReorderingAllowed(false);
        if (getTableHeader().getDefaultRenderer() instanceof JLabel title) {
            title.setHorizontalAlignment(SwingConstants.LEADING);
        }
        setWidths();
        bind(KeyStroke.getKeyStroke(KeyEvent.VK_RIGHT, 0), "expand", () -> expand(true));
        bind(KeyStroke.getKeyStroke(KeyEvent.VK_LEFT, 0), "collapse", () -> expand(false));
        bind(
                KeyStroke.getKeyStroke(KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK),
                "copy",
                () -> copy(rowText()));
        bind(
                KeyStroke.getKeyStroke(
                        KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK),
                "copyValue",
                () -> copy(valueText()));
        setComponentPopupMenu(menu());
        addMouseListener(new Clicks());
    }

    /** Tag and representation are always fully visible; name and value share the rest. */
    private void setWidths() {
        FontMetrics font = getFontMetrics(getFont().deriveFont(Font.BOLD));
        int representation = font.stringWidth("OW") + 2 * PAD;
        getColumnModel().getColumn(TagTableModel.VR).setMinWidth(representation);
        getColumnModel().getColumn(TagTableModel.VR).setPreferredWidth(representation);
        getColumnModel().getColumn(TagTableModel.NAME).setPreferredWidth(20 * font.charWidth('n'));
        getColumnModel().getColumn(TagTableModel.VALUE).setPreferredWidth(26 * font.charWidth('n'));
        model.addTableModelListener(event -> fitTags(font.stringWidth("(0000,0000)")));
        fitTags(font.stringWidth("(0000,0000)"));
    }

    /** Widens the first column to the deepest visible tag. */
    private void fitTags(int tag) {
        int width = TagCells.textStart(model.deepest()) + tag + PAD;
        TableColumn column = getColumnModel().getColumn(TagTableModel.TAG);
        if (column.getMinWidth() != width) {
            column.setMinWidth(width);
            column.setPreferredWidth(width);
        }
    }

    /** Keys that decide findings in the whole window must not be consumed by this table. */
    @Override
    protected boolean processKeyBinding(
            KeyStroke stroke, KeyEvent event, int condition, boolean pressed) {
        return !REVIEW_KEYS.contains(stroke.getKeyCode())
                && super.processKeyBinding(stroke, event, condition, pressed);
    }

    private void bind(KeyStroke stroke, String name, Runnable what) {
        getInputMap(WHEN_FOCUSED).put(stroke, name);
        getActionMap().put(name, action(name, what));
    }

    private static Action action(String title, Runnable what) {
        return new AbstractAction(title) {
            @Override
            public void actionPerformed(ActionEvent event) {
                what.run();
            }
        };
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.add(action(Bundle.CTL_CopyRow(), () -> copy(rowText())))
                .setAccelerator(KeyStroke.getKeyStroke(KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK));
        menu.add(action(Bundle.CTL_CopyValue(), () -> copy(valueText())))
                .setAccelerator(
                        KeyStroke.getKeyStroke(
                                KeyEvent.VK_C,
                                InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK));
        return menu;
    }

    /** The place that is selected; empty if there is none. */
    Optional<TagNode> selected() {
        int row = getSelectedRow();
        return row < 0 || row >= getRowCount()
                ? Optional.empty()
                : Optional.of(model.row(row).node());
    }

    /** Selects a row and scrolls to it. */
    void select(int row) {
        if (row >= 0 && row < getRowCount()) {
            setRowSelectionInterval(row, row);
            scrollRectToVisible(getCellRect(row, 0, true));
        }
    }

    /** The selected row for copying: tag, representation, name and value separated by tabs. */
    String rowText() {
        int row = getSelectedRow();
        return row < 0
                ? ""
                : IntStream.range(0, getColumnCount())
                        .mapToObj(c -> model.getValueAt(row, c))
                        .filter(v -> !v.isEmpty())
                        .collect(Collectors.joining("\t"));
    }

    /** The value of the selected row, in full. */
    String valueText() {
        int row = getSelectedRow();
        return row < 0 ? "" : model.getValueAt(row, TagTableModel.VALUE);
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            getToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        }
    }

    /** Opens or closes the selected row; closing one that is not open goes to its parent. */
    private void expand(boolean open) {
        int row = getSelectedRow();
        if (row < 0) {
            return;
        }
        TagNode node = model.row(row).node();
        boolean change = !node.children().isEmpty() && model.isExpanded(node) != open;
        if (change) {
            model.setExpanded(row, open);
            select(row);
        } else if (!open) {
            select(model.rowOf(TagNode.parentOf(node.path())));
        }
    }

    /** Headings run across all columns. */
    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        Rectangle clip = g.getClipBounds();
        int last = rowAtPoint(new Point(0, clip.y + clip.height - 1));
        int end = last < 0 ? getRowCount() : last + 1;
        for (int i = Math.max(0, rowAtPoint(new Point(0, clip.y))); i < end; i++) {
            if (model.row(i).node().isHeading()) {
                Component heading = prepareRenderer(getCellRenderer(i, 0), i, 0);
                Rectangle line = getCellRect(i, 0, true);
                SwingUtilities.paintComponent(g, heading, this, 0, line.y, getWidth(), line.height);
            }
        }
    }

    /** A click on a handle, or a double click on a row, opens or closes it. */
    private final class Clicks extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            if (row < 0 || !SwingUtilities.isLeftMouseButton(event)) {
                return;
            }
            TagNode node = model.row(row).node();
            boolean onHandle =
                    columnAtPoint(event.getPoint()) == TagTableModel.TAG
                            && event.getX() < TagCells.handleEnd(node);
            if (onHandle && event.getClickCount() == 1 || !onHandle && event.getClickCount() == 2) {
                model.setExpanded(row, !model.isExpanded(node));
                select(row);
            }
        }
    }
}
