package org.pixelanon.files;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.JList;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.text.Position;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.ReviewKeys;
import org.pixelanon.workbench.signs.SignWords;

/**
 * The list of files on screen. A click shows a file; arrow keys move a selection and Enter shows
 * its file. All other keys are left to the review.
 */
@Messages({
    "HINT_NoFiles=No files are open\n\nCtrl+O   open files\nCtrl+D   open a folder"
            + "\nor drop them here",
    "HINT_NoneFit=No file matches the filter\n\nThe first button above shows all files",
    "A11Y_Files=Files under review"
})
final class FileListView extends JList<ReviewFile> {

    private static final int ROWS_AROUND = 3;
    private static final int SHIFT = InputEvent.SHIFT_DOWN_MASK;

    private final transient ReviewSession session;
    private final transient FileRows rows;
    private final transient FileMenu menu;
    private int followed = -1;

    FileListView(ReviewSession session, FileRows rows, FileMenu menu) {
        super(rows);
        this.session = session;
        this.rows = rows;
        this.menu = menu;
        setName("files-list");
        getAccessibleContext().setAccessibleName(Bundle.A11Y_Files());
        setCellRenderer(new FileCell(row -> rows.indexAt(row) == session.current()));
        setFixedCellHeight(FileCell.HEIGHT);
        setFixedCellWidth(1);
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        ReviewKeys.leaveTo(this);
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "show");
        getActionMap().put("show", new Show());
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_F10, SHIFT), "menu");
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_CONTEXT_MENU, 0), "menu");
        getActionMap().put("menu", new Menu());
        addMouseListener(new Hand());
    }

    /** A click shows a file; with Ctrl or Shift it only selects. */
    private final class Hand extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            int row = locationToIndex(event.getPoint());
            boolean alone = !event.isControlDown() && !event.isShiftDown() && !event.isMetaDown();
            if (SwingUtilities.isLeftMouseButton(event) && row >= 0 && alone) {
                show(row);
            }
            popup(event, row);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            popup(event, locationToIndex(event.getPoint()));
        }

        private void popup(MouseEvent event, int row) {
            if (event.isPopupTrigger() && row >= 0) {
                if (!isSelectedIndex(row)) {
                    setSelectedIndex(row);
                }
                menu.of(getSelectedValuesList())
                        .show(FileListView.this, event.getX(), event.getY());
            }
        }
    }

    /** The menu at the first selected row, by key. */
    private final class Menu extends AbstractAction {
        @Override
        public boolean isEnabled() {
            return getSelectedIndex() >= 0;
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            int y = (getSelectedIndex() + 1) * FileCell.HEIGHT;
            Rectangle visible = getVisibleRect();
            int shown = Math.max(visible.y, Math.min(y, visible.y + visible.height));
            menu.of(getSelectedValuesList()).show(FileListView.this, FileCell.HEIGHT, shown);
        }
    }

    /** Enter shows the selected file unless it is on screen; then it accepts a finding. */
    private final class Show extends AbstractAction {
        @Override
        public boolean isEnabled() {
            int row = getSelectedIndex();
            return row >= 0 && rows.indexAt(row) != session.current();
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            show(getSelectedIndex());
        }
    }

    private void show(int row) {
        if (rows.indexAt(row) != session.current()) {
            session.show(rows.indexAt(row));
        }
    }

    /** The selected rows no longer exist. */
    void forgetSelection() {
        followed = -1;
    }

    /**
     * Selects the file on screen and brings its line into view. While the same file is on screen, a
     * selection of several stays.
     */
    void followCurrent() {
        if (followed == session.current() && getMinSelectionIndex() != getMaxSelectionIndex()) {
            repaint();
            return;
        }
        followed = session.current();
        int row = session.current() < 0 ? -1 : rows.rowOf(session.current());
        if (row < 0) {
            clearSelection();
            return;
        }
        setSelectedIndex(row);
        Rectangle line = new Rectangle(0, row * FileCell.HEIGHT, 1, FileCell.HEIGHT);
        line.grow(0, ROWS_AROUND * FileCell.HEIGHT);
        scrollRectToVisible(line);
        repaint();
    }

    /** No selection by typing, since letters are keys of the review. */
    @Override
    public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
        return -1;
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = locationToIndex(event.getPoint());
        if (row < 0) {
            return "";
        }
        ReviewFile file = rows.getElementAt(row);
        String remark = FileCell.remark(file);
        return "<html>"
                + escaped(file.name())
                + "<br>"
                + escaped(SignWords.of(FileSign.of(file)))
                + (remark.isEmpty() ? "" : "<br>" + escaped(remark));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (rows.getSize() == 0) {
            boolean none = session.files().size() == 0;
            Painting.hint(this, graphics, none ? Bundle.HINT_NoFiles() : Bundle.HINT_NoneFit());
        }
    }
}
