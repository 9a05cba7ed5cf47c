package org.pixelanon.summary;

import java.awt.BorderLayout;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.TopComponent;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.Failures;
import org.pixelanon.review.SessionListener;
import org.pixelanon.review.StoreSnapshot;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.tables.ColumnFigures;
import org.pixelanon.tables.CsvTable;
import org.pixelanon.workbench.SessionView;

/** The view <em>Summary</em>. Figures are counted on workers while the view is visible. */
@TopComponent.Description(
        preferredID = "SummaryTopComponent",
        persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "output", openAtStartup = false, position = 100)
@ActionID(category = "Window", id = "org.pixelanon.summary.SummaryTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/Window", position = 160),
    @ActionReference(path = "Shortcuts", name = "S-S")
})
@TopComponent.OpenActionRegistration(
        displayName = "#CTL_Summary",
        preferredID = "SummaryTopComponent")
@Messages({
    "CTL_Summary=&Summary",
    "TITLE_Summary=Summary",
    "HINT_Summary=Charts of this review, its database and CSV files",
    "TITLE_OpenCsv=Open CSV file with header line",
    "CTL_Open=Open",
    "MSG_Counting=Counting…",
    "# {0} - how far",
    "MSG_CountingPercent=Counting… {0} %",
    "# {0} - why",
    "MSG_NotCounted=Cannot count: {0}",
    "EMPTY_Column=This column is empty."
})
public final class SummaryTopComponent extends SessionView
        implements SessionListener, SummaryPanel.Questions {

    private static final long REDRAW_NANOS = TimeUnit.SECONDS.toNanos(2);

    private transient @Nullable CsvTable csv;

    /** Counts requests, so that a late answer to an earlier one is dropped. */
    private transient volatile int asked;

    private transient boolean stale = true;

    /** When a figure was last drawn while headers are read, in nanoseconds. */
    private transient long drawn = System.nanoTime();

    private final SummaryPanel panel = new SummaryPanel(this);

    /** Creates the view; it shows nothing until it is opened. */
    public SummaryTopComponent() {
        super(Bundle.TITLE_Summary(), Bundle.HINT_Summary());
        add(panel, BorderLayout.CENTER);
    }

    @Override
    protected void componentOpened() {
        session().addListener(this);
        stale = true;
    }

    @Override
    protected void componentClosed() {
        session().removeListener(this);
        asked++; // the running count is no longer needed
    }

    @Override
    protected void componentShowing() {
        if (stale) {
            refresh();
        }
    }

    @Override
    protected void componentActivated() {
        panel.focus();
    }

    @Override
    public void changed(Set<Aspect> what) {
        // not redrawn at every key: the figures are counted when the view is shown
        stale |= what.contains(Aspect.HISTORY) || what.contains(Aspect.FILES);
    }

    @Override
    public void refresh() {
        if (!isOpened()) {
            return;
        }
        asked++;
        if (panel.isReview()) {
            countReview(asked, panel.chart());
            if (panel.chart().isOfFiles()) {
                survey();
            }
        } else {
            countColumn(asked, panel.column());
        }
    }

    /** Headers are read as long as a chart of them is shown. */
    private void survey() {
        session().database().survey(this::isOfFiles, this::surveyed);
    }

    private boolean isOfFiles() {
        return isShowing() && panel.isReview() && panel.chart().isOfFiles();
    }

    /** The whole database is counted each time, so this is not done after every few files. */
    private void surveyed(int left) {
        long now = System.nanoTime();
        if (isOfFiles() && (left == 0 || now - drawn > REDRAW_NANOS)) {
            drawn = now;
            asked++;
            countReview(asked, panel.chart());
        }
    }

    private void countReview(int question, Chart chart) {
        stale = false;
        Predicate<String> wanted = wanted();
        session()
                .database()
                .snapshot()
                .thenApplyAsync(all -> figure(chart, all, wanted), session().workers().files())
                .whenCompleteAsync(
                        (figure, problem) -> {
                            if (question == asked && problem != null) {
                                panel.say(Bundle.MSG_NotCounted(Failures.why(problem)));
                            } else if (question == asked) {
                                panel.show(figure, chart.ifEmpty());
                            }
                        },
                        session().workers().ui());
    }

    private static BarFigure figure(Chart chart, StoreSnapshot all, Predicate<String> wanted) {
        return chart.of(new ReviewFigures(all, wanted));
    }

    private Predicate<String> wanted() {
        if (!panel.isSessionOnly()) {
            return name -> true;
        }
        Set<String> names = new HashSet<>();
        for (ReviewFile file : session().files().all()) {
            names.add(file.name());
        }
        return names::contains;
    }

    @Override
    public void openCsv() {
        File chosen =
                new FileChooserBuilder(SummaryTopComponent.class)
                        .setTitle(Bundle.TITLE_OpenCsv())
                        .setApproveText(Bundle.CTL_Open())
                        .setFilesOnly(true)
                        .showOpenDialog();
        if (chosen != null) {
            openCsv(chosen.toPath());
        }
    }

    private void openCsv(Path file) {
        int question = ++asked;
        ask(
                question,
                () -> CsvTable.open(file, StandardCharsets.UTF_8),
                table -> {
                    csv = table;
                    panel.offerColumns(
                            String.valueOf(file.getFileName()), ColumnFigures.names(table));
                });
    }

    private void countColumn(int question, String column) {
        CsvTable table = csv;
        if (table == null) {
            return;
        }
        panel.say(Bundle.MSG_Counting());
        Executor ui = session().workers().ui();
        CountProgress counting =
                new CountProgress(
                        () -> question != asked,
                        percent -> ui.execute(() -> counting(question, percent)));
        ask(
                question,
                () ->
                        CsvFigures.of(
                                table.file(),
                                ColumnFigures.of(table, column, CsvFigures.MOST_VALUES, counting)),
                figure -> panel.show(figure, Bundle.EMPTY_Column()));
    }

    private void counting(int question, int percent) {
        if (question == asked) {
            panel.say(Bundle.MSG_CountingPercent(percent));
        }
    }

    /** Reads on a worker; outdated answers are dropped. */
    private <T> void ask(int question, Workers.Work<T> reading, Consumer<T> answer) {
        session()
                .workers()
                .answer(session().workers().files(), reading)
                .whenComplete(
                        (found, problem) -> {
                            if (question == asked && problem != null) {
                                panel.say(Bundle.MSG_NotCounted(Failures.why(problem)));
                            } else if (question == asked) {
                                answer.accept(found);
                            }
                        });
    }
}
