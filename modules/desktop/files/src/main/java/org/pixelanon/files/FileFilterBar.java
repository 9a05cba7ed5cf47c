package org.pixelanon.files;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Insets;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.FileList;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.FileFilter;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.workbench.signs.SignIcon;
import org.pixelanon.workbench.signs.SignWords;

/**
 * Chooses which files are shown and in which order. The choice becomes the filter of the session,
 * so that stepping from file to file stays within it.
 */
@Messages({
    "BTN_All=All",
    "# {0} - number of files",
    "TIP_All=All {0} files",
    "# {0} - state",
    "# {1} - number of files",
    "TIP_State=Only files that are {0} ({1})",
    "LBL_Search=Name, comment, or folder/",
    "# {0} - number of files",
    "BTN_Forms=Forms {0}",
    "TIP_Forms=Only files with a scanned form",
    "BTN_Signs=State",
    "TIP_Signs=Show only files in the chosen states",
    "# {0} - state",
    "# {1} - number of files",
    "ITEM_Sign={0}  ({1})",
    "ITEM_AllSigns=All states",
    "BTN_Sort=Sort",
    "TIP_Sort=Order of the list and of Next file",
    "SORT_LIST=As opened",
    "SORT_NAME=By name",
    "SORT_FOLDER=By folder",
    "SORT_STATE=By state",
    "SORT_FINDINGS=By findings to decide"
})
final class FileFilterBar extends JPanel {

    private static final int COMPACT_FROM = 10_000;
    private static final int THOUSAND = 1000;

    private final transient ReviewSession session;
    private final ButtonGroup group = new ButtonGroup();
    private final JToggleButton all = new JToggleButton(Bundle.BTN_All());
    private final Map<FileState, JToggleButton> states = new EnumMap<>(FileState.class);
    private final JTextField search = new JTextField();
    private final JToggleButton forms = new JToggleButton();
    private final JButton signsButton = new JButton(Bundle.BTN_Signs());
    private final Set<FileSign> signs = EnumSet.noneOf(FileSign.class);
    private final JButton sort = new JButton(Bundle.BTN_Sort());
    private FileSort order = FileSort.LIST;
    private int orders;
    private boolean following;

    FileFilterBar(ReviewSession session) {
        this.session = session;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(BorderFactory.createEmptyBorder(2, 8, 6, 8));
        JPanel buttons = new JPanel();
        buttons.setLayout(new BoxLayout(buttons, BoxLayout.X_AXIS));
        button(all, "files-filter-all", buttons);
        for (FileState state : FileState.values()) {
            JToggleButton button = new JToggleButton(new SignIcon(signOf(state)));
            button(button, "files-filter-" + Words.of(state).replace(' ', '-'), buttons);
            states.put(state, button);
        }
        buttons.add(Box.createHorizontalGlue());
        signsButton.setName("files-filter-signs");
        signsButton.setToolTipText(Bundle.TIP_Signs());
        signsButton.setFocusable(false);
        signsButton.setMargin(new Insets(2, 6, 2, 6));
        signsButton.addActionListener(
                event -> signMenu().show(signsButton, 0, signsButton.getHeight()));
        all.setSelected(true);
        add(buttons);
        add(Box.createVerticalStrut(6));
        add(searchLine());
        for (Component child : getComponents()) {
            ((javax.swing.JComponent) child).setAlignmentX(LEFT_ALIGNMENT);
        }
    }

    private void button(JToggleButton button, String name, JPanel into) {
        button.setName(name);
        button.setMargin(new Insets(2, 4, 2, 4));
        button.setFocusable(false);
        button.putClientProperty("JButton.buttonType", "tab");
        button.addActionListener(event -> push());
        group.add(button);
        into.add(button);
    }

    private JPanel searchLine() {
        search.setName("files-search");
        search.putClientProperty("JTextField.placeholderText", Bundle.LBL_Search());
        search.putClientProperty("JTextField.showClearButton", true);
        search.getAccessibleContext().setAccessibleName(Bundle.LBL_Search());
        search.getDocument()
                .addDocumentListener(
                        new DocumentListener() {
                            @Override
                            public void insertUpdate(DocumentEvent event) {
                                push();
                            }

                            @Override
                            public void removeUpdate(DocumentEvent event) {
                                push();
                            }

                            @Override
                            public void changedUpdate(DocumentEvent event) {
                                // attributes, which plain text lacks
                            }
                        });
        sort.setName("files-sort");
        sort.setToolTipText(Bundle.TIP_Sort());
        sort.setFocusable(false);
        sort.setMargin(new Insets(2, 6, 2, 6));
        sort.addActionListener(event -> sortMenu().show(sort, 0, sort.getHeight()));
        forms.setName("files-filter-forms");
        forms.setToolTipText(Bundle.TIP_Forms());
        forms.setFocusable(false);
        forms.setMargin(new Insets(2, 4, 2, 4));
        forms.setVisible(false);
        forms.addActionListener(event -> push());
        JPanel narrowing = new JPanel(new BorderLayout(4, 0));
        narrowing.add(forms, BorderLayout.WEST);
        narrowing.add(signsButton, BorderLayout.CENTER);
        narrowing.add(sort, BorderLayout.EAST);
        JPanel line = new JPanel(new BorderLayout(4, 0));
        line.add(search, BorderLayout.CENTER);
        line.add(narrowing, BorderLayout.EAST);
        return line;
    }

