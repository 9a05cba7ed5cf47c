package org.pixelanon.groups;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.group.Doubt;
import org.pixelanon.review.item.ReviewFile;

/** The members of a group that need a look; Enter or a double click opens one. */
@Messages({
    "A11Y_Odd=Files of the group to check; Enter opens one",
    "# {0} - file",
    "# {1} - why",
    "LBL_Odd={0}: {1}"
})
final class OutlierList extends JList<OutlierList.Odd> {

    /** A member and why it is listed. */
    record Odd(String file, String why) {

        String title() {
            return ReviewFile.of(java.nio.file.Path.of(file)).fileName();
        }

        @Override
        public String toString() {
            return Bundle.LBL_Odd(title(), why);
        }
    }

    private final DefaultListModel<Odd> model = new DefaultListModel<>();
    private final transient Consumer<String> opens;

    OutlierList(Consumer<String> opens) {
        this.opens = opens;
        setModel(model);
        setName("groups.odd");
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new Cell());
        getAccessibleContext().setAccessibleName(Bundle.A11Y_Odd());
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "open");
        getActionMap()
                .put(
                        "open",
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                openSelected();
                            }
                        });
        addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        if (event.getClickCount() == 2) {
                            openSelected();
                        }
                    }
                });
    }

    private void openSelected() {
        Odd odd = getSelectedValue();
        if (odd != null) {
            opens.accept(odd.file());
        }
    }

    /** Shows the result of a comparison. */
    void setDoubts(Map<String, Set<Doubt>> doubts) {
        List<Odd> odd = new ArrayList<>();
        doubts.forEach(
                (file, why) ->
                        odd.add(
                                new Odd(
                                        file,
                                        why.stream()
                                                .map(Doubt::words)
                                                .collect(Collectors.joining(", ")))));
        setAll(odd);
    }

    /** Shows the members that could not be drawn. */
    void setReasons(Map<String, String> reasons) {
        setAll(reasons.entrySet().stream().map(e -> new Odd(e.getKey(), e.getValue())).toList());
    }

    private void setAll(List<Odd> odd) {
        boolean same = model.size() == odd.size();
        for (int i = 0; same && i < odd.size(); i++) {
            same = model.get(i).equals(odd.get(i));
        }
        if (!same) {
            model.clear();
            model.addAll(odd);
            if (!odd.isEmpty()) {
                setSelectedIndex(0);
            }
        }
    }

    /** The whole reason is in the tool tip, because the list is narrow. */
    private static final class Cell extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            super.getListCellRendererComponent(list, value, index, selected, focused);
            if (value instanceof Odd odd) {
                setToolTipText(odd.toString());
                ((JComponent) this).setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
            }
            return this;
        }
    }
}
