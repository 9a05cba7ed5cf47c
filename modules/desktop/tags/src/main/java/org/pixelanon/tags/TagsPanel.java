package org.pixelanon.tags;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.Set;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.openide.util.NbBundle.Messages;

/** Search field, table of elements, and the whole value of the selected one. */
@Messages({
    "LBL_SearchTags=Search tags, names, values",
    "A11Y_Search=Search the DICOM elements",
    "A11Y_Matches=Matches",
    "A11Y_Value=Value of the selected element",
    "CTL_NextMatch=Next match (Enter)",
    "CTL_PreviousMatch=Previous match (Shift+Enter)",
    "# {0} - position",
    "# {1} - number of matches",
    "LBL_Match={0} of {1}",
    "# {0} - number of matches",
    "LBL_Matches={0} found",
    "LBL_NoMatch=no match"
})
final class TagsPanel extends JPanel {

    private static final String TABLE = "table";
    private static final String MESSAGE = "message";

    private final transient TagTableModel model = new TagTableModel();
    private final transient TagSearch search = new TagSearch();
    private final TagTable table = new TagTable(model);
    private final JTextField field = new JTextField();
    private final JLabel count = new JLabel();
    private final JTextArea value = new JTextArea();
    private final JLabel message = new JLabel("", SwingConstants.CENTER);
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);

    /** The selected path, selected again in the next file. */
    private String selectedPath = "";

    TagsPanel() {
        super(new BorderLayout());
        add(searchBar(), BorderLayout.NORTH);
        value.setName("tags.value");
        value.setEditable(false);
        value.setLineWrap(true);
        value.setWrapStyleWord(true);
        value.setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
        value.getAccessibleContext().setAccessibleName(Bundle.A11Y_Value());
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, scroll(table), scroll(value));
        split.setResizeWeight(0.82);
        split.setBorder(BorderFactory.createEmptyBorder());
        message.setName("tags.message");
        message.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        body.add(message, MESSAGE);
        body.add(split, TABLE);
        add(body, BorderLayout.CENTER);
        table.getSelectionModel()
                .addListSelectionListener(
                        event -> {
                            if (!event.getValueIsAdjusting()) {
                                selected();
                            }
                        });
        bind(
                this,
                WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
                KeyStroke.getKeyStroke(KeyEvent.VK_F, InputEvent.CTRL_DOWN_MASK),
                field::requestFocusInWindow);
    }

    private static JScrollPane scroll(JComponent view) {
        JScrollPane pane = new JScrollPane(view);
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }

    private JComponent searchBar() {
        field.setName("tags.search");
        field.putClientProperty("JTextField.placeholderText", Bundle.LBL_SearchTags());
        field.putClientProperty("JTextField.showClearButton", true);
        field.getAccessibleContext().setAccessibleName(Bundle.A11Y_Search());
        field.getDocument().addDocumentListener(new Typing());
        bind(field, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), () -> step(1));
        bind(
                field,
                WHEN_FOCUSED,
                KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, InputEvent.SHIFT_DOWN_MASK),
                () -> step(-1));
        bind(field, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), this::endSearch);
        count.setName("tags.count");
        count.getAccessibleContext().setAccessibleName(Bundle.A11Y_Matches());
        count.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(3, 4, 3, 4));
        bar.add(field);
        bar.add(count);
        bar.add(button("tags.previous", TagIcons.UP, Bundle.CTL_PreviousMatch(), -1));
        bar.add(Box.createHorizontalStrut(2));
        bar.add(button("tags.next", TagIcons.DOWN, Bundle.CTL_NextMatch(), 1));
        return bar;
    }

    private JButton button(String name, Icon icon, String title, int by) {
        JButton button = new JButton(icon);
        button.setName(name);
        button.setToolTipText(title);
        button.getAccessibleContext().setAccessibleName(title);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setFocusable(false);
        button.addActionListener(event -> step(by));
        return button;
    }

    private static void bind(JComponent on, int when, KeyStroke stroke, Runnable what) {
        on.getInputMap(when).put(stroke, stroke);
        on.getActionMap()
                .put(
                        stroke,
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                what.run();
                            }
                        });
    }

    /**
     * Shows the elements of a file; expanded places, the selected one and the search stay.
     *
     * @param tree the elements
     */
    void setTree(TagTree tree) {
        String stay = selectedPath;
        model.setTree(tree);
        search.setTree(tree);
        showCount();
        table.select(model.rowOf(stay));
        selectedPath = stay;
        cards.show(body, TABLE);
    }

    /**
     * Puts elements first.
     *
     * @param paths of those whose value is in the pixels
     */
    void setSeen(Set<String> paths) {
        String stay = selectedPath;
        model.setSeen(paths);
        table.select(model.rowOf(stay));
        selectedPath = stay;
    }

    /**
     * Shows a text instead of elements.
     *
     * @param html why there are none
     */
    void setMessage(String html) {
        String stay = selectedPath;
        model.setTree(TagTree.EMPTY);
        search.setTree(TagTree.EMPTY);
        selectedPath = stay;
        showCount();
        message.setText(html);
        cards.show(body, MESSAGE);
    }

    /** Focuses the table. */
    void focus() {
        table.requestFocusInWindow();
    }

    private void selected() {
        Optional<TagNode> node = table.selected();
        node.ifPresent(n -> selectedPath = n.path());
        value.setText(node.map(TagNode::element).map(e -> e.value()).orElse(""));
        value.setCaretPosition(0);
    }

    private void step(int by) {
        search.step(by).ifPresent(node -> table.select(model.reveal(node)));
        showCount();
    }

    private void endSearch() {
        field.setText("");
        focus();
    }

    private void showCount() {
        int matches = search.count();
        count.setText(
                !search.isActive()
                        ? ""
                        : matches == 0
                                ? Bundle.LBL_NoMatch()
                                : search.position() == 0
                                        ? Bundle.LBL_Matches(matches)
                                        : Bundle.LBL_Match(search.position(), matches));
    }

    /** Every change of the field restarts the search and goes to the first match. */
    private final class Typing implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            search.setText(field.getText());
            step(1);
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            insertUpdate(event);
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            insertUpdate(event);
        }
    }
}
