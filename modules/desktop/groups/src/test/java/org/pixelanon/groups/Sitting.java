package org.pixelanon.groups;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.pixelanon.model.Progress;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.workbench.session.GroupReview;
import org.pixelanon.workbench.session.PolicySource;
import org.pixelanon.workbench.session.ReviewFile;
import org.pixelanon.workbench.session.ReviewSession;
import org.pixelanon.workbench.session.ReviewStore;
import org.pixelanon.workbench.session.TextSearch;
import org.pixelanon.workbench.session.Workers;

/** A real session over a temporary database, whose thread is not the event thread. */
final class Sitting implements AutoCloseable {

    /** Where nobody wants to know how far it is. */
    static final Progress SILENT =
            new Progress() {
                @Override
                public void begin(String task, long total) {}

                @Override
                public void step(String item) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }

                @Override
                public void end() {}
            };

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long CACHE = 1 << 24;
    private static final PolicySource POLICY =
            () ->
                    new DecisionPolicy(
                            SensitivityJudge.of(
                                    List.of("patterns"), Optional.empty(), Optional.empty()),
                            DecisionPolicy.OnDoubt.REDACT);

    private final ExecutorService thread;
    private final ReviewSession session;
    private final TextSearch search;
    private final GroupReview review;

    Sitting(Path database) {
        this(database, Executors.newSingleThreadExecutor());
    }

    /** A session whose thread the caller chose. */
    Sitting(Path database, ExecutorService thread) {
        this.thread = thread;
        session =
                new ReviewSession(
                        Workers.start(thread),
                        new ReviewStore(database, "tester"),
                        "tester",
                        CACHE,
                        POLICY);
        search = new TextSearch(session, WhiteReader::new, POLICY, "test");
        review = new GroupReview(session, search::searchNow);
    }

    ReviewSession session() {
        return session;
    }

    GroupReview review() {
        return review;
    }

    /** Does something on the session's thread. */
    <T> T on(Callable<T> task) throws Exception {
        return thread.submit(task).get();
    }

    /** Does something on the session's thread and waits for what comes of it. */
    <T> T get(Callable<CompletableFuture<T>> task) throws Exception {
        return on(task).get(1, TimeUnit.MINUTES);
    }

    /** Waits until something holds on the session's thread. */
    void await(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold");
            }
            Thread.sleep(10);
        }
    }

    void saved() throws Exception {
        await(() -> session.editor().isSaved());
    }

    /** Opens files and waits until the first is on screen. */
    void open(List<Path> files) throws Exception {
        get(() -> session.setFiles(files, 0, 0));
        await(() -> session.open().isPresent());
    }

    ReviewFile line(Path file) throws Exception {
        String name = ReviewFile.of(file).name();
        return on(() -> session.files().get(session.files().indexOf(name).orElseThrow()));
    }

    @Override
    public void close() throws Exception {
        thread.submit(search::close).get();
        thread.submit(session::close).get();
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
