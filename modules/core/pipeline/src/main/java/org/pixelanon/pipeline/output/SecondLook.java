package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.Decision;

/** Looks at a written copy once more before it is published. */
@FunctionalInterface
public interface SecondLook {

    /** No second look. */
    SecondLook NONE = (written, targets) -> List.of();

    /**
     * Looks at the planes that were blanked.
     *
     * @param written the copy
     * @param targets what was blanked in it
     * @return decisions about what is still found there
     * @throws IOException if the copy cannot be read or searched
     */
    List<Decision> at(Path written, RedactionTargets targets) throws IOException;
}
