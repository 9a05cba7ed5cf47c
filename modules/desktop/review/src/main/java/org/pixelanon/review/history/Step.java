package org.pixelanon.review.history;

import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.HistoryNote;

/**
 * An edit under the name that menus show.
 *
 * @param note what the history of the database says of it
 * @param name what the person did
 * @param edit the edit
 */
public record Step(HistoryNote note, String name, ReviewEdit edit) {

    /**
     * Whether it was made in another sitting.
     *
     * @return true if only the database knows its rows
     */
    public boolean isEarlier() {
        return edit instanceof ReviewEdit.OfEarlier;
    }
}
