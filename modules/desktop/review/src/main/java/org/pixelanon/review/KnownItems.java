package org.pixelanon.review;

import java.util.List;
import org.pixelanon.pipeline.database.InspectedPlanes;
import org.pixelanon.review.item.ReviewItem;

/**
 * What is known and suggested of a file.
 *
 * @param items rectangles
 * @param looked which planes were searched, and shown to the user
 */
record KnownItems(List<ReviewItem> items, InspectedPlanes looked) {

    /** Copies the list. */
    KnownItems {
        items = List.copyOf(items);
    }
}
