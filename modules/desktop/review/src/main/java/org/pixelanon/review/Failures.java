package org.pixelanon.review;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what of a failure people may read. Messages of exceptions that are not
 * ours may quote values of a file, so only their type is told.
 */
public final class Failures {

    private static final String OURS = "org.pixelanon.";
    private static final String WORDS = "org.pixelanon.review.item.Words";

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
     * What failed, without what only says that it failed on another thread.
     *
     * @param problem as a future tells it
     * @return the first that is more than that
     */
    public static Throwable cause(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException || cause instanceof ExecutionException) {
            Throwable inner = cause.getCause();
            if (inner == null) {
                break;
            }
            cause = inner;
        }
        return cause;
    }

    /**
     * Tells whether nothing failed but somebody ended the work.
     *
     * @param problem as a future tells it; null if there is none
     * @return true for what was cancelled
     */
    public static boolean isStopped(@Nullable Throwable problem) {
        return problem != null && cause(problem) instanceof CancellationException;
    }

    /**
     * The message of a failure.
     *
     * @param problem as a future tells it
     * @return empty if it must not be shown
     */
    public static Optional<String> message(Throwable problem) {
        Throwable cause = cause(problem);
        if (cause instanceof NoSuchFileException missing && missing.getFile() != null) {
            String words = ResourceBundle.getBundle(WORDS).getString("failure.missing");
            return Optional.of(words.replace("{0}", missing.getFile()));
        }
        boolean ours = cause.getClass().getName().startsWith(OURS);
        return ours ? Optional.ofNullable(cause.getMessage()) : Optional.empty();
    }

    /**
     * Why a file cannot be read, in what may be shown.
     *
     * @param problem what reading it threw
     * @return the message, else that it cannot be read and the kind of failure
     */
    public static String unreadable(Throwable problem) {
        return message(problem)
                .orElseGet(() -> "cannot be read (" + problem.getClass().getSimpleName() + ")");
    }

    /**
     * Why something did not work, in what may be shown.
     *
     * @param problem as a future tells it; null if there is none
     * @return the message, else the kind of failure; empty if there is none
     */
    public static String why(@Nullable Throwable problem) {
        return problem == null
                ? ""
                : message(problem).orElseGet(() -> cause(problem).getClass().getSimpleName());
    }
}
