package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.format.RectangleCsv;
import org.pixelanon.pipeline.input.ListedRows;
import org.pixelanon.pipeline.input.RelativeNames;
import org.pixelanon.pipeline.report.VerifyResult;

/**
 * Proves redacted copies against their originals and a list of rectangles, whoever wrote it.
 * Stateless but for its options; thread-safe.
 */
public final class VerifyRun {

    /**
     * Against what copies are proven.
     *
     * @param list the rectangles that must be blank
     * @param relative where relative names of the list are looked for too
     * @param policy the tags that may differ
     * @param database says which files a person marked done; if null, a copy may say so itself
     */
    public record Options(
            RectangleCsv list,
            RelativeNames relative,
            RedactionPolicy policy,
            @Nullable RunDatabase database) {}

    private final Options options;
    private final CopyProver prover;

    /**
     * Creates the use case.
     *
     * @param options against what copies are proven
     */
    public VerifyRun(Options options) {
        this.options = options;
        this.prover = new CopyProver(options.policy(), options.database());
    }

    /**
     * Verifies one copy.
     *
     * @param original the original
     * @param copy the copy
     * @return what was compared, and how many rows of the list are about other files
     * @throws IOException if the original cannot be read, or a row of the list that names it or the
     *     copy is broken
     */
    public VerifyResult verify(Path original, Path copy) throws IOException {
        ListedRows rows =
                new ListedRows(options.list(), Map.of(original, copy), options.relative());
        return new VerifyResult(List.of(prover.prove(original, copy, rows)), 0, rows.otherRows());
    }

    /**
     * Verifies the copies in a folder.
     *
     * @param originals the folder of the originals
     * @param copies the folder of the copies, at the same paths below it
     * @param settings how the run is carried out
     * @return what each pair showed, and what is on one side only
     * @throws IOException if a folder cannot be listed, or it cannot be known which file a row of
     *     the list means
     */
    public VerifyResult verify(Path originals, Path copies, RunSettings settings)
            throws IOException {
        return new FolderVerifier(prover, options.list(), options.relative())
                .verify(originals, copies, settings);
    }
}
