package org.pixelanon.model.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * An object made by an engine, called on its own thread, so that a hanging call blocks nobody. A
 * hanging call is abandoned with its object, which serves one call at a time; the next call creates
 * another. Used by one worker.
 *
 * @param <E> what the engine makes
 */
final class Watched<E> {

    /** How long one may take to end. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    /** What is asked. */
    interface Question<E, T> {
        @Nullable T ask(E made) throws IOException;
    }

    /** Ends what was made. */
    interface Ending<E> {
        void end(E made);
    }

    private final String who;
    private final boolean ofProgram;
    private final TimeLimit limit;
    private final Watch.Call<E> start;
    private final Ending<E> ending;
    private @Nullable E made;
    private @Nullable ExecutorService thread;

    /**
     * Makes it.
     *
     * @param who how messages name the engine
     * @param ofProgram whether its code is the program's own, whose messages may be told
     * @param limit how long a call may take
     * @param start makes it
     * @param ending ends what was made
     * @throws IOException as {@link #call} does
     */
    Watched(String who, boolean ofProgram, TimeLimit limit, Watch.Call<E> start, Ending<E> ending)
            throws IOException {
        this.who = who;
        this.ofProgram = ofProgram;
        this.limit = limit;
        this.start = start;
        this.ending = ending;
        this.made = made();
    }

    /** How messages name the engine. */
    String who() {
        return who;
    }

    private E made() throws IOException {
        E known = made;
        return known != null ? known : answer(Duration.ofSeconds(limit.seconds()), start);
    }

    /**
     * Asks and waits.
     *
     * @param pixels how many it is shown, in all views
     * @param question what it is asked
     * @return what it returned
     * @throws EngineException if it threw anything, returned null or took longer than it may
     * @throws InterruptedIOException if the worker was asked to stop
     */
    <T> T call(long pixels, Question<E, T> question) throws IOException {
        E asked = made();
        made = asked;
        return answer(limit.of(pixels), () -> question.ask(asked));
    }

    private <T> T answer(Duration time, Watch.Call<T> call) throws IOException {
        ExecutorService own = thread();
        Future<T> answer = own.submit(() -> Objects.requireNonNull(call.call()));
        try {
            return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leave(own);
            throw limit.passed(who, time, e);
        } catch (InterruptedException e) {
            leave(own);
            Thread.currentThread().interrupt();
            InterruptedIOException stop = new InterruptedIOException(who);
            stop.initCause(e);
            throw stop;
        } catch (ExecutionException e) {
            throw told(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private ExecutorService thread() {
        ExecutorService known = thread;
        if (known == null) {
            known =
                    Executors.newSingleThreadExecutor(
                            work -> {
                                Thread one = new Thread(work, who);
                                one.setDaemon(true); // one that hangs must not keep the program up
                                return one;
                            });
            thread = known;
        }
        return known;
    }

    private void leave(ExecutorService own) {
        own.shutdownNow();
        thread = null;
        made = null;
    }

    private IOException told(Throwable why) {
        if (why instanceof OutOfMemoryError memory) {
            throw memory; // whoever works on files says what it means
        }
        if (why instanceof EngineException e) {
            return e;
        }
        if (ofProgram && why instanceof PixelAnonException e) {
            return e;
        }
        return Watch.isStop(why) ? (IOException) why : Watch.failed(who, why);
    }

    /** Ends what was made; one that hangs is left alone. */
    void close() {
        ExecutorService own = thread;
        E known = made;
        if (own == null) {
            return;
        }
        try {
            if (known != null) {
                own.submit(() -> ending.end(known)).get(TO_END.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(Watched.class.getName())
                    .log(System.Logger.Level.DEBUG, "not closed", e);
        } finally {
            leave(own);
        }
    }
}
