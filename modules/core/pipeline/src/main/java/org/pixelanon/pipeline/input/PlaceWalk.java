package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.sources.remote.RemotePath;

/**
 * The objects at and below a place, as they are listed. A listing that is far ahead waits, so
 * memory does not grow with the number of objects. An interrupted listing is reported as a problem
 * of the place. Thread-safe.
 */
final class PlaceWalk implements InputWalk {

    /** Objects a listing is ahead: a page of S3 has as many. */
    private static final int AHEAD = 1000;

    private final RemotePath place;
    private final BiConsumer<Path, String> problems;
    private final BlockingQueue<Step> ahead = new ArrayBlockingQueue<>(AHEAD);
    private @Nullable Thread lister;
    private boolean ended;

    /** An object, or, without one, the end of the listing and why it ended early. */
    private record Step(@Nullable SourceObject object, @Nullable Throwable failure) {}

    PlaceWalk(RemotePath place, BiConsumer<Path, String> problems) {
        this.place = place;
        this.problems = problems;
    }

    @Override
    public synchronized @Nullable InputFile next() throws PipelineException {
        if (ended) {
            return null;
        }
        if (lister == null) {
            lister = new Thread(this::list, "listing");
            lister.setDaemon(true);
            lister.start();
        }
        Step step = taken();
        SourceObject object = step.object();
        if (object != null) {
            RemotePath path = place.at(object);
            boolean itself = object.url().equals(place.url());
            return new InputFile(path, path.belowAs(object.below()), itself);
        }
        ended = true;
        Throwable failure = step.failure();
        if (failure instanceof IOException e) {
            problems.accept(place, FailureText.reason(e, place.toString()));
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        return null;
    }

    private Step taken() throws PipelineException {
        try {
            return ahead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(place + ": stopped while it was listed", e);
        }
    }

    /** Whatever ends the listing is handed on, so that nobody waits for it in vain. */
    @SuppressWarnings("CatchingUnchecked")
    private void list() {
        Throwable failure = null;
        try {
            place.list(object -> hand(new Step(object, null)));
        } catch (Stopped e) {
            return;
        } catch (Exception | Error e) {
            failure = e;
        }
        try {
            hand(new Step(null, failure));
        } catch (Stopped e) {
            // nobody waits any more
        }
    }

    private void hand(Step step) {
        try {
            ahead.put(step);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
    }

    /** Ends a listing that nobody reads to its end. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(InterruptedException cause) {
            super(cause);
        }
    }

    @Override
    public synchronized void close() {
        ended = true;
        if (lister != null) {
            lister.interrupt();
        }
    }
}
