package org.pixelanon.workbench.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;

/** A real session over a temporary database; its thread is not the event thread. */
final class DrawnSitting implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long CACHE = 1 << 25;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ReviewSession session;

    DrawnSitting(Path database) {
        this(database, DrawnSitting::policy);
    }

    /** A session with lists and rules of its own. */
    DrawnSitting(Path database, PolicySource policies) {
        session =
                new ReviewSession(
                        Workers.start(thread),
                        new ReviewStore(database, "tester"),
                        "tester",
                        CACHE,
                        policies);
    }

    static DecisionPolicy policy() throws java.io.IOException {
        return new DecisionPolicy(
                SensitivityJudge.of(List.of("patterns"), Optional.empty(), Optional.empty()),
                DecisionPolicy.OnDoubt.REDACT);
    }

    ReviewSession session() {
        return session;
    }

    <T> T on(Callable<T> task) throws Exception {
        return thread.submit(task).get();
    }

    void run(Runnable task) throws Exception {
        thread.submit(task).get();
    }

    void await(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold");
            }
            Thread.sleep(5);
        }
    }

    void open(List<Path> files) throws Exception {
        on(() -> session.setFiles(files, 0, 0)).get();
        await(() -> session.open().isPresent());
    }

    void saved() throws Exception {
        await(() -> session.editor().isSaved());
    }

    @Override
    public void close() throws Exception {
        run(session::close);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
