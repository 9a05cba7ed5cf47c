package org.pixelanon.texts;

import java.awt.BorderLayout;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Failures;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.find.FoundText;
import org.pixelanon.review.find.TextFinder;
import org.pixelanon.review.find.TextQuery;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.workbench.Painting;
import org.pixelanon.workbench.PanelView;

/** The view <em>Find text</em>: searches all files of the list and decides many texts at once. */
@Messages({
    "LBL_Find=&Text:",
    "BTN_Whole=&Whole text",
    "TIP_Whole=Only texts that consist of these words",
    "BTN_FoundBlank=&Blank",
    "BTN_FoundKeep=&Keep",
    "TIP_FoundBlank=Blank the selected texts in all their files",
    "TIP_FoundKeep=Keep the selected texts in all their files",
    "# {0} - texts",
    "# {1} - files",
    "LBL_Found={0} texts in {1} files",
    "# {0} - texts",
    "LBL_FoundMost=The first {0} texts; add words to find fewer",
    "HINT_Find=Type words to find them in all files of the list\n\n"
            + "Files that were not searched have no text yet",
    "HINT_FoundNothing=No file of the list has that text",
    "EDIT_BlankFound=Blank texts found",
    "EDIT_KeepFound=Keep texts found",
    "# {0} - changed",
    "# {1} - selected",
    "MSG_Decided={0} of {1} texts decided; files that are done stay as they are",
    "# {0} - why",
    "MSG_NotFound=The texts could not be read: {0}",
    "A11Y_Found=Texts found in the files of the list"
})
final class FindPanel extends JPanel implements PanelView.Panel, SessionListener {

    private static final int PAUSE_MILLIS = 200;
    private static final int FIELD_COLUMNS = 24;
    private static final int[] WIDTHS = {260, 100, 220, 120, 240};

    private final transient ReviewSession session;
    private final transient TextFinder finder;
    private final transient Consumer<String> status;
    private final FindModel model = new FindModel();
    private final JTable table = new Table(model);
    private final JTextField words = new JTextField(FIELD_COLUMNS);
    private final JCheckBox whole = new JCheckBox();
    private final JButton blank = new JButton();
    private final JButton keep = new JButton();
    private final JLabel counts = new JLabel(" ");
    private final Timer pause = new Timer(PAUSE_MILLIS, event -> find());
    private transient TextQuery asked = new TextQuery("", false);

