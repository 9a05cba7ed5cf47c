package org.pixelanon.pipeline.decide;

import java.io.IOException;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Identity;

/** What is known of patient, staff and institution of a file. */
public interface IdentitySource {

    /** What the file's own tags say. */
    IdentitySource OWN = DicomFile::identity;

    /**
     * Asks about a file.
     *
     * @param file the file, open
     * @return what its tags say, and what else is known
     * @throws IOException if that cannot be read
     */
    Identity of(DicomFile file) throws IOException;
}
