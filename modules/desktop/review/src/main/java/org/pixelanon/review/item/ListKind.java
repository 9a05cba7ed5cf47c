package org.pixelanon.review.item;

/** The lists of expressions that a curator adds texts to. */
public enum ListKind {
    /** What it matches is released. */
    ALLOW,
    /** What it matches is blanked, whatever else is known of it. */
    DENY
}
