package org.pixelanon.rulesview;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.workbench.session.ReviewSession;
import org.pixelanon.workbench.session.ReviewStore;
import org.pixelanon.workbench.session.Workers;

/** A real session over a temporary database on the event thread. */
final class Sitting implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long CACHE = 1 << 24;

    private final ExecutorService thread = new EventThread();
    private final ReviewSession session;

    Sitting(Path database) {
        session =
                new ReviewSession(
                        Workers.start(thread),
                        new ReviewStore(database, "tester"),
                        "tester",
                        CACHE,
                        () ->
                                new DecisionPolicy(
                                        SensitivityJudge.of(
                                                List.of("patterns"),
                                                Optional.empty(),
                                                Optional.empty()),
                                        DecisionPolicy.OnDoubt.REDACT));
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

    void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("does not come to hold: " + what);
            }
            Thread.sleep(10);
        }
    }

    void open(List<Path> files) throws Exception {
        on(() -> session.setFiles(files, 0, 0)).get(1, TimeUnit.MINUTES);
        await("first file", () -> session.open().isPresent());
    }

    @Override
    public void close() throws Exception {
        await("saved", () -> session.editor().isSaved());
        run(session::close);
    }
}
