package org.pixelanon.rulesview;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableColumn;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.rules.RuleLanguage;

/** The layout of the view: file, rules, their effect, and the draft of a rule. */
@Messages({
    "CTL_New=&New",
    "HINT_New=Starts an empty rules file in either language",
    "CTL_NewRecipe=Recipe (pydicom/deid)",
    "CTL_NewScript=Script (CTP DicomPixelAnonymizer)",
    "CTL_Open=&Open\u2026",
    "HINT_Open=Opens a rules file in either language",
    "CTL_Save=&Save",
    "HINT_Save=Writes the rules in normal form; a file that someone else changed is not "
            + "overwritten",
    "CTL_SaveAs=Save as\u2026",
    "HINT_SaveAs=Writes the rules to another file",
    "CTL_Remove=Remove rule",
    "HINT_Remove=Removes the selected rule from the list",
    "CTL_Try=&Test again",
    "HINT_Try=Tests the rules on all open files again",
    "CTL_Draft=Rule from this file",
    "HINT_Draft=Makes a rule for this device and image size from the blanked rectangles of the "
            + "file on screen",
    "CTL_Stop=Cancel",
    "A11Y_Rules=Rules with the number of open files they match",
    "A11Y_Lab=Effect of the rules on the open files; Enter goes to the place",
    "A11Y_Document=Rules file",
    "A11Y_Summary=Effect of the rules on the open files, in numbers",
    "HINT_Summary=Open files; files without a matching rule; files with several; rectangles "
            + "outside the image; texts left uncovered; share of pixels blanked without text",
    "A11Y_RulesStatus=Status of the rules",
    "A11Y_RulesProgress=Progress of testing the rules"
})
final class RulesLayout {

    private static final int GAP = 6;
    private static final int LIST = 380;
    private static final int LEAST = 120;
    private static final String LAB = "lab";
    private static final String PREVIEW = "preview";

    final JTable rules;
    final JTable lab;
    final JLabel document = new JLabel(" ");
    final JLabel summary = new JLabel(" ");
    final JLabel status = new JLabel(" ");
    final JProgressBar progress = new JProgressBar();
    final JButton cancel = button("rules.cancel", Bundle.CTL_Stop(), Bundle.CTL_Stop());
    final JButton fresh = button("rules.new", Bundle.CTL_New(), Bundle.HINT_New());
    final JButton open = button("rules.open", Bundle.CTL_Open(), Bundle.HINT_Open());
    final JButton save = button("rules.save", Bundle.CTL_Save(), Bundle.HINT_Save());
    final JButton saveAs = button("rules.saveas", Bundle.CTL_SaveAs(), Bundle.HINT_SaveAs());
    final JButton remove = button("rules.remove", Bundle.CTL_Remove(), Bundle.HINT_Remove());
    final JButton again = button("rules.try", Bundle.CTL_Try(), Bundle.HINT_Try());
    final JButton draft = button("rules.draft", Bundle.CTL_Draft(), Bundle.HINT_Draft());
    private final JPanel cards = new JPanel(new CardLayout());

    /** Starts an empty file. */
    interface Begin {
        void begin(RuleLanguage language);
    }

