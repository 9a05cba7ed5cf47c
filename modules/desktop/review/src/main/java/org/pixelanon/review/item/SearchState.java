package org.pixelanon.review.item;

/** How much of a file was searched for text. */
public enum SearchState {
    /** No search is known. */
    NOT,
    /** Some planes were searched. */
    PARTLY,
    /** All planes were searched. */
    WHOLE
}
