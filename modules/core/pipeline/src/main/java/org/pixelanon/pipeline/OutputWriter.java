package org.pixelanon.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.FileIdentity;
import org.pixelanon.dicom.RedactionLeftovers;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.dicom.RedactionTargets;
import org.pixelanon.dicom.Sha256;
import org.pixelanon.dicom.Unprocessed;
import org.pixelanon.dicom.Verifier;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Verification;

/**
 * Turns the decisions about a file into its verified output, or into the reason why there is none.
 * Thread-safe.
 */
final class OutputWriter {

    /** Looks at a written copy once more before it is published. */
    interface SecondLook {

        /** No second look. */
        SecondLook NONE = (written, targets) -> List.of();

        /** Decisions about what is still found on the planes that were blanked. */
        List<Decision> at(Path written, RedactionTargets targets) throws IOException;
    }

    /**
     * Told of a proven copy before it is published, and once more, with outcome Failed, if it could
     * not be.
     */
    interface Record {
        void write(FileResult result) throws IOException;
    }

    private static final int MAX_LOOKS = 4;

    private final OutputLayout layout;
    private final Map<InputFile, Path> targets;
    private final Map<InputFile, String> problems;
    private final RedactionPolicy policy;
    private final boolean acceptUnprocessed;
    private final boolean resume;
    private final Optional<Ledger> ledger;
    private final OutputFolders folders;
    private final boolean hash;

    /** What stood in the place of an output when the work on its input began. */
    private final Map<InputFile, FileIdentity> standing = new ConcurrentHashMap<>();

    OutputWriter(
            OutputLayout layout,
            List<InputFile> inputs,
            RedactionPolicy policy,
            boolean acceptUnprocessed,
            boolean resume,
            Optional<Ledger> ledger,
            boolean hash) {
        this(
                layout,
                inputs,
                policy,
                acceptUnprocessed,
                resume,
                ledger,
                hash,
                Disk.of(layout.flushed()));
    }

    OutputWriter(
            OutputLayout layout,
            List<InputFile> inputs,
            RedactionPolicy policy,
            boolean acceptUnprocessed,
            boolean resume,
            Optional<Ledger> ledger,
            boolean hash,
            Disk disk) {
        this.folders = new OutputFolders(layout, disk);
        OutputLayout.Targets assigned = layout.assign(inputs);
        this.layout = layout;
        this.targets = assigned.targets();
        this.problems = assigned.problems();
        this.policy = policy;
        this.acceptUnprocessed = acceptUnprocessed;
        this.resume = resume;
        this.ledger = ledger;
        this.hash = hash;
    }

    /** Why an input can have no output, before any work is done on it. */
    Optional<String> refusal(InputFile input) throws IOException {
        String problem = problems.get(input);
        if (problem != null) {
            return Optional.of(problem);
        }
        Path target = targetOf(input);
        Optional<String> refusal = layout.refusal(input, target, resume);
        if (refusal.isEmpty()) {
            OutputFolders.standing(target).ifPresent(is -> standing.put(input, is));
        }
        return refusal;
    }

    /** Removes what killed runs left where this one is to write. */
    void sweep() {
        folders.sweep(targets.values());
    }

    private Path targetOf(InputFile input) throws PipelineException {
        Path target = targets.get(input);
        if (target == null) {
            throw new PipelineException(input.path() + ": has no output");
        }
        return target;
    }

    /** A result with the hash of its input, if hashes are wanted and it has none yet. */
    FileResult hashed(FileResult result, DicomFile file) throws IOException {
        return DicomInputs.hashed(result, file, hash);
    }

    /** What is to become of a file, short of writing: used by dry runs. */
    FileResult planned(InputFile input, DicomFile file, List<Decision> decisions)
            throws IOException {
        file.requireUnchanged();
        RedactionTargets planned = targets(file, decisions);
        Draft draft = new Draft(input, file, decisions, planned);
        Optional<FileResult> review = draft.review();
        if (review.isPresent()) {
            return review.get();
        }
        Outcome outcome = planned.isEmpty() ? Outcome.CLEAN : Outcome.REDACTED;
        return draft.result(Optional.empty(), outcome, "dry run", Optional.empty(), List.of());
    }

    private RedactionTargets targets(DicomFile file, List<Decision> decisions) throws IOException {
        return RedactionTargets.resolve(file, DecisionPolicy.plan(decisions))
                .withThumbnails(file, policy);
    }

    /** Writes, proves, looks again and publishes. */
    FileResult write(
            InputFile input, DicomFile file, List<Decision> decided, SecondLook look, Record record)
            throws IOException {
        Path target = targetOf(input);
        Optional<FileIdentity> before = Optional.ofNullable(standing.remove(input));
        List<Decision> decisions = new ArrayList<>(decided);
        for (int round = 1; round <= MAX_LOOKS; round++) {
            file.requireUnchanged(); // whatever is said now would be said of another file
            Draft draft = new Draft(input, file, decisions, targets(file, decisions));
            Optional<FileResult> review = draft.review();
            if (review.isPresent()) {
                return review.get();
            }
            Optional<FileResult> kept =
                    resume ? draft.keepExisting(target, look) : Optional.empty();
            if (kept.isPresent()) {
                folders.keep(target);
                folders.force(target); // the run that made it may have been killed before
                file.requireUnchanged();
                record.write(kept.get());
                return named(kept.get(), target);
            }
            try (VerifiedOutput output = draft.make(target)) {
                List<Decision> more =
                        draft.targets.isEmpty() ? List.of() : look.at(output.part(), draft.targets);
                if (more.stream().noneMatch(d -> d.verdict() != Verdict.KEEP)) {
                    return named(
                            published(
                                    draft.published(target, output), file, output, before, record),
                            target);
                }
                decisions.addAll(more.stream().filter(d -> d.verdict() != Verdict.KEEP).toList());
            }
        }
        return new Draft(input, file, decisions, targets(file, decisions))
                .result(
                        Optional.empty(),
                        Outcome.NEEDS_REVIEW,
                        "text is still found after " + MAX_LOOKS + " rounds of redaction",
                        Optional.empty(),
                        List.of());
    }