    RulesLayout(JPanel panel, RuleTableModel ruleModel, RuleIssueTableModel labModel, Begin begin) {
        rules = table(ruleModel, "rules.table", Bundle.A11Y_Rules(), 150, 260, 150, 40);
        lab = table(labModel, "rules.lab", Bundle.A11Y_Lab(), 170, 120, 200);
        name(document, "rules.document", Bundle.A11Y_Document());
        name(summary, "rules.summary", Bundle.A11Y_Summary());
        summary.setToolTipText(Bundle.HINT_Summary());
        name(status, "rules.status", Bundle.A11Y_RulesStatus());
        name(progress, "rules.progress", Bundle.A11Y_RulesProgress());
        progress.setStringPainted(true);
        progress.setVisible(false);
        cancel.setVisible(false);
        languages(begin);
        JComponent list = scroll(rules);
        JComponent right = scroll(lab);
        // tables and pictures request more room than there is; each side gets its share
        list.setPreferredSize(new Dimension(LIST, LEAST));
        list.setMinimumSize(new Dimension(LEAST, LEAST));
        right.setPreferredSize(new Dimension(LIST, LEAST));
        right.setMinimumSize(new Dimension(LEAST, LEAST));
        JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, list, right);
        all.setResizeWeight(0.45);
        all.setBorder(BorderFactory.createEmptyBorder());
        panel.setLayout(new BorderLayout());
        cards.add(all, LAB);
        JPanel top = new JPanel(new BorderLayout());
        top.add(bar(), BorderLayout.NORTH);
        top.add(heading(), BorderLayout.CENTER);
        panel.add(top, BorderLayout.NORTH);
        panel.add(cards, BorderLayout.CENTER);
        panel.add(bottom(), BorderLayout.SOUTH);
    }

    private void languages(Begin begin) {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem recipe = new JMenuItem(Bundle.CTL_NewRecipe());
        recipe.addActionListener(event -> begin.begin(RuleLanguage.DEID));
        menu.add(recipe);
        JMenuItem script = new JMenuItem(Bundle.CTL_NewScript());
        script.addActionListener(event -> begin.begin(RuleLanguage.CTP));
        menu.add(script);
        fresh.addActionListener(event -> menu.show(fresh, 0, fresh.getHeight()));
    }

    private JComponent bar() {
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(3, GAP, 3, GAP));
        for (JButton button : List.of(fresh, open, save, saveAs)) {
            bar.add(button);
            bar.add(Box.createHorizontalStrut(GAP / 2));
        }
        bar.add(Box.createHorizontalGlue());
        for (JButton button : List.of(again, remove, draft)) {
            bar.add(Box.createHorizontalStrut(GAP));
            bar.add(button);
        }
        return bar;
    }

    /** The name of the rules file, and the effect of its rules in numbers. */
    private JComponent heading() {
        JPanel row = new JPanel(new BorderLayout(4 * GAP, 0));
        row.setBorder(BorderFactory.createEmptyBorder(2, GAP + 2, GAP, GAP));
        row.add(document, BorderLayout.WEST);
        row.add(summary, BorderLayout.CENTER);
        return row;
    }

    private JComponent bottom() {
        JPanel working = new JPanel();
        working.setLayout(new BoxLayout(working, BoxLayout.X_AXIS));
        working.add(progress);
        working.add(Box.createHorizontalStrut(GAP));
        working.add(cancel);
        JPanel out = new JPanel(new BorderLayout(2 * GAP, 0));
        out.setBorder(BorderFactory.createEmptyBorder(3, 8, 3, 8));
        out.add(status, BorderLayout.CENTER);
        out.add(working, BorderLayout.EAST);
        return out;
    }

    void setPreview(JComponent preview) {
        cards.add(preview, PREVIEW);
    }

    /** Shows either the effect of the rules or the draft. */
    void showPreview(boolean shown) {
        ((CardLayout) cards.getLayout()).show(cards, shown ? PREVIEW : LAB);
    }

    private static JTable table(
            AbstractTableModel model, String name, String accessible, int... widths) {
        JTable table =
                new JTable(model) {
                    @Override
                    public @Nullable String getToolTipText(MouseEvent event) {
                        int row = rowAtPoint(event.getPoint());
                        int column = columnAtPoint(event.getPoint());
                        return row < 0 || column < 0
                                ? null
                                : String.valueOf(getValueAt(row, column));
                    }
                };
        name(table, name, accessible);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setShowGrid(false);
        table.setFillsViewportHeight(true);
        table.getTableHeader().setReorderingAllowed(false);
        for (int i = 0; i < widths.length; i++) {
            TableColumn column = table.getColumnModel().getColumn(i);
            column.setPreferredWidth(widths[i]);
            column.setMinWidth(headerWidth(table, column));
        }
        // a name without an action, so that Tab reaches the review, as in other views
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_TAB, 0), "left to the review");
        return table;
    }

    /** The width needed by the name of a column. */
    private static int headerWidth(JTable table, TableColumn column) {
        return table.getTableHeader()
                .getDefaultRenderer()
                .getTableCellRendererComponent(
                        table, column.getHeaderValue(), false, false, -1, column.getModelIndex())
                .getPreferredSize()
                .width;
    }

    /** Runs a task on a click and on Enter. */
    static void onOpen(JComponent list, Runnable task) {
        KeyStroke enter = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0);
        list.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(enter, "open");
        list.getInputMap().put(enter, "open");
        list.getActionMap()
                .put(
                        "open",
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                task.run();
                            }
                        });
        list.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        task.run();
                    }
                });
    }

    static JScrollPane scroll(JComponent view) {
        JScrollPane pane = new JScrollPane(view);
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }

    private static JButton button(String name, String text, String hint) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        name(button, name, hint);
        return button;
    }

    /** Names a component for tests and for screen readers; buttons keep their words as names. */
    static void name(JComponent component, String name, String words) {
        component.setName(name);
        if (component instanceof JButton) {
            component.setToolTipText(words);
        } else {
            component.getAccessibleContext().setAccessibleName(words);
        }
    }
}
