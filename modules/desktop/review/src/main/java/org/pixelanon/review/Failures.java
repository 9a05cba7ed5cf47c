package org.pixelanon.review;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;

/**
 * Where work that fails ends on the desktop: it catches what is thrown, tells what was stopped from
 * what failed, and says of that what {@link FailureText} lets people read.
 */
public final class Failures {

    private Failures() {}

    /** What is done to one of many files. */
    public interface Attempt {

        /**
         * Does it.
         *
         * @throws IOException if it fails
         */
        void run() throws IOException;
    }

    /**
     * Does something to one of many files, of which the others go on whatever is wrong with it.
     *
     * @param attempt what is done
     * @return why it failed; empty if it did not
     * @throws CancellationException if somebody ended the work as a whole
     */
    public static Optional<Exception> in(Attempt attempt) {
        return or(
                () -> {
                    attempt.run();
                    return Optional.empty();
                },
                Optional::of);
    }

    /**
     * Makes something of one of many files, of which the others go on whatever is wrong with it.
     *
     * @param work what is made
     * @param otherwise what there is instead if that fails
     * @param <T> what comes of it
     * @return what came of it
     * @throws CancellationException if somebody ended the work as a whole
     */
    public static <T> T or(Workers.Work<T> work, Function<Exception, T> otherwise) {
        try {
            return work.run();
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return otherwise.apply(e);
        }
    }

    /**
     * Tells whether nothing failed but somebody ended the work.
     *
     * @param problem as a future tells it; null if there is none
     * @return true for what was cancelled
     */
    public static boolean isStopped(@Nullable Throwable problem) {
        return problem != null && FailureText.handedOn(problem) instanceof CancellationException;
    }

    /**
     * Why something did not work, in what may be shown.
     *
     * @param problem as a future tells it; null if there is none
     * @return one line; empty if there is none
     */
    public static String why(@Nullable Throwable problem) {
        return problem == null ? "" : FailureText.of(problem);
    }
}
