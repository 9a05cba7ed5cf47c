package org.pixelanon.summary;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a person did.
 *
 * @param file name of the file in the database
 * @param user who
 * @param at when, local time
 */
record ReviewEvent(String file, String user, LocalDateTime at) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int LENGTH = 19;

    /** The time of a row; the Python tool may write parts of a second, which do not count. */
    static Optional<ReviewEvent> of(String file, String user, String modified) {
        if (modified.length() < LENGTH) {
            return Optional.empty();
        }
        try {
            String seconds = modified.substring(0, LENGTH).replace('T', ' ');
            return Optional.of(new ReviewEvent(file, user, LocalDateTime.parse(seconds, TIME)));
        } catch (DateTimeException e) {
            return Optional.empty(); // not a time: some other program wrote the row
        }
    }
}
