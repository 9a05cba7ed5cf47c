package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomException;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.Unprocessed;

/** Opening inputs, the same way in every use case. */
final class DicomInputs {

    private DicomInputs() {}

    /**
     * Opens an input.
     *
     * @return empty only if the file was met in a folder, holds bytes, and these are plainly not
     *     DICOM
     */
    static Optional<DicomFile> open(InputFile input) throws IOException {
        try {
            return Optional.of(DicomFile.open(input.path()));
        } catch (DicomException e) {
            if (!input.explicit() && e.isNotDicom() && Files.size(input.path()) > 0) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * A file that ends early, or whose data cannot be followed to the end, must never be called
     * clean.
     */
    static void requireComplete(DicomFile file) throws DicomException {
        if (file.isTruncated()) {
            List<String> defects = file.defects();
            String why =
                    defects.isEmpty()
                            ? "ends before its data set is complete"
                            : String.join("; ", defects);
            throw new DicomException(file.path(), why);
        }
    }

    /**
     * What a person should know of a file that was worked on.
     *
     * @param unprocessed what nobody looked at
     */
    static List<String> notes(DicomFile file, List<Unprocessed> unprocessed) throws IOException {
        List<String> notes = new ArrayList<>();
        for (Unprocessed other : unprocessed) {
            notes.add("not processed: " + other.what());
        }
        if (file.planes().isEmpty()) {
            notes.add("no image planes");
        }
        return notes;
    }
}
