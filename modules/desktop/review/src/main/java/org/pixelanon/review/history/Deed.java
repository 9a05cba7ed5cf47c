package org.pixelanon.review.history;

/** What a person can do to rectangles, files and lists. The names are written to the database. */
public enum Deed {
    /** A rectangle was drawn, duplicated or pasted. */
    DREW,
    /** A rectangle is to be blanked. */
    BLANKED,
    /** A rectangle is not to be blanked. */
    KEPT,
    /** A decision was taken back. */
    REOPENED,
    /** A rectangle is gone. */
    REMOVED,
    /** A rectangle is elsewhere or of another size. */
    MOVED,
    /** A text reads otherwise. */
    REREAD,
    /** A rectangle has another type. */
    TYPED,
    /** Something else of a rectangle changed. */
    CHANGED,
    /** A file was marked done. */
    DONE,
    /** A file was tagged. */
    TAGGED,
    /** A file was put back to review. */
    REVIEW,
    /** A file has another comment. */
    COMMENTED,
    /** A text was put on a list. */
    LISTED,
    /** A text was taken from a list. */
    UNLISTED
}
