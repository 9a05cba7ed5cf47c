package org.pixelanon.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Sha256;
import org.pixelanon.dicom.pixel.Unprocessed;
import org.pixelanon.dicom.redact.RedactionLeftovers;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Verification;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.FileWork;

/** One file with what was decided about it, on the way to its output. Not thread-safe. */
final class Draft {

    /**
     * What all drafts of a run have in common.
     *
     * @param redaction values and tags of redacted files
     * @param acceptUnprocessed whether files are published that hold pictures nobody looked at
     * @param done says which files a person marked done
     * @param folders where outputs go
     * @param hash whether inputs and outputs are hashed
     */
    record Setting(
            RedactionPolicy redaction,
            boolean acceptUnprocessed,
            DoneMarks done,
            OutputFolders folders,
            boolean hash) {}

    private final Setting setting;
    private final InputFile input;
    private final DicomFile file;
    private final List<Decision> decisions;
    private final RedactionTargets targets;
    private final List<Unprocessed> unprocessed;

    Draft(Setting setting, InputFile input, DicomFile file, List<Decision> decisions)
            throws IOException {
        this.setting = setting;
        this.input = input;
        this.file = file;
        this.decisions = List.copyOf(decisions);
        this.targets =
                RedactionTargets.resolve(file, DecisionPolicy.plan(decisions))
                        .withThumbnails(file, setting.redaction());
        this.unprocessed = RedactionLeftovers.of(file, targets, setting.redaction());
    }

    /** The result of a file that a person must look at; empty if it may be written. */
    Optional<FileResult> review() throws IOException {
        List<String> why = new ArrayList<>();
        doubts(true, "scanned form", "scanned forms").ifPresent(why::add);
        doubts(false, "unexplained texts", "unexplained texts").ifPresent(why::add);
        if (!why.isEmpty()) {
            return Optional.of(toReview(String.join("; ", why)));
        }
        Optional<String> withheld =
                setting.acceptUnprocessed() ? Optional.empty() : InputChecks.withheld(unprocessed);
        return withheld.isPresent() ? Optional.of(toReview(withheld.get())) : Optional.empty();
    }

    private Optional<String> doubts(boolean forms, String one, String several) {
        long count =
                decisions.stream()
                        .filter(d -> d.verdict() == Verdict.REVIEW)
                        .filter(d -> forms == d.finding() instanceof Finding.OfForm)
                        .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " " + (count == 1 ? one : several));
    }

    /** The result of a file that is not written because a person must look at it. */
    FileResult toReview(String why) throws IOException {
        return result(Outcome.NEEDS_REVIEW, why, List.of());
    }

    /** What would be written. */
    FileResult planned() throws IOException {
        return result(outcome(), "dry run", List.of());
    }

    private Outcome outcome() {
        return targets.isEmpty() ? Outcome.CLEAN : Outcome.REDACTED;
    }

    /** What a second look at a copy finds that may not stay; a mere copy is not looked at. */
    List<Decision> lookAgain(SecondLook look, Path written) throws IOException {
        return targets.isEmpty()
                ? List.of()
                : look.at(written, targets).stream()
                        .filter(d -> d.verdict() != Verdict.KEEP)
                        .toList();
    }

    /** The result with an output that an earlier run left, if it is what this one would write. */
    Optional<FileResult> keepExisting(Path target, SecondLook look) throws IOException {
        if (!Files.isRegularFile(target)) {
            return Optional.empty();
        }
        Verification verification;
        try {
            verification =
                    targets.isEmpty()
                            ? new Verifier().verifyCopy(file, target)
                            : new Verifier().verify(file, target, targets, policy());
        } catch (DicomException e) {
            return Optional.empty(); // not a file we would have written: it is made again
        }
        if (!verification.passed() || !lookAgain(look, target).isEmpty()) {
            return Optional.empty();
        }
        FileResult kept =
                result(outcome(), "", List.of("kept from an earlier run, verified again"))
                        .writing(target, verification);
        return Optional.of(
                setting.hash()
                        ? kept.hashed(new FileHashes(file.sha256(), Sha256.of(target)))
                        : kept);
    }

    /** A file that a person marked done may say that no text is burned in. */
    private RedactionPolicy policy() throws IOException {
        boolean done = setting.done().isDone(input.path());
        return done ? setting.redaction().asReviewed() : setting.redaction();
    }

    /** Writes the copy and proves it; to be closed by the caller. */
    VerifiedOutput make(Path target) throws IOException {
        OutputFolders folders = setting.folders();
        return targets.isEmpty()
                ? VerifiedOutput.copy(file, target, folders, setting.hash())
                : VerifiedOutput.redact(file, targets, policy(), target, folders, setting.hash());
    }

    /** The result with a copy that is proven. */
    FileResult published(Path target, VerifiedOutput output) throws IOException {
        FileResult proven =
                result(outcome(), "", output.notes()).writing(target, output.verification());
        return output.hashes().isPresent() ? proven.hashed(output.hashes().get()) : proven;
    }

    private FileResult result(Outcome outcome, String reason, List<String> more)
            throws IOException {
        List<String> notes = new ArrayList<>(InputChecks.notes(file));
        notes.addAll(targets.notes());
        notes.addAll(more);
        FileWork work = new FileWork(file.planes().size(), decisions, targets.regions());
        return FileResult.of(input.path(), outcome, reason, work)
                .noting(notes)
                .leaving(unprocessed);
    }
}
