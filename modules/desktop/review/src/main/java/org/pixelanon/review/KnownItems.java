package org.pixelanon.review;

import java.util.List;
import org.pixelanon.pipeline.database.InspectedPlanes;
import org.pixelanon.review.item.ReviewItem;

/**
 * The known and suggested items of a file.
 *
 * @param items rectangles
 * @param looked the planes searched, and those shown to the user
 */
record KnownItems(List<ReviewItem> items, InspectedPlanes looked) {

    /** Copies the list. */
    KnownItems {
        items = List.copyOf(items);
    }
}
