package org.pixelanon.texts;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.AllowListCheck;
import org.pixelanon.pii.PiiException;
import org.pixelanon.review.Failures;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.find.FoundText;
import org.pixelanon.review.find.TextFinder;
import org.pixelanon.review.item.ReviewItem;

/**
 * An expression for the allow-list, tested while typing: which texts of the listed files it would
 * keep, and which names.
 */
@Messages({
    "LBL_Pattern=&Pattern (Python regular expression):",
    "BTN_KeepThese=&Keep these texts now",
    "LBL_Trying=Trying\u2026",
    "# {0} - texts",
    "# {1} - files",
    "# {2} - texts that wait",
    "LBL_Kept=Matches {0} texts in {1} files, {2} of them to decide",
    "LBL_NoNames=Matches no name of the list of names",
    "# {0} - what is wrong",
    "LBL_Broken=Not usable: {0}",
    "A11Y_Pattern=Pattern",
    "A11Y_Examples=Texts the pattern matches"
})
final class PatternPanel extends JPanel {

    private static final int PAUSE_MILLIS = 250;
    private static final int COLUMNS = 48;
    private static final int ROWS = 8;
    private static final int EXAMPLES = 200;

    private final transient ReviewSession session;
    private final transient TextFinder finder;
    private final transient Consumer<Boolean> usable;
    private final JTextField pattern = new JTextField(COLUMNS);
    private final JLabel kept = new JLabel(Bundle.LBL_Trying());
    private final JLabel names = new JLabel(" ");
    private final JTextArea examples = new JTextArea(ROWS, COLUMNS);
    private final JCheckBox now = new JCheckBox();
    private final Timer pause = new Timer(PAUSE_MILLIS, event -> look());
    private transient List<FoundText> matched = List.of();

    /** A valid expression, and the names it would keep. */
    private record Checked(AllowList list, String names) {}

    /** The result of testing an expression; the problem is empty if it is valid. */
    private record Trial(String problem, String names, List<FoundText> texts) {}

    /**
     * Creates a panel that tests its first expression at once.
     *
     * @param session the session with the texts
     * @param first the initial expression
     * @param usable receives whether the expression can be added to the list
     */
    PatternPanel(ReviewSession session, String first, Consumer<Boolean> usable) {
        super(new BorderLayout(0, 8));
        this.session = session;
        this.finder = new TextFinder(session);
        this.usable = usable;
        setBorder(BorderFactory.createEmptyBorder(12, 12, 4, 12));
        pause.setRepeats(false);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Pattern());
        label.setLabelFor(pattern);
        pattern.setName("pattern-field");
        pattern.setFont(new Font(Font.MONOSPACED, Font.PLAIN, pattern.getFont().getSize()));
        pattern.setText(first);
        pattern.getAccessibleContext().setAccessibleName(Bundle.A11Y_Pattern());
        pattern.getDocument().addDocumentListener(new Typed());
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(label, BorderLayout.NORTH);
        top.add(pattern, BorderLayout.CENTER);
        JPanel found = new JPanel(new BorderLayout(0, 4));
        kept.setName("pattern-kept");
        names.setName("pattern-names");
        found.add(kept, BorderLayout.NORTH);
        found.add(names, BorderLayout.SOUTH);
        top.add(found, BorderLayout.SOUTH);
        add(top, BorderLayout.NORTH);
        examples.setEditable(false);
        examples.setName("pattern-examples");
        examples.getAccessibleContext().setAccessibleName(Bundle.A11Y_Examples());
        add(new JScrollPane(examples), BorderLayout.CENTER);
        Mnemonics.setLocalizedText(now, Bundle.BTN_KeepThese());
        now.setName("pattern-now");
        add(now, BorderLayout.SOUTH);
        look();
    }

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

    /** The current expression. */
    String expression() {
        return pattern.getText().strip();
    }

    /** Whether the expression matches a text of the list of files. */
    boolean matches(ReviewItem item) {
        return matched.stream().anyMatch(found -> found.item().id() == item.id());
    }

    /** The texts to keep now; none unless requested. */
    List<FoundText> toKeep() {
        return now.isSelected() ? matched : List.of();
    }

    private void look() {
        String line = expression();
        usable.accept(false);
        kept.setText(Bundle.LBL_Trying());
        session.workers()
                .answer(session.workers().files(), () -> checked(line))
                .thenCompose(this::tried)
                .whenCompleteAsync(
                        (trial, problem) -> {
                            if (line.equals(expression())) {
                                show(
                                        problem == null
                                                ? trial
                                                : new Trial(Failures.why(problem), "", List.of()));
                            }
                        },
                        session.workers().ui());
    }

    private static Checked checked(String line) throws PiiException {
        String names =
                AllowListCheck.names(List.of(line)).stream()
                        .map(AllowListCheck.Remark::what)
                        .collect(Collectors.joining("; "));
        return new Checked(AllowList.of(List.of(line)), names);
    }

    private CompletableFuture<Trial> tried(Checked checked) {
        return finder.matching(
                        text -> checked.list().judge(text, Identity.NONE).isPresent(),
                        TextFinder.MOST)
                .thenApply(found -> new Trial("", checked.names(), found));
    }

    private void show(Trial trial) {
        matched = trial.texts();
        long files = matched.stream().map(FoundText::file).distinct().count();
        long waiting = matched.stream().filter(f -> OpenFile.waits(f.item())).count();
        boolean good = trial.problem().isEmpty() && !expression().isEmpty();
        kept.setText(
                trial.problem().isEmpty()
                        ? Bundle.LBL_Kept(matched.size(), files, waiting)
                        : Bundle.LBL_Broken(trial.problem()));
        names.setText(!good ? " " : trial.names().isEmpty() ? Bundle.LBL_NoNames() : trial.names());
        examples.setText(
                matched.stream()
                        .map(f -> f.item().text())
                        .distinct()
                        .limit(EXAMPLES)
                        .collect(Collectors.joining("\n")));
        examples.setCaretPosition(0);
        now.setEnabled(!matched.isEmpty());
        usable.accept(good);
    }
}
