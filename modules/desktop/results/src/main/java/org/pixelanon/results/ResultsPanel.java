package org.pixelanon.results;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.table.DefaultTableCellRenderer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.PanelView;
import org.pixelanon.workbench.layout.WrapPanel;
import org.pixelanon.workbench.results.TaskResult;
import org.pixelanon.workbench.results.TaskResults;
import org.pixelanon.workbench.signs.SignIcon;

/** The view <em>Results</em>. A click or Enter shows the file. Used on the session's thread. */
@Messages({
    "# {0} - results",
    "# {1} - problems",
    "LBL_Counts={0} results, {1} withheld or failed",
    "BTN_Problems=Withheld and failed only",
    "BTN_Retry=Try again",
    "BTN_Folder=Open folder",
    "BTN_Page=Save page…",
    "BTN_Clear=Clear",
    "HINT_NoResults=No results yet\n\nThe result of each searched (Shift+O) or redacted (Ctrl+E) "
            + "file is listed here",
    "A11Y_Results=Results of searches and redactions",
    "# {0} - file",
    "MSG_NotListed={0} is not in the open list",
    "MSG_NoFolder=No file manager found"
})
final class ResultsPanel extends JPanel implements PanelView.Panel, TaskResults.Listener {

    private static final int[] WIDTHS = {130, 240, 240, 160, 140};
    private static final int[] PATHS = {1, 3};
    private static final int PATH_MARGIN = 12;

    private final transient ReviewSession session;
    private final transient TaskResults results;
    private final transient Doing doing;
    private final ResultModel model = new ResultModel();
    private final JTable table = new Table(model);
    private final JLabel counts = new JLabel(" ");
    private final JCheckBox problems = new JCheckBox(Bundle.BTN_Problems());
    private final JButton retry = new JButton(Bundle.BTN_Retry());
    private final JButton folder = new JButton(Bundle.BTN_Folder());
    private final JButton page = new JButton(Bundle.BTN_Page());
    private final JButton clear = new JButton(Bundle.BTN_Clear());

    /** The tasks outside this view. Called on the session's thread. */
    interface Doing {

        /** Repeats a task with files. */
        void again(TaskResult.Task task, List<ReviewFile> files);

        /** Asks for a file and writes the page. */
        void save(String page);

        /** Shows a text in the status line. */
        void say(String text);
    }

    ResultsPanel(ReviewSession session, TaskResults results, Doing doing) {
        super(new BorderLayout());
        this.session = session;
        this.results = results;
        this.doing = doing;
        add(bar(), BorderLayout.NORTH);
        table.setName("results-table");
        table.getAccessibleContext().setAccessibleName(Bundle.A11Y_Results());
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.getColumnModel().getColumn(0).setCellRenderer(new EndCell());
        table.getColumnModel().getColumn(0).setMinWidth(WIDTHS[0]);
        for (int path : PATHS) {
            table.getColumnModel().getColumn(path).setCellRenderer(new PathCell());
        }
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
                        go(table.rowAtPoint(event.getPoint()));
                    }
                });
        table.getSelectionModel().addListSelectionListener(event -> enableButtons());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
    }

    private JPanel bar() {
        JPanel bar = new WrapPanel();
        counts.setName("results-counts");
        bar.add(counts);
        problems.setName("results-problems");
        problems.addActionListener(event -> refresh());
        bar.add(problems);
        button(bar, retry, "retry", this::retry);
        button(bar, folder, "folder", this::openFolder);
        button(bar, page, "page", () -> doing.save(ResultPage.of(model.rows())));
        button(bar, clear, "clear", results::clear);
        return bar;
    }

    private static void button(JPanel bar, JButton button, String name, Runnable task) {
        button.setName("results-" + name);
        button.addActionListener(event -> task.run());
        bar.add(button);
    }

    /** The symbol and the words of a result. */
    private final class EndCell extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable in, Object value, boolean selected, boolean focus, int row, int column) {
            super.getTableCellRendererComponent(in, value, selected, focus, row, column);
            setIcon(new SignIcon(ResultModel.sign(model.at(row))));
            return this;
        }
    }

    /** A path of which beginning and end are read where there is no room for all of it. */
    private static final class PathCell extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable in, Object value, boolean selected, boolean focus, int row, int column) {
            super.getTableCellRendererComponent(in, value, selected, focus, row, column);
            int room = in.getColumnModel().getColumn(column).getWidth() - PATH_MARGIN;
            String path = String.valueOf(value);
            setText(Painting.elideMiddle(path, getFontMetrics(getFont()), room));
            return this;
        }
    }

    /** Shows a hint while empty; long texts are complete in the tooltip. */
    private static final class Table extends JTable {

        Table(ResultModel model) {
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
                Painting.hint(this, graphics, Bundle.HINT_NoResults());
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
        if (row < 0) {
            return;
        }
        Path file = model.at(row).file();
        OptionalInt index = session.files().indexOf(ReviewFile.of(file).name());
        if (index.isEmpty()) {
            doing.say(Bundle.MSG_NotListed(file));
        } else if (index.getAsInt() != session.current()) {
            session.show(index.getAsInt());
        }
    }

    /** The selected results; all problems if none is selected. */
    private List<TaskResult> chosen() {
        int[] rows = table.getSelectedRows();
        return rows.length == 0
                ? model.rows().stream().filter(r -> r.end().isProblem()).toList()
                : Arrays.stream(rows).mapToObj(model::at).toList();
    }

    private void retry() {
        List<TaskResult> again = chosen();
        for (TaskResult.Task task : TaskResult.Task.values()) {
            List<ReviewFile> files =
                    again.stream()
                            .filter(r -> r.task() == task)
                            .map(r -> ReviewFile.of(r.file()).name())
                            .flatMap(n -> session.files().indexOf(n).stream().boxed())
                            .map(session.files()::get)
                            .toList();
            if (!files.isEmpty()) {
                doing.again(task, files);
            }
        }
    }

    private void openFolder() {
        Optional<Path> place =
                chosen().stream()
                        .findFirst()
                        .map(r -> r.written().orElse(r.file()).toAbsolutePath().getParent());
        place.ifPresent(p -> session.workers().files().execute(() -> open(p)));
    }

    private void open(Path place) {
        try {
            if (Desktop.isDesktopSupported()) {
                Desktop.getDesktop().open(place.toFile());
                return;
            }
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            System.getLogger(ResultsPanel.class.getName())
                    .log(System.Logger.Level.DEBUG, "no file manager answers", e);
        }
        session.workers().ui().execute(() -> doing.say(Bundle.MSG_NoFolder()));
    }

    private void refresh() {
        List<TaskResult> all = results.all();
        List<TaskResult> bad = all.stream().filter(r -> r.end().isProblem()).toList();
        model.show(problems.isSelected() ? bad : all);
        counts.setText(Bundle.LBL_Counts(all.size(), bad.size()));
        enableButtons();
    }

    private void enableButtons() {
        boolean any = !chosen().isEmpty();
        retry.setEnabled(any);
        folder.setEnabled(any);
        page.setEnabled(model.getRowCount() > 0);
        clear.setEnabled(!results.all().isEmpty());
    }

    @Override
    public void changed(boolean problem) {
        refresh();
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
        results.addListener(this);
        refresh();
    }

    @Override
    public void close() {
        results.removeListener(this);
    }
}
