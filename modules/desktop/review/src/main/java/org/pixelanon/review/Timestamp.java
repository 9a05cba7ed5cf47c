package org.pixelanon.review;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time as rows of the shared database have it. */
final class Timestamp {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Timestamp() {}

    /** Now, local time {@code yyyy-MM-dd HH:mm:ss}. */
    static String now() {
        return FORM.format(LocalDateTime.now(ZoneId.systemDefault()));
    }
}
