package org.pixelanon.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Plane;
import org.pixelanon.model.Region;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.pipeline.group.GroupCheck;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.StoreException;

/**
 * Records the planes that this user had on screen, each as large as the view, and the open
 * questions of the file on screen. A projection does not count as showing its frames. Stored in the
 * database, so that a file can be reviewed in several sittings. Used on the session's thread.
 */
public final class ViewedPlanes {

    private static final int DELAY_SECONDS = 2;

    private final SessionState state;
    private final Workers workers;
    private final ReviewStore store;
    private final Consumer<Throwable> problems;
    private final Map<String, SeenPlanes> unsaved = new HashMap<>();
    private boolean waiting;

    /**
     * @param problems receives, on any thread, why the database cannot be written
     */
    ViewedPlanes(
            SessionState state, Workers workers, ReviewStore store, Consumer<Throwable> problems) {
        this.problems = problems;
        this.state = state;
        this.workers = workers;
        this.store = store;
    }

    /**
     * Records a plane that is on screen.
     *
     * @param file the file
     * @param plane the plane
     * @param window its window
     */
    public void shown(OpenFile file, Plane plane, DisplayWindow window) {
        SeenPlanes one =
                window instanceof DisplayWindow.Undescribed other
                                && plane instanceof FramePlane frame
                        ? SeenPlanes.NONE.with(frame, other.number())
                        : SeenPlanes.NONE.with(plane);
        if (file.show(one)) {
            keep(file.name(), one);
        }
    }

    private synchronized void keep(String name, SeenPlanes planes) {
        unsaved.merge(name, planes, SeenPlanes::and);
        if (!waiting) {
            waiting = true; // planes of a running cine are collected for one transaction
            CompletableFuture.delayedExecutor(DELAY_SECONDS, TimeUnit.SECONDS, workers.ui())
                    .execute(this::save);
        }
    }

    /** Passes the recorded planes to the database, before any later writes. */
    synchronized void save() {
        waiting = false;
        Map<String, SeenPlanes> planes = Map.copyOf(unsaved);
        unsaved.clear();
        if (!planes.isEmpty() && !workers.store().isShutdown()) {
            workers.store().execute(() -> planes.forEach(this::write));
        }
    }

    /** On the database's thread; failed writes are retried. */
    private void write(String name, SeenPlanes planes) {
        try {
            store.addShown(name, planes);
        } catch (StoreException e) {
            problems.accept(e);
            workers.ui().execute(() -> keep(name, planes));
        }
    }

    /**
     * The open questions of the file on screen. Items entirely within rectangles to be blanked need
     * no decision of their own.
     *
     * @return none if there is no readable file
     */
    public OpenQuestions open() {
        Optional<OpenFile> file = state.open().filter(f -> f.failure().isEmpty());
        return file.map(ViewedPlanes::of).orElse(OpenQuestions.NONE);
    }

    /**
     * The open questions when the file on screen is marked; seen planes are written before the
     * mark.
     */
    Optional<OpenQuestions> asMarked(FileState as) {
        save();
        return as == FileState.DONE ? Optional.of(open()) : Optional.empty();
    }

    /** The open questions of a file that was read. */
    static OpenQuestions of(OpenFile file) {
        List<Region> blanked = new ArrayList<>();
        for (ReviewItem item : file.items()) {
            if (item.isRedacted() && item.verdict() == Verdict.REDACT) {
                blanked.add(item.region());
            }
        }
        EnumMap<OpenQuestion, Integer> open = new EnumMap<>(OpenQuestion.class);
        for (ReviewItem item : file.items()) {
            if (OpenFile.waits(item) && !GroupCheck.covers(blanked, item.region(), file.planes())) {
                open.merge(kindOf(item.layer()), 1, Integer::sum);
            }
        }
        int pictures = file.undescribed();
        open.put(OpenQuestion.PLANE, file.looked().lacking(file.planes(), frame -> pictures));
        return new OpenQuestions(open);
    }

    private static OpenQuestion kindOf(Layer layer) {
        return switch (layer) {
            case OCR, PERSON -> OpenQuestion.TEXT;
            case ULTRASOUND -> OpenQuestion.ULTRASOUND;
            case SIMILAR -> OpenQuestion.SIMILAR;
            case RULE -> OpenQuestion.RULE;
            case FORM -> OpenQuestion.FORM;
        };
    }
}
