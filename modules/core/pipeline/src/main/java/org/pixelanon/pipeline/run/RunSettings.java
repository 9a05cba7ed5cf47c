package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.function.Consumer;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.Progress;
import org.pixelanon.pipeline.report.FileResult;

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

    /** The result with the hash of its input, if hashes are wanted and it has none yet. */
    FileResult hashed(FileResult result, DicomFile file) throws IOException {
        return hashes && result.hashes().isEmpty()
                ? result.hashed(new FileHashes(file.sha256(), null))
                : result;
    }
}
