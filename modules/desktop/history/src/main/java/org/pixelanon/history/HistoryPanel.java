package org.pixelanon.history;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;
import org.openide.awt.UndoRedo;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.SessionListener;
import org.pixelanon.store.HistoryEntry;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.PanelView;

/**
 * The view <em>History</em>: a double click or Enter shows the place of an edit. Its content is
 * read from the database, so that it includes earlier sittings and other people. Used on the
 * session's thread.
 */
@Messages({
    "# {0} - edits",
    "LBL_Edits={0} edits",
    "# {0} - edits",
    "LBL_LastEdits=The last {0} edits",
    "# {0} - why",
    "LBL_NoHistory=The history cannot be read: {0}",
    "BTN_Undo=Undo",
    "BTN_Redo=Redo",
    "HINT_NoEdits=No edits yet\n\nEach edit is listed here with file, time and person; Enter goes to its place",
    "A11Y_History=Edits, the last one first"
})
final class HistoryPanel extends JPanel implements PanelView.Panel, SessionListener {

    /** Most edits shown; all stay in the database. */
    static final int MOST = 10_000;

    private static final int[] WIDTHS = {260, 240, 130, 150, 110, 220};

    private final transient ReviewSession session;
    private final transient UndoRedo undo;
    private final transient Consumer<HistoryNote> go;
    private final HistoryModel model = new HistoryModel();
    private final JTable table = new Table(model);
    private final JLabel counts = new JLabel(" ");
    private final JButton undoButton = new JButton(Bundle.BTN_Undo());
    private final JButton redoButton = new JButton(Bundle.BTN_Redo());
    private boolean asked;
    private boolean again;

    /**
     * @param undo undoes edits
     * @param go shows the place of an edit
     */
    HistoryPanel(ReviewSession session, UndoRedo undo, Consumer<HistoryNote> go) {
        super(new BorderLayout());
        this.session = session;
        this.undo = undo;
        this.go = go;
        add(bar(), BorderLayout.NORTH);
        table.setName("history-table");
        table.getAccessibleContext().setAccessibleName(Bundle.A11Y_History());
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.setDefaultRenderer(Object.class, new Cell());
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
        }
        table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "go");
        table.getActionMap().put("go", new Go());
        table.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        if (event.getClickCount() == 2) {
                            go(table.rowAtPoint(event.getPoint()));
                        }
                    }
                });
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
    }

    private JPanel bar() {
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        counts.setName("history-counts");
        bar.add(counts);
        bar.add(Box.createHorizontalGlue());
        undoButton.setName("history-undo");
        undoButton.addActionListener(event -> undo.undo());
        bar.add(undoButton);
        bar.add(Box.createHorizontalStrut(4));
        redoButton.setName("history-redo");
        redoButton.addActionListener(event -> undo.redo());
        bar.add(redoButton);
        return bar;
    }

    /** Undone edits are paler and marked in the last column. */
    private final class Cell extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable in, Object value, boolean selected, boolean focus, int row, int column) {
            super.getTableCellRendererComponent(in, value, selected, focus, row, column);
            if (!selected) {
                boolean pale = model.isUndone(row);
                setForeground(
                        pale ? UIManager.getColor("Label.disabledForeground") : in.getForeground());
            }
            return this;
        }
    }

    /** Shows a hint while empty; long texts are complete in the tooltip. */
    private static final class Table extends JTable {

        Table(HistoryModel model) {
            super(model);
        }

        @Override
        public String getToolTipText(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            int column = columnAtPoint(event.getPoint());
            return row < 0 || column < 0 ? "" : String.valueOf(getValueAt(row, column));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            if (getRowCount() == 0) {
                Painting.hint(this, graphics, Bundle.HINT_NoEdits());
            }
        }
    }

    private final class Go extends AbstractAction {
        @Override
        public void actionPerformed(ActionEvent event) {
            go(table.getSelectedRow());
        }
    }

    private void go(int row) {
        if (row >= 0) {
            go.accept(model.at(row).note());
        }
    }

    @Override
    public void changed(Set<Aspect> aspects) {
        boolean here = aspects.contains(Aspect.HISTORY) || aspects.contains(Aspect.FILES);
        // lines also change when other people edit
        if (here || (aspects.contains(Aspect.LINES) && table.isShowing())) {
            refresh();
        }
    }

    /** One query at a time; before a list is open there may be no database. */
    private void refresh() {
        undoButton.setEnabled(undo.canUndo());
        redoButton.setEnabled(undo.canRedo());
        if (session.files().size() == 0) {
            return;
        }
        if (asked) {
            again = true;
            return;
        }
        asked = true;
        session.database()
                .history(MOST)
                .whenCompleteAsync(
                        (entries, problem) -> {
                            asked = false;
                            if (problem == null) {
                                show(entries);
                            } else {
                                counts.setText(Bundle.LBL_NoHistory(Failures.why(problem)));
                            }
                            if (again) {
                                again = false;
                                refresh();
                            }
                        },
                        session.workers().ui());
    }

    /** The selected edit remains selected when rows move. */
    private void show(List<HistoryEntry> entries) {
        int row = table.getSelectedRow();
        HistoryNote selected = row < 0 ? null : model.at(row).note();
        model.show(entries, session.editor().history());
        for (int i = 0; selected != null && i < entries.size(); i++) {
            if (entries.get(i).note().isSame(selected)) {
                table.setRowSelectionInterval(i, i);
            }
        }
        counts.setText(
                entries.size() < MOST
                        ? Bundle.LBL_Edits(entries.size())
                        : Bundle.LBL_LastEdits(entries.size()));
    }

    @Override
    public JComponent component() {
        return this;
    }

    @Override
    public JComponent keys() {
        return table;
    }

    @Override
    public void open() {
        session.addListener(this);
        refresh();
    }

    @Override
    public void close() {
        session.removeListener(this);
    }
}
