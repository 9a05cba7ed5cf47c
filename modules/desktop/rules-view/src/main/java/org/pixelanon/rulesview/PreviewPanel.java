package org.pixelanon.rulesview;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.Workers;
import org.pixelanon.rules.RuleLab;
import org.pixelanon.workbench.Thumbnails;

/** A draft of a rule: its rectangles, each with a switch, and all open files it matches. */
@Messages({
    "CTL_Add=&Add to rules",
    "HINT_Add=Adds the new rule to the end; Save writes the file",
    "CTL_Discard=&Discard",
    "HINT_Discard=Discards the new rule",
    "LBL_Which=Rectangles:",
    "A11Y_Similar=Open files that match the new rule, with its rectangles; Enter shows one",
    "# {0} - label of the rule",
    "# {1} - number of files it matches",
    "# {2} - number of open files",
    "LBL_Preview=New rule \u201c{0}\u201d: matches {1} of {2} open files",
    "# {0} - label of the rule",
    "LBL_Trying=New rule \u201c{0}\u201d: finding matching files\u2026",
    "# {0} - number of texts",
    "LBL_Left={0,choice,0#all known text covered|1#1 text uncovered|1<{0} texts uncovered}",
    "LBL_NoTexts=no known text",
    "LBL_NoPicture=no image"
})
final class PreviewPanel extends JPanel {

    private static final int GAP = 6;
    private static final int CAPTION = 40;

    final JButton add = new JButton();
    final JButton discard = new JButton();
    private final JLabel title = new JLabel(" ");
    private final JPanel boxes = new JPanel();
    private final DefaultListModel<RuleLab.Trial> files = new DefaultListModel<>();
    private final JList<RuleLab.Trial> list = new JList<>(files);
    private final transient TrialPictures pictures;
    private final transient Consumer<List<PixelRectangle>> onChoice;

    /**
     * @param workers draw the pictures
     * @param paths paths of files by name
     * @param onChoice receives the selected rectangles when they change
     * @param opens shows a file by its name
     */
    PreviewPanel(
            Workers workers,
            Function<String, Path> paths,
            Consumer<List<PixelRectangle>> onChoice,
            Consumer<String> opens) {
        super(new BorderLayout(GAP, GAP));
        this.onChoice = onChoice;
        pictures = new TrialPictures(workers, paths, list::repaint);
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
        Mnemonics.setLocalizedText(add, Bundle.CTL_Add());
        Mnemonics.setLocalizedText(discard, Bundle.CTL_Discard());
        RulesLayout.name(add, "rules.add", Bundle.HINT_Add());
        RulesLayout.name(discard, "rules.discard", Bundle.HINT_Discard());
        RulesLayout.name(list, "rules.similar", Bundle.A11Y_Similar());
        add.setEnabled(false);
        JPanel buttons = new JPanel(new GridLayout(1, 2, GAP, 0));
        buttons.add(add);
        buttons.add(discard);
        // cut-off text is in the tooltip; buttons always have room
        JPanel head = new JPanel(new BorderLayout(GAP, 0));
        head.add(title, BorderLayout.CENTER);
        head.add(buttons, BorderLayout.EAST);
        add(head, BorderLayout.NORTH);
        boxes.setLayout(new BoxLayout(boxes, BoxLayout.Y_AXIS));
        boxes.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, 3 * GAP));
        JScrollPane left = RulesLayout.scroll(boxes);
        left.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(left, BorderLayout.WEST);
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(0);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellWidth(TrialPictures.WIDTH + 2 * GAP);
        list.setFixedCellHeight(TrialPictures.HEIGHT + CAPTION);
        list.setCellRenderer(new Cell());
        RulesLayout.onOpen(
                list,
                () -> {
                    if (list.getSelectedValue() != null) {
                        opens.accept(list.getSelectedValue().file());
                    }
                });
        add(RulesLayout.scroll(list), BorderLayout.CENTER);
    }

    /** Begins with all rectangles switched on. */
    void begin(String label, List<PixelRectangle> rectangles) {
        boxes.removeAll();
        JLabel which = new JLabel(Bundle.LBL_Which());
        boxes.add(which);
        for (PixelRectangle r : rectangles) {
            JCheckBox box = new JCheckBox(r.toString(), true);
            box.setName("rules.rectangle");
            box.putClientProperty(PixelRectangle.class, r);
            box.addActionListener(event -> onChoice.accept(chosen()));
            boxes.add(box);
        }
        boxes.revalidate();
        trying(label, rectangles);
    }

    /** Shows that the files are being searched for. */
    void trying(String label, List<PixelRectangle> rectangles) {
        title.setText(Bundle.LBL_Trying(label));
        pictures.setRectangles(rectangles);
        files.clear();
        add.setEnabled(false);
    }

    /** Shows the files that the rule matches. */
    void show(String label, List<RuleLab.Trial> matched, int of) {
        int left = matched.stream().mapToInt(t -> t.uncovered().size()).sum();
        title.setText(Bundle.LBL_Preview(label, matched.size(), of) + ", " + Bundle.LBL_Left(left));
        title.setToolTipText(title.getText());
        files.clear();
        files.addAll(matched);
        add.setEnabled(true);
    }

    private List<PixelRectangle> chosen() {
        List<PixelRectangle> on = new ArrayList<>();
        for (Component child : boxes.getComponents()) {
            if (child instanceof JCheckBox box
                    && box.isSelected()
                    && box.getClientProperty(PixelRectangle.class) instanceof PixelRectangle r) {
                on.add(r);
            }
        }
        return on;
    }

    /** Picture, name, and what stays visible. */
    private final class Cell extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> in, Object value, int index, boolean selected, boolean focused) {
            super.getListCellRendererComponent(in, "", index, selected, focused);
            if (value instanceof RuleLab.Trial trial) {
                Thumbnails.Thumbnail shot = pictures.get(trial.file());
                setIcon(shot.image() == null ? null : new ImageIcon(shot.image()));
                String second =
                        shot.failed()
                                ? Bundle.LBL_NoPicture()
                                // without searched or drawn texts, coverage is unknown
                                : trial.texts().isEmpty()
                                        ? Bundle.LBL_NoTexts()
                                        : Bundle.LBL_Left(trial.uncovered().size());
                setText(
                        "<html><center>"
                                + escaped(RuleIssue.shortName(trial.file()))
                                + "<br>"
                                + second
                                + "</center></html>");
                setToolTipText(trial.file());
                ((JComponent) this).setBorder(BorderFactory.createEmptyBorder(2, 2, 2, 2));
                setHorizontalAlignment(CENTER);
                setVerticalTextPosition(BOTTOM);
                setHorizontalTextPosition(CENTER);
            }
            return this;
        }
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;");
    }
}
