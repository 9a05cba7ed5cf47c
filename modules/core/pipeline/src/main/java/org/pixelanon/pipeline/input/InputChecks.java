package org.pixelanon.pipeline.input;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.redact.RedactionLeftovers;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;

/** Opening inputs, the same way in every use case. */
public final class InputChecks {

    private InputChecks() {}

    /**
     * Opens an input.
     *
     * @param input the input
     * @return the file, to be closed by the caller; empty only if it was met in a folder, holds
     *     bytes, and these are plainly not DICOM
     * @throws IOException if it cannot be read
     */
    public static Optional<DicomFile> open(InputFile input) throws IOException {
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
     * Refuses a file that ends early, or whose data cannot be followed to the end: it must never be
     * called clean.
     *
     * @param file the file
     * @throws DicomException if it is one
     */
    public static void requireComplete(DicomFile file) throws DicomException {
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
     * What a file holds beside its planes as long as nothing of it is changed.
     *
     * @param file the file
     * @return what nobody looks at
     * @throws IOException if the file cannot be read
     */
    public static List<Unprocessed> unprocessed(DicomFile file) throws IOException {
        return RedactionLeftovers.of(file, RedactionTargets.NONE, RedactionPolicy.DEFAULT);
    }

    /**
     * Why a file needs review because of what nobody looked at.
     *
     * @param unprocessed what is left of it
     * @return the reason; empty if it needs none
     */
    public static Optional<String> withheld(List<Unprocessed> unprocessed) {
        List<Unprocessed> pictures = unprocessed.stream().filter(Unprocessed::withholds).toList();
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        String more = pictures.size() > 1 ? " and " + (pictures.size() - 1) + " more" : "";
        return Optional.of(
                "contains pixels that are not processed: " + pictures.get(0).what() + more);
    }

    /**
     * What a person should know of a file that was processed.
     *
     * @param file the file
     * @return a sentence, or none
     * @throws IOException if the file cannot be read
     */
    public static List<String> notes(DicomFile file) throws IOException {
        return file.planes().isEmpty() ? List.of("no image planes") : List.of();
    }
}
