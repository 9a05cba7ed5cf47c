package org.pixelanon.remote;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.source.SourceEntry;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.review.Workers;
import org.pixelanon.workbench.source.OpenRequest;
import org.pixelanon.workbench.source.RemotePlaces;

/**
 * Browses a bucket or archive level by level. Rows are loaded while scrolling; files are not read
 * before they are opened. Used on the event thread.
 */
@Messages({
    "LBL_Address=Address",
    "BTN_Go=Go",
    "BTN_Up=Up",
    "HINT_Up=Parent folder (Backspace)",
    "BTN_Retry=Try again",
    "BTN_OpenAll=Open all",
    "# {0} - number of rows",
    "BTN_OpenSome=Open {0} selected",
    "MSG_Loading=Loading…",
    "MSG_Nothing=Empty",
    "MSG_NoneFits=No matching study",
    "MSG_Begin=Choose a profile or type an address, then press Enter",
    "# {0} - number of rows",
    "MSG_Rows={0} entries",
    "# {0} - number of rows",
    "MSG_RowsMore={0} entries so far; scroll for more",
    "ACCESS_Entries=Entries"
})
final class BrowsePanel {

    private static final String TABLE = "table";
    private static final String WORDS = "words";
    private static final int FEWEST = 20;

    private final PlaceKind kind;
    private final Preferences memory;
    private final PlaceListing listing;
    private final EntryTable model;
    private final ProfileChoice profile;
    private final QueryFields query = new QueryFields(this::search);
    private final ChoiceFields choice = new ChoiceFields();
    private final JPanel component = new JPanel(new BorderLayout(0, 8));
    private final JTextField address = new JTextField();
    private final JButton up = new JButton(Bundle.BTN_Up());
    private final JButton retry = new JButton(Bundle.BTN_Retry());
    private final JButton open = new JButton(Bundle.BTN_OpenAll());
    private final JTable table;
    private final JScrollPane scroll;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JLabel words = new JLabel("", SwingConstants.CENTER);
    private final JLabel status = new JLabel();
    private final Consumer<OpenRequest> onOpen;

    /**
     * @param memory stores address and name of the profile
     * @param onOpen receives requests to open
     */
    BrowsePanel(
            PlaceKind kind,
            RemotePlaces places,
            Workers workers,
            Preferences memory,
            Consumer<OpenRequest> onOpen) {
        this.kind = kind;
        this.memory = memory;
        this.onOpen = onOpen;
        listing = new PlaceListing(places, workers, this::show);
        model = new EntryTable(listing);
        table = new JTable(model);
        scroll = new JScrollPane(table);
        profile =
                new ProfileChoice(
                        kind,
                        places,
                        workers,
                        memory.get(key("login"), ""),
                        this::chosen,
                        this::say);
        address.setText(memory.get(key("address"), ""));
        build();
        show();
    }

    private String key(String what) {
        return "remote." + kind.name().toLowerCase(java.util.Locale.ROOT) + "." + what;
    }

