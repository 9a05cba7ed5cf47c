package org.pixelanon.pipeline.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;

/** Takes what becomes of files, from the workers' threads. Thread-safe. */
@FunctionalInterface
public interface ResultTaker {

    /**
     * Takes a result.
     *
     * @param input the file
     * @param result what became of it; null if it was met in a folder and is not DICOM
     * @throws IOException if it cannot be taken; then the run ends
     */
    void take(InputFile input, @Nullable FileResult result) throws IOException;
}
