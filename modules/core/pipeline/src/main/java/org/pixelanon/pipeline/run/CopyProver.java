package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.BurnedInAnnotation;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.format.ListedRectangle;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.ListedRows;
import org.pixelanon.pipeline.report.CopyProof;

/** Proves one copy against its original and the rows of a list. Thread-safe. */
final class CopyProver {

    private static final String SAYS_NO =
            "Burned In Annotation (0028,0301) is NO, as in copies of files marked done (--db "
                    + "checks that)";

    private final RedactionPolicy policy;
    private final @Nullable RunDatabase database;

    /**
     * Creates the prover.
     *
     * @param policy the tags that may differ
     * @param database says which files a person marked done; if null, a copy may say so itself
     */
    CopyProver(RedactionPolicy policy, @Nullable RunDatabase database) {
        this.policy = policy;
        this.database = database;
    }

    /**
     * Compares a copy with its original.
     *
     * @param listed what must be blank
     * @throws IOException if the original cannot be read, or a row of the list that names it or the
     *     copy is broken
     */
    CopyProof prove(Path original, Path copy, ListedRows listed) throws IOException {
        Optional<String> broken = listed.broken(original);
        if (broken.isPresent()) {
            throw new PipelineException(broken.get());
        }
        List<Region> regions = regions(listed.of(original).orElse(List.of()));
        try (DicomFile file = DicomFile.open(original)) {
            InputChecks.requireComplete(file);
            RedactionTargets targets =
                    RedactionTargets.resolve(file, new RedactionPlan(regions))
                            .withThumbnails(file, policy);
            if (targets.isEmpty()) {
                Verification same = new Verifier().verifyCopy(file, copy);
                file.requireUnchanged();
                return unlisted(original, copy, same, listed);
            }
            List<String> notes = new ArrayList<>();
            RedactionPolicy allowed = policyFor(file, copy, notes);
            Verification proof = new Verifier().verify(file, copy, targets, allowed);
            file.requireUnchanged();
            CopyProof.Result result =
                    proof.passed() ? CopyProof.Result.REDACTED : CopyProof.Result.DIFFERS;
            return new CopyProof(
                    original,
                    Optional.of(copy),
                    result,
                    regions.size(),
                    proof.problems(),
                    notes,
                    Optional.of(proof));
        }
    }

    private static List<Region> regions(List<ListedRectangle> rows) {
        return rows.stream()
                .filter(row -> row.sensitive() != 0)
                .map(row -> row.box().toRegion())
                .toList();
    }

    /** A copy of a file without rectangles: if it differs, the list may be the reason. */
    private static CopyProof unlisted(
            Path original, Path copy, Verification proof, ListedRows listed) {
        List<String> problems = new ArrayList<>();
        if (!proof.passed()) {
            problems.add(
                    listed.of(original).isPresent()
                            ? "the list has the file, but no rectangle to blank"
                            : "the list has no rectangle for "
                                    + original
                                    + "; "
                                    + listed.examples());
        }
        problems.addAll(proof.problems());
        return new CopyProof(
                original,
                Optional.of(copy),
                proof.passed() ? CopyProof.Result.IDENTICAL : CopyProof.Result.DIFFERS,
                0,
                problems,
                List.of(),
                Optional.of(proof));
    }

    /**
     * A copy of a file that a person marked done says that nothing is burned in. Whether that is so
     * the database knows; where none is named, the copy may say it, in just the form a redaction
     * gives it.
     */
    private RedactionPolicy policyFor(DicomFile original, Path copy, List<String> notes)
            throws IOException {
        if (policy.burnedInAnnotation() != BurnedInAnnotation.REVIEWED) {
            return policy;
        }
        if (database != null) {
            return database.isDone(original.path()) ? policy.asReviewed() : policy;
        }
        if (!saysNo(original, copy)) {
            return policy;
        }
        notes.add(SAYS_NO);
        return policy.asReviewed();
    }

    private static boolean saysNo(DicomFile original, Path copy) throws IOException {
        try (DicomFile written = DicomFile.open(copy)) {
            int tag = Tag.BurnedInAnnotation;
            boolean same =
                    Arrays.equals(
                            original.attributes().getBytes(tag),
                            written.attributes().getBytes(tag));
            return !same && written.attributes().getString(tag).orElse("").equals("NO");
        } catch (DicomException e) {
            return false; // the verifier says what is wrong with the copy
        }
    }
}
