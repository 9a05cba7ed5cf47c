package org.pixelanon.pipeline.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pixelanon.dicom.pixel.Unprocessed;
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
 * @param ending the one outcome, and why
 * @param work what was looked at, found and decided
 * @param written the output; empty if nothing was written
 * @param remarks what people should know of it
 * @param hashes of input and output, if they were asked for
 * @param seconds wall-clock time
 */
public record FileResult(
        Path input,
        FileEnding ending,
        FileWork work,
        Optional<Written> written,
        FileRemarks remarks,
        Optional<FileHashes> hashes,
        double seconds) {

    /**
     * What was written.
     *
     * @param output the file
     * @param verification proof on it
     */
    public record Written(Path output, Verification verification) {}

    /**
     * An input that was processed.
     *
     * @param input the input
     * @param outcome how it ended
     * @param reason why, for a file that failed or needs review; never patient text
     * @param work what was looked at and decided
     * @return a result without output
     */
    public static FileResult of(Path input, Outcome outcome, String reason, FileWork work) {
        return new FileResult(
                input,
                FileEnding.of(outcome, reason),
                work,
                Optional.empty(),
                FileRemarks.NONE,
                Optional.empty(),
                0);
    }

    /**
     * An input that could not be processed.
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
        return of(input, outcome, reason, FileWork.NONE);
    }

    /**
     * An input that was searched to its end, for which no output was asked.
     *
     * @param input the input
     * @param found what the search found
     * @param planes how many planes were searched
     * @param decisions what was decided
     * @return the result
     */
    public static FileResult searched(
            Path input, SearchResult found, int planes, List<Decision> decisions) {
        FileWork work = new FileWork(planes, decisions, List.of(), Optional.of(found));
        return of(input, Outcome.CLEAN, "", work);
    }

    /**
     * An input that is marked done and held back, because not all of it was decided and seen.
     *
     * @param input the input
     * @param open what was not
     * @return a result with outcome NeedsReview
     */
    public static FileResult heldBack(Path input, OpenQuestions open) {
        return failed(input, "").ending(FileEnding.heldBack(open));
    }

    /**
     * An input that nobody looked at because the run was stopped.
     *
     * @param input the input
     * @return a result with outcome Failed
     */
    public static FileResult notReached(Path input) {
        return failed(input, "").ending(FileEnding.notReached());
    }

    /**
     * Returns whether the run was stopped before it came to this input.
     *
     * @return true if nobody looked at it
     */
    public boolean isNotReached() {
        return !ending.reached();
    }

    /**
     * How it ended.
     *
     * @return the one outcome
     */
    public Outcome outcome() {
        return ending.outcome();
    }

    /**
     * Why, for a file that failed or needs review.
     *
     * @return a few words, never patient text; empty otherwise
     */
    public String reason() {
        return ending.reason();
    }

    /**
     * What nobody decided or saw.
     *
     * @return for which a file that is marked done is held back
     */
    public OpenQuestions open() {
        return ending.open();
    }

    /**
     * What was written.
     *
     * @return the file; empty if nothing was
     */
    public Optional<Path> output() {
        return written.map(Written::output);
    }

    /**
     * The proof on what was written.
     *
     * @return what was compared; empty if nothing was written
     */
    public Optional<Verification> verification() {
        return written.map(Written::verification);
    }

    /**
     * What was looked at.
     *
     * @return how many planes
     */
    public int planes() {
        return work.planes();
    }

    /**
     * What was decided.
     *
     * @return each with origin and reason
     */
    public List<Decision> decisions() {
        return work.decisions();
    }

    /**
     * What was blanked.
     *
     * @return clipped to the planes
     */
    public List<Region> redacted() {
        return work.redacted();
    }

    /**
     * What was not processed, clipped, dropped.
     *
     * @return a sentence each, never patient text
     */
    public List<String> notes() {
        return remarks.notes();
    }

    /**
     * What nobody looked at.
     *
     * @return what of it withholds the file stands in the reason
     */
    public List<Unprocessed> left() {
        return remarks.left();
    }

    /**
     * What people who asked for it are told of this file.
     *
     * @return never patient text; empty if they are told nothing
     */
    public Optional<String> said() {
        return remarks.said();
    }

    /**
     * How a search of this input ended.
     *
     * @return what it found, or that it did not come to its end
     * @throws java.util.NoSuchElementException if no search was asked for
     */
    public SearchResult search() {
        return switch (outcome()) {
            case FAILED -> SearchResult.FAILED;
            case NEEDS_REVIEW -> SearchResult.NEEDS_REVIEW;
            default -> work.found().orElseThrow();
        };
    }

    /**
     * The same with its output.
     *
     * @param output what was written
     * @param proof what was compared
     * @return the result
     */
    public FileResult writing(Path output, Verification proof) {
        return new FileResult(
                input,
                ending,
                work,
                Optional.of(new Written(output, proof)),
                remarks,
                hashes,
                seconds);
    }

    /**
     * The same after some time.
     *
     * @param elapsed seconds of wall-clock time
     * @return the result
     */
    public FileResult after(double elapsed) {
        return new FileResult(input, ending, work, written, remarks, hashes, elapsed);
    }

    /**
     * Says something of this file to those who run the command, and in the report.
     *
     * @param words what; never patient text
     * @return the result
     */
    public FileResult saying(String words) {
        return remarks(remarks.saying(words));
    }

    /**
     * Says what device made the file.
     *
     * @param device kind, maker and model
     * @return the result
     */
    public FileResult of(String device) {
        return remarks(remarks.of(device));
    }

    /**
     * Adds a note.
     *
     * @param note never patient text
     * @return the result
     */
    public FileResult noting(String note) {
        return noting(List.of(note));
    }

    /**
     * Adds notes.
     *
     * @param added never patient text
     * @return the result
     */
    public FileResult noting(List<String> added) {
        return remarks(remarks.noting(added));
    }

    /**
     * Adds what nobody looked at, which stands in the notes too.
     *
     * @param unprocessed what is left
     * @return the result
     */
    public FileResult leaving(List<Unprocessed> unprocessed) {
        return remarks(remarks.leaving(unprocessed));
    }

    /**
     * The same as one that a person must look at.
     *
     * @param why never patient text
     * @return the result with outcome NeedsReview
     */
    public FileResult withheld(String why) {
        return ending(ending.withheld(why));
    }

    /**
     * The same with hashes; those it has already are kept.
     *
     * @param added the hashes
     * @return the result
     */
    public FileResult hashed(FileHashes added) {
        return new FileResult(
                input, ending, work, written, remarks, Optional.of(hashes.orElse(added)), seconds);
    }

    private FileResult ending(FileEnding other) {
        return new FileResult(input, other, work, written, remarks, hashes, seconds);
    }

    private FileResult remarks(FileRemarks other) {
        return new FileResult(input, ending, work, written, other, hashes, seconds);
    }
}
