package org.pixelanon.rulesview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.Plane;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.FileList;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.RuleReview;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.rules.Rule;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.workbench.LongTask;

/**
 * A rules file, the effect of its rules on the open files, and new rules from rectangles. Files are
 * read and written on workers; one trial runs at a time, and starting another stops it.
 */
@Messages({
    "MSG_NothingOpen=Open files to test rules on them.",
    "MSG_NoRules=Open a rules file, or make a rule from the rectangles of the file on screen.",
    "MSG_TryingRules=Testing the rules\u2026",
    "MSG_TryStopped=Stopped; \u201cTest again\u201d continues.",
    "# {0} - file and why",
    "MSG_RulesProblem=Failed: {0}",
    "MSG_NoRectangles=The file on screen has no blanked rectangles: draw or accept some first.",
    "# {0} - label",
    "MSG_RuleAdded=Rule \u201c{0}\u201d added, not saved yet.",
    "# {0} - file",
    "MSG_RulesSaved=Saved in {0}"
})
final class RulesPanel extends JPanel implements SessionListener, FileList.Listener {

    private static final int PAUSE_MS = 400;

    private final transient ReviewSession session;
    private final transient RuleReview review;
    private final transient RuleChooser chooser;
    private final transient RuleTableModel ruleModel = new RuleTableModel();
    private final transient RuleIssueTableModel labModel = new RuleIssueTableModel();
    private final transient NewRule newRule;
    private final transient LongTask task;
    private final transient LongTask previews;
    private final RulesLayout view;
    private final Timer retry;
    private transient RuleDocument document = RuleDocument.empty(RuleLanguage.DEID);
    private transient RuleReview.@Nullable Tried tried;
    private transient @Nullable RuleIssue mistake;
    private transient @Nullable RuleIssue wanted;

    RulesPanel(ReviewSession session, RuleChooser chooser) {
        this.session = session;
        this.chooser = chooser;
        review = new RuleReview(session);
        view = new RulesLayout(this, ruleModel, labModel, this::begin);
        task = new LongTask(view.progress, view.cancel, session.workers().ui());
        previews = new LongTask(view.progress, view.cancel, session.workers().ui());
        newRule =
                new NewRule(
                        session, review, previews, this::document, this::notMade, this::openFile);
        PreviewPanel preview = newRule.preview();
        view.setPreview(preview);
        retry = new Timer(PAUSE_MS, event -> tryCurrent());
        retry.setRepeats(false);
        view.open.addActionListener(event -> open());
        view.save.addActionListener(event -> save());
        view.saveAs.addActionListener(event -> chooser.toSave().ifPresent(this::saveTo));
        view.remove.addActionListener(event -> remove());
        view.again.addActionListener(event -> tryAll());
        view.draft.addActionListener(event -> draft());
        view.cancel.addActionListener(event -> stop());
        preview.add.addActionListener(event -> add());
        preview.discard.addActionListener(event -> discard());
        view.rules.getSelectionModel().addListSelectionListener(event -> buttons());
        RulesLayout.onOpen(view.lab, this::goToSelected);
        refresh();
    }

    JComponent table() {
        return view.rules;
    }

    /** Starts following the session. */
    void begin() {
        session.addListener(this);
        session.files().addListener(this);
        tryAll();
    }

    /** Stops following the session. */
    void end() {
        session.removeListener(this);
        session.files().removeListener(this);
        retry.stop();
        stop();
    }

    private void stop() {
        task.stop();
        previews.stop();
    }

    /** Reads a rules file on a worker; one that cannot be read changes nothing. */
    void read(Path path) {
        change(() -> RuleDocument.read(path), done -> {});
    }

    private RuleDocument document() {
        return document;
    }

    private void begin(RuleLanguage language) {
        if (!document.changed() || chooser.giveUp()) {
            set(RuleDocument.empty(language));
        }
    }

    private void open() {
        if (!document.changed() || chooser.giveUp()) {
            chooser.toOpen().ifPresent(this::read);
        }
    }

    private void save() {
        Optional.ofNullable(document.path()).or(chooser::toSave).ifPresent(this::saveTo);
    }

    private void saveTo(Path path) {
        RuleDocument now = document;
        change(
                () -> now.save(path),
                done -> {
                    view.status.setText(Bundle.MSG_RulesSaved(path));
                    session.refreshKept(); // suggestions of the rules may have changed
                });
    }

    private void remove() {
        int row = view.rules.getSelectedRow();
        if (row >= 0) {
            RuleDocument now = document;
            change(() -> now.without(row), done -> {});
        }
    }

    /** Reads or writes files, and shows the resulting document. */
    private void change(Workers.Work<RuleDocument> work, Consumer<RuleDocument> then) {
        session.workers()
                .answer(session.workers().files(), work)
                .whenComplete(
                        (done, problem) -> {
                            if (problem != null) {
                                refused(problem);
                            } else {
                                set(done);
                                then.accept(done);
                            }
                        });
    }

    private void set(RuleDocument other) {
        boolean same = other.parsed().equals(document.parsed());
        document = other;
        mistake = null;
        if (!same) {
            tried = null;
            ruleModel.setDocument(other);
            tryAll();
        }
        refresh();
    }

    /**
     * A mistake in a file is shown at the top of the list with its line; the rules shown are kept.
     */
    private void refused(Throwable problem) {
        Failure failure = Failure.of(problem);
        if (failure.stopped()) {
            view.status.setText(Bundle.MSG_TryStopped());
        } else {
            mistake = RuleIssue.ofRules(failure.line(), failure.why(), true);
            view.status.setText(Bundle.MSG_RulesProblem(failure.why()));
            refresh();
        }
    }

