package org.pixelanon.review.item;

/** Where a file stands in its review; the states of the shared database. */
public enum FileState {
    /** No mark in the database: still to be reviewed. */
    TO_REVIEW,
    /** Marked {@code T}: somebody wants to look again. */
    TAGGED,
    /** Marked {@code F}: reviewed. */
    DONE,
    /** Cannot be read. */
    FAILED
}
