package org.pixelanon.review.item;

/** What a person said about an item. */
public enum Verdict {
    /** Nobody decided yet: the item is a suggestion. */
    UNDECIDED,
    /** To be blanked. */
    REDACT,
    /** To be left as it is. */
    KEEP
}
