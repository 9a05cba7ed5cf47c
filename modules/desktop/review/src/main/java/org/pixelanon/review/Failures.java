package org.pixelanon.review;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.FailureText;

/**
 * Catches failures of tasks on the desktop, distinguishes cancelled from failed tasks, and
 * describes failures with {@link FailureText}.
 */
public final class Failures {

    private Failures() {}

    /** A task on one of many files. */
    public interface Attempt {

        /**
         * Runs the task.
         *
         * @throws IOException if it fails
         */
        void run() throws IOException;
    }

    /**
     * Runs a task on one of many files, so that its failure does not affect the others.
     *
     * @param attempt the task
     * @return why it failed; empty if it did not
     * @throws CancellationException if the whole task was cancelled
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
     * Computes something for one of many files, so that its failure does not affect the others.
     *
     * @param work the computation
     * @param otherwise the result if it fails
     * @param <T> the type of the result
     * @return the result
     * @throws CancellationException if the whole task was cancelled
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
     * Returns whether a task was cancelled rather than failed.
     *
     * @param problem the exception of a future, or null
     * @return true if it was cancelled
     */
    public static boolean isStopped(@Nullable Throwable problem) {
        return problem != null && FailureText.handedOn(problem) instanceof CancellationException;
    }

    /**
     * The reason of a failure that may be shown.
     *
     * @param problem the exception of a future, or null
     * @return one line; empty if there is none
     */
    public static String why(@Nullable Throwable problem) {
        return problem == null ? "" : FailureText.of(problem);
    }
}