    private void build() {
        address.setName("remote.address");
        address.putClientProperty("JTextField.placeholderText", kind.hint());
        address.addActionListener(event -> go());
        JButton go = new JButton(Bundle.BTN_Go());
        go.setName("remote.go");
        go.addActionListener(event -> go());
        up.setName("remote.up");
        up.setToolTipText(Bundle.HINT_Up());
        up.addActionListener(event -> goUp());
        JLabel before = new JLabel(Bundle.LBL_Address());
        before.setLabelFor(address);
        JPanel place = new JPanel(new BorderLayout(6, 0));
        JPanel buttons = new JPanel(new java.awt.FlowLayout(java.awt.FlowLayout.LEADING, 6, 0));
        buttons.add(go);
        buttons.add(up);
        place.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 0));
        place.add(before, BorderLayout.LINE_START);
        place.add(address, BorderLayout.CENTER);
        place.add(buttons, BorderLayout.LINE_END);
        Box top = new Box(BoxLayout.PAGE_AXIS);
        top.add(profile.component());
        top.add(Box.createVerticalStrut(8));
        top.add(place);
        if (kind == PlaceKind.ARCHIVE) {
            top.add(Box.createVerticalStrut(8));
            top.add(query.component());
        }
        component.setBorder(BorderFactory.createEmptyBorder(12, 12, 4, 12));
        component.setPreferredSize(new Dimension(960, 620));
        component.add(top, BorderLayout.PAGE_START);
        buildTable();
        component.add(middle, BorderLayout.CENTER);
        component.add(bottom(), BorderLayout.PAGE_END);
    }

    private void buildTable() {
        table.setName("remote.entries");
        table.getAccessibleContext().setAccessibleName(Bundle.ACCESS_Entries());
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 8);
        table.getTableHeader().setReorderingAllowed(false);
        table.getSelectionModel().addListSelectionListener(event -> showOpen());
        table.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(MouseEvent event) {
                        if (event.getClickCount() == 2 && table.rowAtPoint(event.getPoint()) >= 0) {
                            enter();
                        }
                    }
                });
        EntryTable.onKey(table, "ENTER", this::enter);
        EntryTable.onKey(table, "BACK_SPACE", this::goUp);
        scroll.getViewport().addChangeListener(event -> fetchAhead());
        words.setName("remote.words");
        words.putClientProperty("html.disable", true);
        JPanel alone = new JPanel(new BorderLayout());
        alone.add(words, BorderLayout.CENTER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        middle.setBorder(UIManager.getBorder("ScrollPane.border"));
        middle.add(scroll, TABLE);
        middle.add(alone, WORDS);
    }

    private JComponent bottom() {
        status.setName("remote.status");
        status.putClientProperty("html.disable", true);
        retry.setName("remote.retry");
        retry.addActionListener(event -> listing.retry());
        open.setName("remote.open");
        open.addActionListener(event -> openChosen());
        JPanel line = new JPanel(new BorderLayout(8, 0));
        line.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 0));
        JPanel said = new JPanel(new BorderLayout(8, 0));
        said.add(status, BorderLayout.CENTER);
        said.add(retry, BorderLayout.LINE_END);
        line.add(said, BorderLayout.CENTER);
        JPanel all = new JPanel(new BorderLayout(0, 8));
        all.add(line, BorderLayout.PAGE_START);
        all.add(choice.component(), BorderLayout.PAGE_END);
        return all;
    }

    JComponent component() {
        return component;
    }

    /** The open button, which the dialog shows beside its own. */
    JButton openButton() {
        return open;
    }

    /** Lists the profiles, and goes to the last place unless a profile must be unlocked. */
    void begin() {
        address.requestFocusInWindow();
        profile.fill(!memory.get(key("address"), "").isEmpty());
    }

    /** Another profile was chosen: goes to its place, or to the current one with other keys. */
    private void chosen() {
        if (!profile.place().isEmpty()) {
            SourceUrl at = listing.place();
            boolean inside = at != null && at.toString().startsWith(profile.place());
            if (!inside && !address.getText().startsWith(profile.place())) {
                address.setText(profile.place());
            }
        }
        if (!address.getText().isBlank()) {
            go();
        }
    }

    /** Browses the place of the typed address. */
    private void go() {
        String typed = address.getText().strip();
        if (typed.isEmpty()) {
            say(Bundle.MSG_Begin());
            return;
        }
        go(kind.address(typed));
    }

    private void go(String url) {
        boolean top = kind == PlaceKind.ARCHIVE && isTop(url);
        address.setText(url);
        table.clearSelection();
        Map<String, String> wanted = top ? query.wanted() : Map.of();
        listing.go(new PlaceListing.Question(profile.login(), url, wanted), page());
    }

    /** Studies are searched in the whole archive, whatever the current place. */
    private void search() {
        String typed = address.getText().strip();
        if (!typed.isEmpty()) {
            address.setText(kind.address(typed).replaceFirst("/studies(/.*)?$", "/studies"));
        }
        go();
    }

    private boolean isTop(String url) {
        return url.endsWith("/studies") || url.endsWith("/studies/");
    }

    private void goUp() {
        SourceUrl place = listing.place();
        if (place != null && !kind.isTop(place)) {
            go(kind.above(place).toString());
        }
    }

    private void enter() {
        int row = table.getSelectedRow();
        if (row >= 0 && table.getSelectedRowCount() == 1 && model.entry(row).isPlace()) {
            go(model.entry(row).url().toString());
        } else if (row >= 0) {
            openChosen();
        }
    }

    /** The number of rows on screen. */
    private int page() {
        int visible = scroll.getViewport().getHeight() / Math.max(1, table.getRowHeight());
        return Math.max(FEWEST, visible);
    }

    /** Loads one screen of rows ahead, and no more. */
    private void fetchAhead() {
        Rectangle seen = scroll.getViewport().getViewRect();
        int end = (seen.y + 2 * seen.height) / Math.max(1, table.getRowHeight());
        if (end >= model.getRowCount() && listing.problem().isEmpty() && listing.place() != null) {
            listing.more(page());
        }
    }

    /** Only reachable addresses are remembered: a refused one may contain a secret by mistake. */
    private void remember() {
        PlaceListing.@Nullable Question asked = listing.question();
        if (asked != null && listing.place() != null) {
            memory.put(key("address"), asked.address());
            memory.put(key("login"), asked.login());
        }
    }

    private void show() {
        remember();
        model.update(table, kind);
        boolean problem = !listing.problem().isEmpty();
        boolean empty = listing.entries().isEmpty();
        // a table hidden while rows are loading would lose the focus
        boolean rows = !empty || listing.isLoading() && scroll.isVisible();
        cards.show(middle, rows ? TABLE : WORDS);
        words.setText(empty ? emptyWords() : "");
        retry.setVisible(problem);
        status.setText(problem && empty ? "" : statusWords());
        SourceUrl place = listing.place();
        up.setEnabled(place != null && !kind.isTop(place));
        showOpen();
        if (!problem && !listing.isLoading() && !empty) {
            java.awt.EventQueue.invokeLater(this::fetchAhead);
        }
    }

    private String emptyWords() {
        if (!listing.problem().isEmpty()) {
            return listing.problem();
        }
        if (listing.isLoading()) {
            return Bundle.MSG_Loading();
        }
        SourceUrl place = listing.place();
        boolean searched = kind == PlaceKind.ARCHIVE && place != null && kind.isTop(place);
        return place == null
                ? Bundle.MSG_Begin()
                : searched ? Bundle.MSG_NoneFits() : Bundle.MSG_Nothing();
    }

    private String statusWords() {
        int rows = listing.entries().size();
        if (!listing.problem().isEmpty()) {
            return listing.problem();
        }
        if (listing.isLoading()) {
            return Bundle.MSG_Loading();
        }
        return rows == 0
                ? ""
                : listing.hasMore() ? Bundle.MSG_RowsMore(rows) : Bundle.MSG_Rows(rows);
    }

    private void say(String text) {
        status.setText(text);
    }

    /**
     * A whole archive, or all results of a patient search, cannot be opened without a selection.
     */
    private void showOpen() {
        int rows = table.getSelectedRowCount();
        SourceUrl place = listing.place();
        boolean whole =
                place != null
                        && !listing.entries().isEmpty()
                        && !(kind == PlaceKind.ARCHIVE && kind.isTop(place));
        open.setText(rows > 0 ? Bundle.BTN_OpenSome(rows) : Bundle.BTN_OpenAll());
        open.setEnabled(rows > 0 || whole);
    }

    private void openChosen() {
        request().ifPresent(onOpen);
    }

    /** The request; empty if nothing can be opened, which is reported. */
    Optional<OpenRequest> request() {
        PlaceListing.@Nullable Question asked = listing.question();
        SourceUrl place = listing.place();
        if (asked == null || place == null) {
            return Optional.empty();
        }
        List<String> inputs =
                Arrays.stream(table.getSelectedRows())
                        .mapToObj(model::entry)
                        .map(SourceEntry::url)
                        .map(SourceUrl::toString)
                        .toList();
        try {
            return Optional.of(
                    new OpenRequest(
                            inputs.isEmpty() ? List.of(place.toString()) : inputs,
                            asked.login(),
                            choice.selections()));
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
