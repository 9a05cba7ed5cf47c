package org.pixelanon.pipeline;

import java.util.function.Consumer;
import org.pixelanon.model.Progress;

/**
 * How a run is carried out, whatever it does.
 *
 * @param jobs number of workers, at least 1
 * @param progress where progress is shown and a stop is asked for
 * @param listener told of each result as it ends, from the worker's thread
 * @param hashes whether inputs and outputs are hashed, for a report
 */
public record RunSettings(
        int jobs, Progress progress, Consumer<FileResult> listener, boolean hashes) {

    /** Checks the number of workers. */
    public RunSettings {
        if (jobs < 1) {
            throw new IllegalArgumentException(jobs + " workers");
        }
    }

    /**
     * A run without hashes.
     *
     * @param jobs number of workers, at least 1
     * @param progress where progress is shown and a stop is asked for
     * @param listener told of each result as it ends, from the worker's thread
     */
    public RunSettings(int jobs, Progress progress, Consumer<FileResult> listener) {
        this(jobs, progress, listener, false);
    }
}
