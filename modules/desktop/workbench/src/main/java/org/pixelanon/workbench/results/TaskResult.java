package org.pixelanon.workbench.results;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file. Holds no text that was read from pixels.
 *
 * @param task what was done with it
 * @param end how it ended
 * @param file the file
 * @param reason why it ended so, without patient text; may be empty
 * @param copy what was written; null if nothing was
 * @param when when it ended, local time
 */
public record TaskResult(
        Task task, End end, Path file, String reason, @Nullable Path copy, LocalDateTime when) {

    /** What was done with a file. */
    public enum Task {
        /** A redacted copy was asked for. */
        EXPORT,
        /** Its text was searched. */
        SEARCH
    }

    /** How it ended. */
    public enum End {
        /** A verified copy was written. */
        WRITTEN,
        /** It was searched. */
        SEARCHED,
        /** A person must look first: nothing was written. */
        WITHHELD,
        /** It failed: nothing was written. */
        FAILED;

        /**
         * Whether somebody has to do something.
         *
         * @return true for what was withheld or failed
         */
        public boolean isProblem() {
            return this == WITHHELD || this == FAILED;
        }
    }

    /**
     * What was written.
     *
     * @return empty if nothing was
     */
    public Optional<Path> written() {
        return Optional.ofNullable(copy);
    }
}
