package org.pixelanon.summary;

import java.time.LocalDateTime;
import java.util.Optional;
import org.pixelanon.store.RowTime;

/**
 * Something a person did.
 *
 * @param file name of the file in the database
 * @param user who
 * @param at when, local time
 */
record ReviewEvent(String file, String user, LocalDateTime at) {

    /** The time of a row, ignoring fractions of a second, which dicompixelanon may write. */
    static Optional<ReviewEvent> of(String file, String user, String modified) {
        return RowTime.parsed(modified).map(at -> new ReviewEvent(file, user, at));
    }
}
