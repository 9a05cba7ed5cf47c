package org.pixelanon.review.item;

/** The review state of a file, as in the shared database. */
public enum FileState {
    /** No mark in the database: still to be reviewed. */
    TO_REVIEW,
    /** Marked {@code T}: tagged for another look. */
    TAGGED,
    /** Marked {@code F}: reviewed. */
    DONE,
    /** Cannot be read. */
    FAILED
}