    /** One symbol for each state: the sign of most files in it. */
    private static FileSign signOf(FileState state) {
        return switch (state) {
            case TO_REVIEW -> FileSign.SEARCHED;
            case TAGGED -> FileSign.TAGGED;
            case DONE -> FileSign.DONE;
            case FAILED -> FileSign.UNREADABLE;
        };
    }

    /** All signs with their symbols and how many files have each. */
    JPopupMenu signMenu() {
        NumberFormat whole = NumberFormat.getIntegerInstance(Locale.getDefault());
        JPopupMenu menu = new JPopupMenu();
        JMenuItem every = new JMenuItem(Bundle.ITEM_AllSigns());
        every.setName("files-signs-all");
        every.addActionListener(event -> chooseSigns(Set.of()));
        menu.add(every);
        menu.addSeparator();
        for (FileSign sign : FileSign.values()) {
            String count = whole.format(session.files().count(sign));
            JCheckBoxMenuItem item =
                    new JCheckBoxMenuItem(
                            Bundle.ITEM_Sign(SignWords.of(sign), count),
                            new SignIcon(sign),
                            signs.contains(sign));
            item.setName("files-sign-" + SignWords.of(sign).replace(' ', '-'));
            item.addActionListener(
                    event -> {
                        Set<FileSign> more = EnumSet.noneOf(FileSign.class);
                        more.addAll(signs);
                        if (!more.remove(sign)) {
                            more.add(sign);
                        }
                        chooseSigns(more);
                    });
            menu.add(item);
        }
        return menu;
    }

    private void chooseSigns(Set<FileSign> wanted) {
        signs.clear();
        signs.addAll(wanted);
        tellSigns();
        push();
    }

    private void tellSigns() {
        signsButton.setText(signs.isEmpty() ? Bundle.BTN_Signs() : Bundle.BTN_Signs() + " \u2713");
    }

    private JPopupMenu sortMenu() {
        JPopupMenu menu = new JPopupMenu();
        for (FileSort choice : FileSort.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(nameOf(choice), choice == order);
            item.addActionListener(event -> sort(choice));
            menu.add(item);
        }
        return menu;
    }

    private static String nameOf(FileSort choice) {
        return switch (choice) {
            case LIST -> Bundle.SORT_LIST();
            case NAME -> Bundle.SORT_NAME();
            case FOLDER -> Bundle.SORT_FOLDER();
            case STATE -> Bundle.SORT_STATE();
            case FINDINGS -> Bundle.SORT_FINDINGS();
        };
    }

    /** Orders the files of the session, as they are now; a long list is sorted on a worker. */
    void sort(FileSort choice) {
        order = choice;
        sort.setText(choice == FileSort.LIST ? Bundle.BTN_Sort() : nameOf(choice));
        int wanted = ++orders;
        List<ReviewFile> files = List.copyOf(session.files().all());
        CompletableFuture.supplyAsync(() -> choice.order(files), session.workers().files())
                .thenAcceptAsync(
                        indexes -> {
                            // a different order was chosen, or other files were opened meanwhile
                            if (wanted == orders) {
                                session.files().setOrder(indexes);
                                session.setFilter(session.filter());
                            }
                        },
                        session.workers().ui());
    }

    /** A new list of files gets the chosen order, too. */
    void listReplaced() {
        orders++;
        if (order != FileSort.LIST) {
            sort(order);
        }
    }

    /** The search field. */
    JTextField search() {
        return search;
    }

    private void push() {
        if (!following) {
            session.setFilter(
                    new FileFilter(
                            chosen().orElse(null), forms.isSelected(), signs, search.getText()));
        }
    }

    private Optional<FileState> chosen() {
        return states.entrySet().stream()
                .filter(e -> e.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Shows the filter of the session; no button is selected if it was set by another view. */
    void followFilter() {
        following = true;
        if (session.filter() instanceof FileFilter filter) {
            Optional.ofNullable(filter.state()).map(states::get).orElse(all).setSelected(true);
            forms.setSelected(filter.forms());
            signs.clear();
            signs.addAll(filter.signs());
            tellSigns();
            if (!search.getText().strip().replace('\\', '/').equalsIgnoreCase(filter.words())) {
                search.setText(filter.words());
            }
        } else {
            group.clearSelection();
        }
        following = false;
    }

    /** Shows how many files are in each state. */
    void refreshCounts() {
        FileList files = session.files();
        NumberFormat whole = NumberFormat.getIntegerInstance(Locale.getDefault());
        all.setToolTipText(Bundle.TIP_All(whole.format(files.size())));
        states.forEach(
                (state, button) -> {
                    int count = files.count(state);
                    String tip = Bundle.TIP_State(Words.of(state), whole.format(count));
                    button.setText(compact(count));
                    button.setToolTipText(tip);
                    button.getAccessibleContext().setAccessibleName(tip);
                });
        forms.setText(Bundle.BTN_Forms(compact(files.forms())));
        forms.setVisible(files.forms() > 0 || forms.isSelected());
    }

    private static String compact(int count) {
        return count < COMPACT_FROM ? String.valueOf(count) : count / THOUSAND + "k";
    }
}
