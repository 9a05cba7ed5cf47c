package org.pixelanon.review.find;

import org.pixelanon.review.item.ReviewItem;

/**
 * A text of a file of the session.
 *
 * @param file name of the file in the database
 * @param item the text as it was when it was found
 */
public record FoundText(String file, ReviewItem item) {

    /** Omits file name and text. */
    @Override
    public String toString() {
        return "found " + item;
    }
}
