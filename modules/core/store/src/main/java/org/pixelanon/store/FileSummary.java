package org.pixelanon.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of one file, in short.
 *
 * @param filename the name as it is in the database
 * @param rectangles how many rectangles it has
 * @param toHide how many of them are not marked as harmless
 * @param form whether a frame of it is a scanned form
 * @param searches which searches its rows and notes tell of
 * @param outcome how the last run that asked for a copy ended; empty if there was none
 * @param fileMark what a curator said, null if nothing
 */
public record FileSummary(
        String filename,
        int rectangles,
        int toHide,
        boolean form,
        Searches searches,
        String outcome,
        @Nullable FileMark fileMark) {

    /** How much of a file was searched, as far as the database alone can tell. */
    public enum Searches {
        /** No search is known. */
        NONE,
        /** Some planes were searched, or those of which the database tells. */
        SOME,
        /** A row says that the whole file was searched, and no note says what was left out. */
        WHOLE
    }

    /**
     * A file of which neither searches nor copies are known.
     *
     * @param filename the name as it is in the database
     * @param rectangles how many rectangles it has
     * @param toHide how many of them are not marked as harmless
     * @param form whether a frame of it is a scanned form
     * @param fileMark what a curator said, null if nothing
     */
    public FileSummary(
            String filename,
            int rectangles,
            int toHide,
            boolean form,
            @Nullable FileMark fileMark) {
        this(filename, rectangles, toHide, form, Searches.NONE, "", fileMark);
    }

    /**
     * What a curator said about the file.
     *
     * @return the mark, empty if it is still to be reviewed
     */
    public Optional<FileMark> mark() {
        return Optional.ofNullable(fileMark);
    }

    /** Leaves the file name out. */
    @Override
    public String toString() {
        return rectangles + " rectangles, " + toHide + " to hide, " + mark();
    }
}
