package blackbox.workbench;

import blackbox.review.RandomReview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openide.LifecycleManager;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;
import org.pixelanon.workbench.Workbench;

/**
 * Does a number of random actions on a folder of files in the running application, compares
 * database and session, undoes everything and redoes everything. Brought in by {@link
 * blackbox.workbench.Visitor} with the arguments {@code FOLDER ACTIONS}; ends the application with
 * 1 if a row is lost.
 */
public final class SoakBenchmark {

    private static final int AT_ONCE = 10;

    private final ReviewSession session = Workbench.find().session();
    private final Path database = Workbench.find().settings().database();

    private SoakBenchmark() {}

    /**
     * Runs the soak.
     *
     * @param arguments folder for files, number of actions
     * @throws Exception if it cannot be run
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean kept = new SoakBenchmark().run(folder, Integer.parseInt(arguments[1]));
        LifecycleManager.getDefault().exit(kept ? 0 : 1);
    }

    private boolean run(Path folder, int actions) throws Exception {
        List<Path> files = LongListBenchmark.files(folder);
        Workbench.find().opening().open(List.of(folder.toString()), 0);
        PaintedEvents.await(() -> session.files().size() == files.size() && isSettled());
        StallWatch stalls = new StallWatch();
        double opened = PaintedEvents.heap();
        List<String> start = rows();
        RandomReview review = new RandomReview(session, 1);
        stalls.longest();
        double seconds =
                repeat(
                        actions,
                        () -> {
                            review.act();
                            return true;
                        });
        Map<String, List<String>> lines = PaintedEvents.on(() -> review.believed(files));
        boolean believed = RandomReview.held(database, lines.keySet()).equals(lines);
        double soaked = PaintedEvents.heap();
        PaintedEvents.OUT.printf(
                "%d actions in %.0f s, %s; heap %.1f MB after opening %d files, %.1f MB after the soak;"
                        + " rows %s%n",
                actions,
                seconds,
                stalls.longest(),
                opened,
                files.size(),
                soaked,
                believed ? "as the session believes" : "LOST");
        return undone(start) && believed;
    }

    private boolean undone(List<String> start) throws Exception {
        repeat(Integer.MAX_VALUE, this::redo);
        List<String> end = rows();
        int[] undone = {0};
        double seconds =
                repeat(
                        Integer.MAX_VALUE,
                        () -> {
                            boolean more = session.editor().nextUndo().isPresent();
                            session.editor().undo();
                            undone[0] += more ? 1 : 0;
                            return more;
                        });
        boolean asAtFirst = rows().equals(start);
        seconds += repeat(Integer.MAX_VALUE, this::redo);
        boolean asAtLast = rows().equals(end);
        PaintedEvents.OUT.printf(
                "%d edits undone, rows %s; redone, %d rows and marks %s; both in %.0f s; heap %.1f MB%n",
                undone[0],
                asAtFirst ? "as at first" : "NOT AS AT FIRST",
                end.size(),
                asAtLast ? "as at last" : "NOT AS AT LAST",
                seconds,
                PaintedEvents.heap());
        return asAtFirst && asAtLast;
    }

    private boolean redo() {
        boolean more = session.editor().nextRedo().isPresent();
        session.editor().redo();
        return more;
    }

    /** Acts until done or nothing is left; returns the seconds until everything is written. */
    private double repeat(int times, Callable<Boolean> act) throws Exception {
        long start = System.nanoTime();
        int[] left = {times};
        while (left[0] > 0) {
            PaintedEvents.await(() -> session.open().isPresent());
            PaintedEvents.on(
                    () -> {
                        // painted once for several, else painting is most of what is measured
                        for (int i = 0; i < AT_ONCE && session.open().isPresent(); i++) {
                            left[0] = left[0] > 0 && act.call() ? left[0] - 1 : 0;
                        }
                        return left[0];
                    });
        }
        PaintedEvents.await(this::isSettled);
        return (System.nanoTime() - start) / 1e9;
    }

    private boolean isSettled() {
        return session.open().isPresent() && session.editor().isSaved();
    }

    /** All rows and marks of the database. */
    private List<String> rows() throws IOException {
        List<String> lines = new ArrayList<>();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            for (StoredRow row : store.rows()) {
                lines.add(
                        String.join(
                                " ",
                                row.filename(),
                                row.region().box().toString(),
                                String.valueOf(row.region().sensitive()),
                                row.region().text()));
            }
            for (FileSummary file : store.files()) {
                file.mark()
                        .ifPresent(
                                mark ->
                                        lines.add(
                                                file.filename()
                                                        + " "
                                                        + mark.tagged()
                                                        + " "
                                                        + mark.comment()));
            }
        }
        lines.sort(null);
        return lines;
    }
}
