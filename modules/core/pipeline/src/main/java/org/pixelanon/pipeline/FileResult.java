package org.pixelanon.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pixelanon.dicom.Unprocessed;
import org.pixelanon.model.Decision;
import org.pixelanon.model.FileHashes;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.Region;
import org.pixelanon.model.SearchResult;
import org.pixelanon.model.Verification;

/**
 * How the work on one input ended.
 *
 * @param input the input
 * @param output what was written; empty if nothing was
 * @param outcome the one outcome
 * @param reason why, for a file that failed or needs review; never patient text
 * @param planes how many planes were looked at
 * @param decisions what was decided, with origin and reason
 * @param redacted what was blanked, clipped to the planes
 * @param verification proof on the written file
 * @param notes what was not processed, clipped, dropped; never patient text
 * @param seconds wall-clock time
 * @param left what nobody looked at; what of it withholds the file stands in the reason
 * @param reached false if the run was stopped before it came to this input
 * @param said what people who asked for it are told of this file; never patient text
 * @param hashes of input and output, if they were asked for
 * @param found what a search found; people are told this and not the outcome. Empty if no search
 *     was asked for, or it did not come to its end
 * @param open what nobody decided or saw, for which a file that is marked done is held back
 */
public record FileResult(
        Path input,
        Optional<Path> output,
        Outcome outcome,
        String reason,
        int planes,
        List<Decision> decisions,
        List<Region> redacted,
        Optional<Verification> verification,
        List<String> notes,
        double seconds,
        List<Unprocessed> left,
        boolean reached,
        Optional<String> said,
        Optional<FileHashes> hashes,
        Optional<SearchResult> found,
        OpenQuestions open) {

    /** Copies the lists. */
    public FileResult {
        decisions = List.copyOf(decisions);
        redacted = List.copyOf(redacted);
        notes = List.copyOf(notes);
        left = List.copyOf(left);
    }

    /**
     * A result of an input that was worked on.
     *
     * @param input the input
     * @param output what was written; empty if nothing was
     * @param outcome the one outcome
     * @param reason why, for a file that failed or needs review; never patient text
     * @param planes how many planes were looked at
     * @param decisions what was decided, with origin and reason
     * @param redacted what was blanked, clipped to the planes
     * @param verification proof on the written file
     * @param notes what was not processed, clipped, dropped; never patient text
     * @param seconds wall-clock time
     */
    public FileResult(
            Path input,
            Optional<Path> output,
            Outcome outcome,
            String reason,
            int planes,
            List<Decision> decisions,
            List<Region> redacted,
            Optional<Verification> verification,
            List<String> notes,
            double seconds) {
        this(
                input,
                output,
                outcome,
                reason,
                planes,
                decisions,
                redacted,
                verification,
                notes,
                seconds,
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OpenQuestions.NONE);
    }

    /**
     * An input that could not be worked on.
     *
     * @param input the input
     * @param reason why; never patient text
     * @return a result with outcome Failed
     */
    public static FileResult failed(Path input, String reason) {
        return ended(input, Outcome.FAILED, reason);
    }

    /**
     * An input that ended without output.
     *
     * @param input the input
     * @param outcome how it ended
     * @param reason why; never patient text
     * @return the result
     */
    public static FileResult ended(Path input, Outcome outcome, String reason) {
        return new FileResult(
                input,
                Optional.empty(),
                outcome,
                reason,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                0);
    }

    /** An input that was searched to its end, for which no output was asked. */
    static FileResult searched(
            Path input, SearchResult found, int planes, List<Decision> decisions) {
        return new FileResult(
                        input,
                        Optional.empty(),
                        Outcome.CLEAN,
                        "",
                        planes,
                        decisions,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        0)
                .finding(found);
    }

    /**
     * An input that is marked done and held back, because not all of it was decided and seen.
     *
     * @param input the input
     * @param open what was not
     * @return a result with outcome NeedsReview
     */
    static FileResult heldBack(Path input, OpenQuestions open) {
        FileResult ended = ended(input, Outcome.NEEDS_REVIEW, "marked done with " + open.words());
        return ended.changed(c -> c.open = open);
    }

    /**
     * An input that nobody looked at because the run was stopped.
     *
     * @param input the input
     * @return a result with outcome Failed
     */
    static FileResult notReached(Path input) {
        return failed(input, "not worked on: the run was stopped").changed(c -> c.reached = false);
    }

    /**
     * Tells whether the run was stopped before it came to this input.
     *
     * @return true if nobody looked at it
     */
    public boolean isNotReached() {
        return !reached;
    }

    FileResult after(double elapsed) {
        return changed(c -> c.seconds = elapsed);
    }

    /** Says something of this file to those who run the command, and in the report. */
    FileResult saying(String words) {
        return noting(words).changed(c -> c.said = Optional.of(words));
    }

    FileResult noting(String note) {
        return noting(List.of(note));
    }

    FileResult noting(List<String> added) {
        List<String> more = new ArrayList<>(notes);
        more.addAll(added);
        return changed(c -> c.notes = more);
    }

    /** The same with what nobody looked at, which stands in the notes too. */
    FileResult leaving(List<Unprocessed> unprocessed) {
        return noting(unprocessed.stream().map(u -> "not processed: " + u.what()).toList())
                .changed(c -> c.left = unprocessed);
    }

    /** The same as one that a person must look at. */
    FileResult withheld(String why) {
        return changed(
                c -> {
                    c.outcome = Outcome.NEEDS_REVIEW;
                    c.reason = why;
                });
    }

    /** The same with hashes; those it has already are kept. */
    FileResult hashed(Optional<FileHashes> added) {
        return changed(c -> c.hashes = hashes.or(() -> added));
    }

    private FileResult finding(SearchResult searched) {
        return changed(c -> c.found = Optional.of(searched));
    }

    /** How a search of this input ended. */
    SearchResult search() {
        return switch (outcome) {
            case FAILED -> SearchResult.FAILED;
            case NEEDS_REVIEW -> SearchResult.NEEDS_REVIEW;
            default -> found.orElseThrow();
        };
    }

    private FileResult changed(Consumer<Change> change) {
        Change changed = new Change(this);
        change.accept(changed);
        return changed.result();
    }

    /** A copy of a result while some of it is replaced. */
    private static final class Change {

        private final FileResult before;
        private Outcome outcome;
        private String reason;
        private List<String> notes;
        private double seconds;
        private List<Unprocessed> left;
        private boolean reached;
        private Optional<String> said;
        private Optional<FileHashes> hashes;
        private Optional<SearchResult> found;
        private OpenQuestions open;

        Change(FileResult before) {
            this.before = before;
            this.outcome = before.outcome;
            this.reason = before.reason;
            this.notes = before.notes;
            this.seconds = before.seconds;
            this.left = before.left;
            this.reached = before.reached;
            this.said = before.said;
            this.hashes = before.hashes;
            this.found = before.found;
            this.open = before.open;
        }

        FileResult result() {
            return new FileResult(
                    before.input,
                    before.output,
                    outcome,
                    reason,
                    before.planes,
                    before.decisions,
                    before.redacted,
                    before.verification,
                    notes,
                    seconds,
                    left,
                    reached,
                    said,
                    hashes,
                    found,
                    open);
        }
    }
}
