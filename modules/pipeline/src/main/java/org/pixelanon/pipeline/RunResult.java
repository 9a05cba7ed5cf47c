package org.pixelanon.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.pixelanon.model.Outcome;

/**
 * How a run ended.
 *
 * @param files one entry per input, in input order
 * @param ignored files met in folders that are not DICOM
 */
public record RunResult(List<FileResult> files, List<Path> ignored) {

    /** Copies the lists. */
    public RunResult {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
    }

    /**
     * How many inputs ended in a certain way.
     *
     * @param outcome the way
     * @return the number
     */
    public long count(Outcome outcome) {
        return files.stream().filter(f -> f.outcome() == outcome).count();
    }

    /**
     * The exit code of a command that made this run.
     *
     * @return 0 all Clean or Redacted, 1 some Failed or nothing to work on, 3 some NeedsReview and
     *     none Failed
     */
    public int exitCode() {
        if (files.isEmpty() || count(Outcome.FAILED) > 0) {
            return 1;
        }
        return count(Outcome.NEEDS_REVIEW) > 0 ? 3 : 0;
    }
}
