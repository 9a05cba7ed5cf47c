package org.pixelanon.groups;

import java.awt.BorderLayout;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.groups.GroupWork.Face;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;

/** The layout of the view: groups, picture, steps. */
@Messages({
    "A11Y_Groups=Groups of files",
    "A11Y_Face=Image of the group",
    "A11Y_Scope=Planes the rectangles apply to",
    "A11Y_Status=Status of the group review",
    "A11Y_GroupProgress=Progress of the group review",
    "CTL_Maximum=Maximum",
    "CTL_Variance=Variance",
    "CTL_Heat=Text heat",
    "HINT_Maximum=Brightest value of each pixel over all files and frames",
    "HINT_Variance=Variance of each pixel over all files and frames",
    "HINT_Heat=Where text was found: brighter means more often",
    "CTL_Cancel=Cancel",
    "CTL_Apply=1 &Apply to group",
    "CTL_Check=2 &Check members",
    "CTL_Finish=3 &Mark members done",
    "HINT_Apply=Adds the rectangles to every file of the group that is not done",
    "HINT_Check=Searches every file for text outside the rectangles and for differences around "
            + "them",
    "HINT_Finish=Marks the files that agree as done and tags the others",
    "LBL_Odd_Title=To check:",
    "LBL_AllFrames=On all frames",
    "LBL_FirstFrame=On the first frame only"
})
final class GroupsLayout {

    private static final int LISTS = 340;

    final JTable table;
    final CompositeCanvas canvas;
    final OutlierList outliers;
    final JLabel status = new JLabel(" ");
    final JProgressBar progress = new JProgressBar();
    final JButton cancel = new JButton(Bundle.CTL_Cancel());
    final JButton apply = button("groups.apply", Bundle.CTL_Apply(), Bundle.HINT_Apply());
    final JButton check = button("groups.check", Bundle.CTL_Check(), Bundle.HINT_Check());
    final JButton finish = button("groups.finish", Bundle.CTL_Finish(), Bundle.HINT_Finish());
    private final JComboBox<String> scope =
            new JComboBox<>(new String[] {Bundle.LBL_AllFrames(), Bundle.LBL_FirstFrame()});
    private final Map<Face, JToggleButton> faces = new EnumMap<>(Face.class);

