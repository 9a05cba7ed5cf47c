package blackbox.workbench;

import blackbox.review.LedgerReview;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openide.LifecycleManager;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.workbench.Workbench;

/**
 * Does a number of random actions on a folder of files while another instance does the same on the
 * same database, and compares the database with a book of its own rows. Brought in by {@link
 * blackbox.workbench.Visitor} with the arguments {@code FOLDER ACTIONS PARTY}, where the parties of
 * the two are 0 and 1; ends the application with 1 if a row is lost or there twice.
 */
public final class SharedSoakBenchmark {

    private static final int AT_ONCE = 4;

    private final ReviewSession session = Workbench.find().session();

    private SharedSoakBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments folder for files, number of actions, 0 or 1
     * @throws Exception if it cannot be run
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        boolean kept =
                new SharedSoakBenchmark()
                        .run(
                                folder,
                                Integer.parseInt(arguments[1]),
                                Integer.parseInt(arguments[2]));
        LifecycleManager.getDefault().exit(kept ? 0 : 1);
    }

    private boolean run(Path folder, int actions, int party) throws Exception {
        List<Path> files = LongListBenchmark.files(folder);
        Workbench.find().opening().open(List.of(folder.toString()), 0);
        PaintedEvents.await(() -> session.files().size() == files.size() && isSettled());
        StallWatch stalls = new StallWatch();
        LedgerReview review = new LedgerReview(session, party);
        stalls.longest();
        long start = System.nanoTime();
        for (int left = actions; left > 0; ) {
            PaintedEvents.await(() -> session.open().isPresent());
            int most = left;
            left -=
                    PaintedEvents.on(
                            () -> {
                                int done = 0;
                                while (done < Math.min(AT_ONCE, most)
                                        && session.open().isPresent()) {
                                    review.act();
                                    done++;
                                }
                                return done;
                            });
        }
        PaintedEvents.await(this::isSettled);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, List<String>> ledger = PaintedEvents.on(review::ledger);
        Path database = session.database().path();
        boolean kept = LedgerReview.held(database, party).equals(ledger);
        PaintedEvents.OUT.printf(
                "instance %d: %d actions in %.0f s, %s; %d rows %s%n",
                party,
                actions,
                seconds,
                stalls.longest(),
                ledger.values().stream().mapToInt(List::size).sum(),
                kept ? "as in the book" : "NOT AS IN THE BOOK");
        return kept;
    }

    private boolean isSettled() {
        return session.open().isPresent() && session.editor().isSaved();
    }
}
