package org.pixelanon.store;

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

    /** Leaves file name and text out. */
    @Override
    public String toString() {
        return "row " + id + ": " + region + ", " + author;
    }
}
