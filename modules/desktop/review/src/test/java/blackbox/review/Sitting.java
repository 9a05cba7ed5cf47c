package blackbox.review;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.Progress;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.decide.FormSearch;
import org.pixelanon.review.PolicySource;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.ReviewStore;
import org.pixelanon.review.SilentProgress;
import org.pixelanon.review.TextSearch;
import org.pixelanon.review.Workers;
import org.pixelanon.review.group.GroupReview;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/** A real session with a temporary database; its thread is not the event thread unless stated. */
public final class Sitting implements AutoCloseable {

    /** A progress that is not shown. */
    public static final Progress SILENT = new SilentProgress();

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long CACHE = 1 << 25;
    private static final int POLL_MILLIS = 5;

    private final ExecutorService thread;
    private final ReviewSession session;
    private final TextSearch search;
    private final GroupReview groups;

    /**
     * A session with its own thread.
     *
     * @param database file or folder of the database
     */
    public Sitting(Path database) {
        this(database, Executors.newSingleThreadExecutor(), Sitting::policy);
    }

    /**
     * A session with a given thread.
     *
     * @param database file or folder of the database
     * @param thread where the session's state is touched; shut down at the end
     */
    public Sitting(Path database, ExecutorService thread) {
        this(database, thread, Sitting::policy);
    }

    /**
     * A session with lists and rules of its own.
     *
     * @param database file or folder of the database
     * @param policies decides about text
     */
    public Sitting(Path database, PolicySource policies) {
        this(database, Executors.newSingleThreadExecutor(), policies);
    }

    private Sitting(Path database, ExecutorService thread, PolicySource policies) {
        this.thread = thread;
        session =
                new ReviewSession(
                        Workers.start(thread),
                        new ReviewStore(database, "tester"),
                        "tester",
                        CACHE,
                        policies);
        search = new TextSearch(session, WhiteReader::new, policies, () -> FormSearch.NONE, "test");
        groups = new GroupReview(session, search::searchNow);
    }

    /**
     * The default policy.
     *
     * @return patterns only
     * @throws java.io.IOException never, as nothing is read
     */
    public static DecisionPolicy policy() throws java.io.IOException {
        return new DecisionPolicy(
                SensitivityJudge.of(List.of("patterns"), null, null),
                DecisionPolicy.OnDoubt.REDACT);
    }

    /**
     * The session.
     *
     * @return the same all the time
     */
    public ReviewSession session() {
        return session;
    }

    /**
     * The review of groups of its files, which finds white text.
     *
     * @return the same all the time
     */
    public GroupReview groups() {
        return groups;
    }

    /**
     * Does something on the session's thread.
     *
     * @param task what
     * @param <T> what comes of it
     * @return what came of it
     * @throws Exception what it threw, as a cause
     */
    public <T> T on(Callable<T> task) throws Exception {
        return thread.submit(task).get();
    }

    /**
     * Does something on the session's thread and waits for what comes of it later.
     *
     * @param task what
     * @param <T> what comes of it
     * @return what came of it
     * @throws Exception what it threw, as a cause
     */
    public <T> T get(Callable<CompletableFuture<T>> task) throws Exception {
        return on(task).get(1, TimeUnit.MINUTES);
    }

    /**
     * Does something on the session's thread.
     *
     * @param task what
     * @throws Exception what it threw, as a cause
     */
    public void run(Runnable task) throws Exception {
        thread.submit(task).get();
    }

    /**
     * Waits until something holds on the session's thread.
     *
     * @param holds what
     * @throws Exception what it threw, as a cause
     */
    public void await(Callable<Boolean> holds) throws Exception {
        await("what is waited for", holds);
    }

    /**
     * Waits until something holds on the session's thread.
     *
     * @param what description for failures
     * @param holds what
     * @throws Exception what it threw, as a cause
     */
    public void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold: " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /**
     * Opens files and waits until the first is on screen.
     *
     * @param files which
     * @throws Exception if it does not come on screen
     */
    public void open(List<Path> files) throws Exception {
        get(() -> session.setFiles(files, 0, 0));
        await("the first file on screen", () -> session.open().isPresent());
    }

    /**
     * Searches files for white text, in the background.
     *
     * @param files which
     * @param planes which of their planes
     * @throws Exception if the session ended
     */
    public void search(List<ReviewFile> files, Predicate<Plane> planes) throws Exception {
        run(
                () ->
                        search.search(
                                files,
                                planes,
                                SILENT,
                                problem -> {
                                    throw new AssertionError(problem);
                                }));
    }

    /**
     * Searches whole files for white text, in the background.
     *
     * @param files which
     * @param problems told on the session's thread why a file could not be searched
     * @throws Exception if the session ended
     */
    public void searchTelling(List<ReviewFile> files, Consumer<String> problems) throws Exception {
        run(() -> search.search(files, plane -> true, SILENT, problems));
    }

    /**
     * Waits until the database has every edit.
     *
     * @throws Exception if it never has
     */
    public void saved() throws Exception {
        await("everything saved", () -> session.editor().isSaved());
    }

    /**
     * The line of a file in the list.
     *
     * @param file a file of the list
     * @return as it is now
     * @throws Exception if it is not in the list
     */
    public ReviewFile line(Path file) throws Exception {
        String name = ReviewFile.of(file).name();
        return on(() -> session.files().get(session.files().indexOf(name).orElseThrow()));
    }

    /**
     * Adds a text to the file on screen, as recognition does.
     *
     * @param id the item's number
     * @param frame 0-based
     * @param text the words
     * @return the item, undecided
     * @throws Exception if no file is on screen
     */
    public ReviewItem addText(long id, int frame, String text) throws Exception {
        Region region = new Region(new FramePlane(frame), new PixelRectangle(8, 9, 40, 12));
        ReviewItem item =
                new ReviewItem(
                        id,
                        Layer.OCR,
                        region,
                        text,
                        0.9,
                        "unknown text",
                        true,
                        Verdict.UNDECIDED,
                        "",
                        "");
        String file = on(() -> session.open().orElseThrow().name());
        ReviewEdit edit = ReviewEdit.OfItem.added(file, item);
        run(() -> session.editor().perform("found", edit));
        return item;
    }

    @Override
    public void close() throws Exception {
        run(search::close);
        run(session::close);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
