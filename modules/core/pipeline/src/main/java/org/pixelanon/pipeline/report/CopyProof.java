package org.pixelanon.pipeline.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.Verification;

/**
 * What comparing a copy with its original showed.
 *
 * @param file the original; the copy where there is no original
 * @param copy the copy; empty if there is none
 * @param result what it showed
 * @param rectangles how many rows of the list were to be blank
 * @param problems what disagreed, or why nothing could be compared; no patient text
 * @param notes what a person should know though it is as it should be
 * @param verification what was compared, sample by sample and element by element
 */
public record CopyProof(
        Path file,
        Optional<Path> copy,
        Result result,
        int rectangles,
        List<String> problems,
        List<String> notes,
        Optional<Verification> verification) {

    /** What comparing shows. */
    public enum Result {
        /** Every listed rectangle is blank, and the rest is as it was. */
        REDACTED("redacted as listed"),
        /** Nothing was to be blanked, and the copy is the same byte for byte. */
        IDENTICAL("identical"),
        /** The copy is not what the list makes of the original. */
        DIFFERS("differ"),
        /** One of the two cannot be read or decoded, or a row that names them is broken. */
        FAILED("cannot be compared"),
        /** There is an original without a copy. */
        NO_COPY("without copy"),
        /** There is a copy without an original. */
        NO_ORIGINAL("without original");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        /**
         * The result in words, for a count of files.
         *
         * @return a few words in English
         */
        public String words() {
            return words;
        }
    }

    /** Copies the lists. */
    public CopyProof {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * A file without another to compare it with.
     *
     * @param file the file
     * @param result what that shows
     * @param why in a few words; no patient text
     * @return the proof, which does not hold
     */
    public static CopyProof alone(Path file, Result result, String why) {
        return new CopyProof(
                file, Optional.empty(), result, 0, List.of(why), List.of(), Optional.empty());
    }

    /**
     * A file that is no image, or has no original.
     *
     * @param file the original; the copy where there is no original
     * @param copy the copy
     * @param result what that shows
     * @param why in a few words; no patient text
     * @return the proof, which does not hold
     */
    public static CopyProof without(Path file, Path copy, Result result, String why) {
        return new CopyProof(
                file, Optional.of(copy), result, 0, List.of(why), List.of(), Optional.empty());
    }

    /**
     * Returns whether the copy is proven.
     *
     * @return true if it is what the list makes of its original
     */
    public boolean holds() {
        return result == Result.REDACTED || result == Result.IDENTICAL;
    }
}
