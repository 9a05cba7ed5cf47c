package org.pixelanon.review.item;

/** The lists of expressions that a curator adds texts to. */
public enum ListKind {
    /** The allow-list: matching texts are kept. */
    ALLOW,
    /** The deny-list: matching texts are blanked, whatever else is known. */
    DENY
}
