package org.pixelanon.review.item;

/** A person's decision on an item. */
public enum Verdict {
    /** Undecided: the item is a suggestion. */
    UNDECIDED,
    /** To be blanked. */
    REDACT,
    /** To be kept. */
    KEEP
}
