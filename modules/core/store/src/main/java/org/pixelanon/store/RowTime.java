package org.pixelanon.store;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times of rows as the Python tool and this one write them: local, to the second. */
public final class RowTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final int LENGTH = 19;

    private RowTime() {}

    /**
     * Now.
     *
     * @return {@code yyyy-MM-dd HH:mm:ss}
     */
    public static String now() {
        return FORMAT.format(LocalDateTime.now(ZoneId.systemDefault()));
    }

    /**
     * Reads the time of a row; the Python tool may write parts of a second, which do not count.
     *
     * @param text as it is in the row
     * @return empty if it is no time: some other program wrote the row
     */
    public static Optional<LocalDateTime> parsed(String text) {
        if (text.length() < LENGTH) {
            return Optional.empty();
        }
        try {
            String seconds = text.substring(0, LENGTH).replace('T', ' ');
            return Optional.of(LocalDateTime.parse(seconds, FORMAT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
