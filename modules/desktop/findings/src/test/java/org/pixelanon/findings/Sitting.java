package org.pixelanon.findings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.workbench.session.Edit;
import org.pixelanon.workbench.session.Layer;
import org.pixelanon.workbench.session.ReviewItem;
import org.pixelanon.workbench.session.ReviewSession;
import org.pixelanon.workbench.session.ReviewStore;
import org.pixelanon.workbench.session.Standing;
import org.pixelanon.workbench.session.Workers;

/** A real session over a temporary database, whose thread is not the event thread. */
final class Sitting implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long CACHE = 1 << 24;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
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

    /** Does something on the session's thread. */
    <T> T on(Callable<T> task) throws Exception {
        return thread.submit(task).get();
    }

    /** Does something on the session's thread. */
    void run(Runnable task) throws Exception {
        thread.submit(task).get();
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

    /** Opens files and waits until the first is on screen. */
    void open(List<Path> files) throws Exception {
        on(() -> session.setFiles(files, 0, 0)).get();
        await(() -> session.open().isPresent());
    }

    /** Adds a text to the file on screen, as recognition does. */
    ReviewItem addText(long id, int frame, String text) throws Exception {
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
                        Standing.UNDECIDED,
                        "",
                        "");
        String file = on(() -> session.open().orElseThrow().name());
        Edit edit = new Edit.OfItem(file, Optional.empty(), Optional.of(item));
        run(() -> session.editor().perform("found", edit));
        return item;
    }

    @Override
    public void close() throws Exception {
        run(session::close);
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