    /**
     * Creates the panel.
     *
     * @param session the session whose files are searched
     * @param status receives messages
     */
    FindPanel(ReviewSession session, Consumer<String> status) {
        super(new BorderLayout());
        this.session = session;
        this.finder = new TextFinder(session);
        this.status = status;
        pause.setRepeats(false);
        add(bar(), BorderLayout.NORTH);
        table.setName("find-table");
        table.getAccessibleContext().setAccessibleName(Bundle.A11Y_Found());
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.getColumnModel().getColumn(FindModel.DECISION).setCellRenderer(new DecisionCell());
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
        }
        // a decision is told in one word, which is cut nowhere
        table.getColumnModel().getColumn(FindModel.DECISION).setMinWidth(WIDTHS[1]);
        table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "show");
        table.getActionMap().put("show", new Show());
        table.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        show(table.rowAtPoint(event.getPoint()));
                    }
                });
        table.getSelectionModel().addListSelectionListener(event -> enableButtons());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        enableButtons();
    }

    private JPanel bar() {
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Find());
        label.setLabelFor(words);
        words.setName("find-words");
        words.getDocument().addDocumentListener(new Typed());
        words.addActionListener(event -> find());
        words.setMaximumSize(words.getPreferredSize());
        Mnemonics.setLocalizedText(whole, Bundle.BTN_Whole());
        whole.setName("find-whole");
        whole.setToolTipText(Bundle.TIP_Whole());
        whole.addActionListener(event -> find());
        counts.setName("find-counts");
        bar.add(label);
        bar.add(Box.createHorizontalStrut(6));
        bar.add(words);
        bar.add(Box.createHorizontalStrut(8));
        bar.add(whole);
        bar.add(Box.createHorizontalStrut(16));
        bar.add(counts);
        bar.add(Box.createHorizontalGlue());
        button(bar, blank, "blank", Bundle.BTN_FoundBlank(), Bundle.TIP_FoundBlank());
        blank.addActionListener(event -> decide(Bundle.EDIT_BlankFound(), Verdict.REDACT));
        button(bar, keep, "keep", Bundle.BTN_FoundKeep(), Bundle.TIP_FoundKeep());
        keep.addActionListener(event -> decide(Bundle.EDIT_KeepFound(), Verdict.KEEP));
        return bar;
    }

    private static void button(JPanel bar, JButton button, String name, String text, String tip) {
        button.setName("find-" + name);
        button.setToolTipText(tip);
        button.setFocusable(
                false); // the focus stays in the table; Alt and the letter press the button
        Mnemonics.setLocalizedText(button, text);
        bar.add(Box.createHorizontalStrut(4));
        bar.add(button);
    }

    /** Searches while the user types, after a pause. */
    private final class Typed implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            pause.restart();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            pause.restart();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }

    /** Shows a hint while there are no results; long texts are complete in the tooltip. */
    private final class Table extends JTable {

        Table(FindModel rows) {
            super(rows);
        }

        @Override
        public String getToolTipText(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            return row < 0
                    ? ""
                    : columnAtPoint(event.getPoint()) == FindModel.FILE
                            ? model.at(row).file()
                            : model.at(row).item().text();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            if (getRowCount() == 0) {
                boolean typed = asked != null && !asked.isEmpty();
                Painting.hint(
                        this, graphics, typed ? Bundle.HINT_FoundNothing() : Bundle.HINT_Find());
            }
        }
    }

    private final class Show extends AbstractAction {
        @Override
        public void actionPerformed(ActionEvent event) {
            show(table.getSelectedRow());
        }
    }

    private void show(int row) {
        if (row >= 0) {
            finder.show(model.at(row));
        }
    }

    /**
     * Finds a text in all files.
     *
     * @param text the whole text
     */
    void find(String text) {
        words.setText(text);
        whole.setSelected(true);
        find();
    }

    private void find() {
        pause.stop();
        TextQuery query = new TextQuery(words.getText(), whole.isSelected());
        asked = query;
        finder.find(query)
                .whenComplete(
                        (found, problem) -> {
                            if (query != asked) {
                                return; // the user typed on
                            }
                            if (problem == null) {
                                shown(found);
                            } else {
                                session.workers()
                                        .ui()
                                        .execute(
                                                () ->
                                                        status.accept(
                                                                Bundle.MSG_NotFound(
                                                                        Failures.why(problem))));
                            }
                        });
    }

    private void shown(List<FoundText> found) {
        model.show(found);
        long files = found.stream().map(FoundText::file).distinct().count();
        boolean all = found.size() < TextFinder.MOST;
        counts.setText(
                asked.isEmpty()
                        ? " "
                        : all
                                ? Bundle.LBL_Found(found.size(), files)
                                : Bundle.LBL_FoundMost(found.size()));
        enableButtons();
    }

    private void decide(String name, Verdict verdict) {
        List<FoundText> chosen =
                Arrays.stream(table.getSelectedRows()).mapToObj(model::at).toList();
        int changed = finder.decide(name, chosen, verdict);
        model.renew(found -> chosen.contains(found) ? decided(found, verdict) : found);
        status.accept(Bundle.MSG_Decided(changed, chosen.size()));
    }

    /** Rows of files that are not open show the decision until they are read again. */
    private FoundText decided(FoundText found, Verdict verdict) {
        FoundText now = finder.now(found);
        boolean open = finder.isOpen(found.file());
        return now.equals(found) && open
                ? new FoundText(found.file(), found.item().withVerdict(verdict))
                : now;
    }

    private void enableButtons() {
        boolean any = table.getSelectedRowCount() > 0;
        blank.setEnabled(any);
        keep.setEnabled(any);
    }

    @Override
    public void changed(Set<Aspect> what) {
        if (what.contains(Aspect.FILES)) {
            find();
        } else if (what.contains(Aspect.ITEMS)) {
            model.renew(finder::now);
        }
    }

    @Override
    public JComponent component() {
        return this;
    }

    @Override
    public JComponent keys() {
        return words;
    }

    @Override
    public void open() {
        session.addListener(this);
        find();
    }

    @Override
    public void close() {
        session.removeListener(this);
    }
}