    GroupsLayout(
            JPanel panel,
            GroupTableModel model,
            Consumer<List<PixelRectangle>> drawn,
            Consumer<String> opens) {
        table =
                new JTable(model) {
                    @Override
                    public @Nullable String getToolTipText(MouseEvent event) {
                        int row = rowAtPoint(event.getPoint());
                        return row < 0 ? null : model.describe(row);
                    }
                };
        canvas = new CompositeCanvas(drawn);
        outliers = new OutlierList(opens);
        face(Face.MAXIMUM, "groups.maximum", Bundle.CTL_Maximum(), Bundle.HINT_Maximum());
        face(Face.VARIANCE, "groups.variance", Bundle.CTL_Variance(), Bundle.HINT_Variance());
        face(Face.HEAT, "groups.heat", Bundle.CTL_Heat(), Bundle.HINT_Heat());
        ButtonGroup one = new ButtonGroup();
        faces.values().forEach(one::add);
        face(Face.MAXIMUM).setSelected(true);
        name(scope, "groups.scope", Bundle.A11Y_Scope());
        name(status, "groups.status", Bundle.A11Y_Status());
        name(progress, "groups.progress", Bundle.A11Y_GroupProgress());
        name(cancel, "groups.cancel", Bundle.CTL_Cancel());
        progress.setStringPainted(true);
        progress.setVisible(false);
        cancel.setVisible(false);
        groups();
        panel.setLayout(new BorderLayout());
        panel.add(bar(), BorderLayout.NORTH);
        JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, lists(), canvas);
        all.setDividerLocation(LISTS);
        all.setBorder(BorderFactory.createEmptyBorder());
        panel.add(all, BorderLayout.CENTER);
        panel.add(bottom(), BorderLayout.SOUTH);
    }

    private void groups() {
        name(table, "groups.table", Bundle.A11Y_Groups());
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setShowGrid(false);
        table.setFillsViewportHeight(true);
        table.getTableHeader().setReorderingAllowed(false);
        int[] widths = {112, 92, 42, 46, 42};
        for (int i = 0; i < widths.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
        }
        InputMap keys = table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        int[] left = {KeyEvent.VK_ENTER, KeyEvent.VK_SPACE, KeyEvent.VK_TAB};
        for (int key : left) {
            // a name without an action, so that the key reaches the review
            keys.put(KeyStroke.getKeyStroke(key, 0), "left to the review");
        }
    }

    /** The bar at the top: the choice of picture and the three steps. */
    private JComponent bar() {
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(3, 4, 3, 4));
        for (JToggleButton face : faces.values()) {
            bar.add(face);
            bar.add(Box.createHorizontalStrut(2));
        }
        bar.add(Box.createHorizontalGlue());
        // letters are review keys wherever the focus is
        scope.setKeySelectionManager((key, model) -> -1);
        scope.setMaximumSize(scope.getPreferredSize());
        bar.add(scope);
        for (JButton step : List.of(apply, check, finish)) {
            bar.add(Box.createHorizontalStrut(6));
            bar.add(step);
        }
        return bar;
    }

    private JComponent lists() {
        JLabel title = new JLabel(Bundle.LBL_Odd_Title());
        title.setLabelFor(outliers);
        title.setBorder(BorderFactory.createEmptyBorder(4, 6, 3, 2));
        JPanel below = new JPanel(new BorderLayout());
        below.add(title, BorderLayout.NORTH);
        below.add(scroll(outliers), BorderLayout.CENTER);
        JSplitPane out = new JSplitPane(JSplitPane.VERTICAL_SPLIT, scroll(table), below);
        out.setResizeWeight(0.5);
        out.setBorder(BorderFactory.createEmptyBorder());
        return out;
    }

    private JComponent bottom() {
        JPanel working = new JPanel();
        working.setLayout(new BoxLayout(working, BoxLayout.X_AXIS));
        working.add(progress);
        working.add(Box.createHorizontalStrut(6));
        working.add(cancel);
        JPanel out = new JPanel(new BorderLayout(12, 0));
        out.setBorder(BorderFactory.createEmptyBorder(3, 8, 3, 8));
        out.add(status, BorderLayout.CENTER);
        out.add(working, BorderLayout.EAST);
        return out;
    }

    private static JScrollPane scroll(JComponent view) {
        JScrollPane pane = new JScrollPane(view);
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }

    private static JButton button(String name, String text, String hint) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text);
        button.setToolTipText(hint);
        name(button, name, button.getText());
        return button;
    }

    private void face(Face face, String name, String text, String hint) {
        JToggleButton button = new JToggleButton(text);
        button.setToolTipText(hint);
        name(button, name, Bundle.A11Y_Face() + ": " + text);
        faces.put(face, button);
    }

    private static void name(JComponent component, String name, String accessible) {
        component.setName(name);
        component.getAccessibleContext().setAccessibleName(accessible);
    }

    private JToggleButton face(Face face) {
        JToggleButton button = faces.get(face);
        if (button == null) {
            throw new IllegalStateException("no button for " + face);
        }
        return button;
    }

    /** Sets the listener for changes of the picture. */
    void onFace(Runnable chosen) {
        faces.values().forEach(f -> f.addActionListener(event -> chosen.run()));
    }

    /** The chosen picture. */
    Face face() {
        return faces.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Face.MAXIMUM);
    }

    /** The planes of the rectangles. */
    PlaneScope scope() {
        return scope.getSelectedIndex() == 1 ? new FramePlane(0) : new AllFrames();
    }

    /** Shows which steps are possible for a group, and which members need a look. */
    void show(@Nullable GroupWork work) {
        boolean drawn = work != null && work.picture().isPresent();
        boolean several = work != null && work.group().key().multiFrame();
        scope.setVisible(several);
        if (!several) {
            scope.setSelectedIndex(0);
        }
        faces.values().forEach(f -> f.setEnabled(drawn));
        apply.setEnabled(work != null && drawn && !work.rectangles().isEmpty());
        check.setEnabled(drawn);
        finish.setEnabled(work != null && work.comparison().isPresent());
        if (work != null && work.comparison().isPresent()) {
            outliers.setDoubts(work.comparison().get().doubts());
        } else if (work != null && work.picture().isPresent()) {
            outliers.setReasons(work.picture().get().unreadable());
        } else {
            outliers.setReasons(Map.of());
        }
    }
}