    /**
     * Bytes, then rows, then the name, each on the disk before the next: whenever an output exists,
     * it is whole and its rectangles and its proof are in the database. The input is looked at once
     * more immediately before the name is given; what is put in its place within the microseconds
     * between is not seen, and in place it is lost.
     */
    private FileResult published(
            FileResult proven,
            DicomFile file,
            VerifiedOutput output,
            Optional<FileIdentity> before,
            Record record)
            throws IOException {
        output.force();
        file.requireUnchanged(); // rows of what was found must not be those of another file
        record.write(proven);
        boolean done = false;
        try {
            file.requireUnchanged();
            give(output, before);
            done = true;
        } finally {
            if (!done) {
                record.write(FileResult.failed(proven.input(), "could not be moved into place"));
            }
        }
        return layout.overwrite() && before.isPresent()
                ? proven.noting("replaced an output that existed (--overwrite)")
                : proven;
    }

    private void give(VerifiedOutput output, Optional<FileIdentity> before) throws IOException {
        if (layout.inPlace() || layout.overwrite()) {
            output.replace();
        } else if (resume && before.isPresent()) {
            output.replace(before.get());
        } else {
            output.create();
        }
    }

    /** The last step before a file is said to be written. */
    private FileResult named(FileResult result, Path target) {
        try {
            folders.forceName(target);
            return result;
        } catch (IOException e) {
            // it is there and proven; the disk does not promise that it will be after a power
            // failure
            return result.noting("its folder could not be flushed to the disk");
        }
    }

    /** One file with what was decided about it. */
    private final class Draft {

        private final InputFile input;
        private final DicomFile file;
        private final List<Decision> decisions;
        private final RedactionTargets targets;
        private final List<Unprocessed> unprocessed;

        Draft(InputFile input, DicomFile file, List<Decision> decisions, RedactionTargets targets)
                throws IOException {
            this.input = input;
            this.file = file;
            this.decisions = decisions;
            this.targets = targets;
            this.unprocessed = RedactionLeftovers.of(file, targets, policy);
        }

        Optional<FileResult> review() throws IOException {
            long doubts = decisions.stream().filter(d -> d.verdict() == Verdict.REVIEW).count();
            if (doubts > 0) {
                String why = doubts + " texts that nothing explains";
                return Optional.of(
                        result(
                                Optional.empty(),
                                Outcome.NEEDS_REVIEW,
                                why,
                                Optional.empty(),
                                List.of()));
            }
            Optional<String> withheld =
                    acceptUnprocessed ? Optional.empty() : DicomInputs.withheld(unprocessed);
            if (withheld.isPresent()) {
                return Optional.of(
                        result(
                                Optional.empty(),
                                Outcome.NEEDS_REVIEW,
                                withheld.get(),
                                Optional.empty(),
                                List.of()));
            }
            return Optional.empty();
        }

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
            } catch (org.pixelanon.dicom.DicomException e) {
                return Optional.empty(); // not a file we would have written: it is made again
            }
            boolean good =
                    verification.passed()
                            && (targets.isEmpty()
                                    || look.at(target, targets).stream()
                                            .noneMatch(d -> d.verdict() != Verdict.KEEP));
            Outcome outcome = targets.isEmpty() ? Outcome.CLEAN : Outcome.REDACTED;
            return good
                    ? Optional.of(
                            result(
                                            Optional.of(target),
                                            outcome,
                                            "",
                                            Optional.of(verification),
                                            List.of("kept from an earlier run, verified again"))
                                    .hashed(hashesOf(target)))
                    : Optional.empty();
        }

        private Optional<FileHashes> hashesOf(Path kept) throws IOException {
            return hash
                    ? Optional.of(new FileHashes(file.sha256(), Optional.of(Sha256.of(kept))))
                    : Optional.empty();
        }

        /** A file that a person marked done may say that no text is burned in. */
        private RedactionPolicy policy() throws IOException {
            boolean done = ledger.isPresent() && ledger.get().isDone(input.path());
            return done ? policy.asReviewed() : policy;
        }

        VerifiedOutput make(Path target) throws IOException {
            return targets.isEmpty()
                    ? VerifiedOutput.copy(file, target, folders, hash)
                    : VerifiedOutput.redact(file, targets, policy(), target, folders, hash);
        }

        FileResult published(Path target, VerifiedOutput output) throws IOException {
            Outcome outcome = targets.isEmpty() ? Outcome.CLEAN : Outcome.REDACTED;
            return result(
                            Optional.of(target),
                            outcome,
                            "",
                            Optional.of(output.verification()),
                            output.notes())
                    .hashed(output.hashes());
        }

        FileResult result(
                Optional<Path> output,
                Outcome outcome,
                String reason,
                Optional<Verification> verification,
                List<String> more)
                throws IOException {
            List<String> notes = new ArrayList<>(DicomInputs.notes(file));
            notes.addAll(targets.notes());
            notes.addAll(more);
            return new FileResult(
                            input.path(),
                            output,
                            outcome,
                            reason,
                            file.planes().size(),
                            decisions,
                            targets.regions(),
                            verification,
                            notes,
                            0)
                    .leaving(unprocessed);
        }
    }
}
