package org.pixelanon.workbench.results;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of one file. Contains no text read from pixels.
 *
 * @param task the task
 * @param end how it ended
 * @param file the file
 * @param reason the reason, without patient text; may be empty
 * @param copy the file written, or null
 * @param when local time of the end
 */
public record TaskResult(
        Task task, End end, Path file, String reason, @Nullable Path copy, LocalDateTime when) {

    /** The task on a file. */
    public enum Task {
        /** Writing a redacted copy. */
        EXPORT,
        /** Searching its text. */
        SEARCH
    }

    /** How it ended. */
    public enum End {
        /** A verified copy was written. */
        WRITTEN,
        /** It was searched. */
        SEARCHED,
        /** It needs review: nothing was written. */
        WITHHELD,
        /** It failed: nothing was written. */
        FAILED;

        /**
         * Whether it needs attention.
         *
         * @return true if withheld or failed
         */
        public boolean isProblem() {
            return this == WITHHELD || this == FAILED;
        }
    }

    /**
     * The file written.
     *
     * @return empty if there is none
     */
    public Optional<Path> written() {
        return Optional.ofNullable(copy);
    }
}
