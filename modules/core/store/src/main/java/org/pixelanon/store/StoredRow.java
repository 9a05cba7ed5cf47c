package org.pixelanon.store;

import org.pixelanon.model.InclusiveBox;

/**
 * A row of the table {@code DicomRects} as it is in the database.
 *
 * @param id its number, which is never given to another row
 * @param filename the file it is about
 * @param region what it says
 * @param author who says it
 */
public record StoredRow(long id, String filename, StoredRegion region, Author author) {

    /** Who a row comes from, as far as the database proves it. */
    public enum Author {
        /** A scan of ours wrote it, nobody changed it, and nobody judged its file. */
        SCAN,
        /** A person drew it, changed it, or marked its file done or tagged. */
        PERSON,
        /** The Python tool wrote it: either what its OCR found, or what a person accepted. */
        UNPROVEN
    }

    /**
     * Whether it blanks something and nobody decided about it, as far as the row alone tells.
     *
     * @return true for what a recogniser or a rule found and no person changed
     */
    public boolean isOpen() {
        boolean found = region.ocrEngine() != InclusiveBox.NONE && author != Author.PERSON;
        return found && !region.box().isSummary() && region.sensitive() != 0;
    }

    /** Leaves file name and text out. */
    @Override
    public String toString() {
        return "row " + id + ": " + region + ", " + author;
    }
}
