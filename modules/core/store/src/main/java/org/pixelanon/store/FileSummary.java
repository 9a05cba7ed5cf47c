package org.pixelanon.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of one file, in short.
 *
 * @param filename the name as it is in the database
 * @param rectangles how many rectangles it has
 * @param toHide how many of them are not marked as harmless
 * @param fileMark what a curator said, null if nothing
 */
public record FileSummary(
        String filename, int rectangles, int toHide, @Nullable FileMark fileMark) {

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
