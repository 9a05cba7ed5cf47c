package org.pixelanon.review.history;

import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.store.HistoryNote;

/**
 * An edit with its name in menus.
 *
 * @param note its record in the database
 * @param name the name in menus
 * @param edit the edit
 */
public record Step(HistoryNote note, String name, ReviewEdit edit) {

    /**
     * Whether it was made in another sitting.
     *
     * @return true if its rows are known only to the database
     */
    public boolean isEarlier() {
        return edit instanceof ReviewEdit.OfEarlier;
    }
}
