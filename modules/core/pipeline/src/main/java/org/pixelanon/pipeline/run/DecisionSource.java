package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Decision;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;

/** The source of decisions about files. One per worker; closed when the worker ends. */
interface DecisionSource extends AutoCloseable {

    /** Makes the source of a new worker. */
    interface Opening {
        DecisionSource open() throws IOException;
    }

    /** An input as this source means it. */
    default InputFile named(InputFile input) {
        return input;
    }

    /** The result of a file about which nothing may be decided now; empty if it may. */
    Optional<FileResult> heldBack(InputFile input, DicomFile file) throws IOException;

    /**
     * Decides about a file.
     *
     * @param ruled what tags say, to be among the decisions
     */
    FileDecisions decide(InputFile input, DicomFile file, List<Decision> ruled) throws IOException;

    @Override
    void close();
}