    /** Discards a draft whose files were not all searched. */
    private void notMade(Throwable problem) {
        discard();
        refused(problem);
    }

    private void tryAll() {
        task.stop();
        if (session.files().size() == 0 || document.rules().isEmpty()) {
            tried = null;
            refresh();
            return;
        }
        view.status.setText(Bundle.MSG_TryingRules());
        RuleDocument of = document;
        task.follow(
                progress -> review.tryAll(of.parsed(), progress),
                done -> {
                    if (of.parsed().equals(document.parsed())) {
                        tried = done;
                        view.status.setText(" ");
                        refresh();
                    }
                },
                this::refused);
    }

    /** Rectangles of the file on screen changed: only that file is tried again. */
    private void tryCurrent() {
        RuleDocument of = document;
        RuleReview.Tried before = tried;
        int current = session.current();
        if (before != null && current >= 0 && !task.isRunning()) {
            review.again(of.parsed(), before, session.files().get(current))
                    .whenComplete(
                            (done, problem) -> {
                                boolean same = tried == before;
                                if (problem != null) {
                                    refused(problem);
                                } else if (same && of == document) {
                                    tried = done;
                                    refresh();
                                }
                            });
        }
    }

    private void draft() {
        Optional<OpenFile> file = session.open().filter(f -> f.failure().isEmpty());
        List<ReviewItem> blanked =
                file.map(f -> f.items().stream().filter(ReviewItem::isRedacted).toList())
                        .orElse(List.of());
        if (file.isEmpty() || blanked.isEmpty()) {
            view.status.setText(Bundle.MSG_NoRectangles());
        } else {
            view.status.setText(" ");
            newRule.begin(file.get(), blanked, () -> view.showPreview(true));
        }
    }

    private void add() {
        RuleDocument now = document;
        Optional<Rule> rule = newRule.rule();
        String called = newRule.label();
        if (rule.isPresent()) {
            change(
                    () -> now.with(rule.get()),
                    done -> {
                        discard();
                        selectRule(done.indexOf(called));
                        view.status.setText(Bundle.MSG_RuleAdded(called));
                    });
        }
    }

    private void selectRule(int row) {
        if (row >= 0) {
            view.rules.setRowSelectionInterval(row, row);
            view.rules.scrollRectToVisible(view.rules.getCellRect(row, 0, true));
        }
    }

    private void discard() {
        previews.stop();
        newRule.discard();
        view.showPreview(false);
        if (tried == null && !task.isRunning()) {
            tryAll();
        }
    }

    private void goToSelected() {
        int row = view.lab.getSelectedRow();
        if (row < 0) {
            return;
        }
        RuleIssue line = labModel.line(row);
        int rule = line.file().isEmpty() ? ruleModel.rowOfLine(line.line()) : -1;
        selectRule(rule);
        if (!line.file().isEmpty()) {
            wanted = line;
            openFile(line.file());
            showWanted();
        }
    }

    private void openFile(String name) {
        OptionalInt index = session.files().indexOf(name);
        if (index.isPresent() && index.getAsInt() != session.current()) {
            session.show(index.getAsInt());
        }
    }

    /** The plane of the line that was clicked, as soon as its file is there. */
    private void showWanted() {
        Optional<OpenFile> file = session.open();
        RuleIssue line = wanted;
        if (line != null && file.isPresent() && file.get().name().equals(line.file())) {
            Plane plane = line.plane();
            wanted = null;
            for (int i = 0; i < file.get().planes().size(); i++) {
                Plane at = file.get().planes().get(i).plane();
                if (at.equals(plane)) {
                    session.screen().showPlane(i);
                    return;
                }
            }
        }
    }

    @Override
    public void changed(Set<Aspect> what) {
        if (what.contains(Aspect.FILE)) {
            showWanted();
        } else if (what.contains(Aspect.ITEMS)) {
            retry.restart();
        }
        buttons();
    }

    @Override
    public void changed(int index, ReviewFile before) {
        // changes of lines do not affect rules
    }

    /** Tries the rules on a new list of files. */
    @Override
    public void replaced() {
        previews.stop();
        newRule.discard();
        view.showPreview(false);
        tryAll();
    }

    private void refresh() {
        view.document.setText(document.title());
        view.document.setToolTipText(document.path() == null ? null : document.path().toString());
        ruleModel.setHits(tried);
        List<RuleIssue> lines = new ArrayList<>();
        if (mistake != null) {
            lines.add(mistake);
        }
        lines.addAll(RuleIssue.of(document.problems(), tried));
        labModel.setLines(lines);
        view.summary.setText(summary());
        buttons();
    }

    private String summary() {
        if (document.rules().isEmpty()) {
            return Bundle.MSG_NoRules();
        }
        if (tried == null) {
            return session.files().size() == 0 ? Bundle.MSG_NothingOpen() : " ";
        }
        return RuleIssue.summary(tried);
    }

    private void buttons() {
        boolean any = !document.rules().isEmpty();
        view.save.setEnabled(any && (document.changed() || document.path() == null));
        view.saveAs.setEnabled(any);
        view.remove.setEnabled(view.rules.getSelectedRow() >= 0);
        view.again.setEnabled(any && session.files().size() > 0);
        view.draft.setEnabled(session.open().filter(f -> f.failure().isEmpty()).isPresent());
    }
}
