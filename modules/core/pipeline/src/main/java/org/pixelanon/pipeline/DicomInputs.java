package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomException;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.RedactionLeftovers;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.dicom.RedactionTargets;
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

    /** What a file holds beside its planes as long as nothing of it is changed. */
    static List<Unprocessed> unprocessed(DicomFile file) throws IOException {
        return RedactionLeftovers.of(file, RedactionTargets.NONE, RedactionPolicy.DEFAULT);
    }

    /** Why a file needs review because of what nobody looked at; empty if it does not. */
    static Optional<String> withheld(List<Unprocessed> unprocessed) {
        List<Unprocessed> pictures = unprocessed.stream().filter(Unprocessed::withholds).toList();
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        String more = pictures.size() > 1 ? " and " + (pictures.size() - 1) + " more" : "";
        return Optional.of("holds pixels that are not processed: " + pictures.get(0).what() + more);
    }

    /** What a person should know of a file that was worked on. */
    static List<String> notes(DicomFile file) throws IOException {
        return file.planes().isEmpty() ? List.of("no image planes") : List.of();
    }
}
