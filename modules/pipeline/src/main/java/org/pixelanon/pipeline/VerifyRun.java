package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.dicom.RedactionTargets;
import org.pixelanon.dicom.Verifier;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;

/** Proves a redacted copy against its original and a list of rectangles, whoever wrote it. */
public final class VerifyRun {

    /**
     * Verifies one copy.
     *
     * @param original the original
     * @param redacted the copy
     * @param rectangles rows that name the original, the copy, or a file whose path ends alike
     * @param policy the tags that may differ
     * @return the proof; look at {@link Verification#passed()}
     * @throws IOException if a file cannot be read, or a row of the list that names it is broken
     */
    public Verification verify(
            Path original, Path redacted, RectangleCsv rectangles, RedactionPolicy policy)
            throws IOException {
        List<Region> regions = new ArrayList<>();
        for (String name : rectangles.broken().keySet()) {
            if (names(name, original) || names(name, redacted)) {
                throw new PipelineException(rectangles.broken().get(name));
            }
        }
        for (ListedRectangle row : rectangles.rows()) {
            boolean keep = row.sensitive().orElse(-1) == 0;
            if (!keep && (names(row.filename(), original) || names(row.filename(), redacted))) {
                regions.add(row.box().toRegion());
            }
        }
        try (DicomFile file = DicomFile.open(original)) {
            DicomInputs.requireComplete(file);
            RedactionTargets targets = RedactionTargets.resolve(file, new RedactionPlan(regions));
            Verification proof =
                    targets.isEmpty()
                            ? new Verifier().verifyCopy(file, redacted)
                            : new Verifier().verify(file, redacted, targets, policy);
            file.requireUnchanged();
            return proof;
        }
    }

    private static boolean names(String listed, Path file) {
        return KnownRegions.nameOf(Path.of(listed)).equals(KnownRegions.nameOf(file));
    }
}
