package org.pixelanon.review.history;

/** Kinds of changes to rectangles, files and lists. The names are stored in the database. */
public enum Deed {
    /** A rectangle was drawn, duplicated or pasted. */
    DREW,
    /** A rectangle was decided to be blanked. */
    BLANKED,
    /** A rectangle was decided to be kept. */
    KEPT,
    /** A decision was withdrawn. */
    REOPENED,
    /** A rectangle was removed. */
    REMOVED,
    /** A rectangle was moved or resized. */
    MOVED,
    /** The reading of a text was corrected. */
    REREAD,
    /** The type of a rectangle was changed. */
    TYPED,
    /** Another property of a rectangle changed. */
    CHANGED,
    /** A file was marked done. */
    DONE,
    /** A file was tagged. */
    TAGGED,
    /** A file was put back to review. */
    REVIEW,
    /** The comment on a file was changed. */
    COMMENTED,
    /** A text was added to a list. */
    LISTED,
    /** A text was removed from a list. */
    UNLISTED
}
