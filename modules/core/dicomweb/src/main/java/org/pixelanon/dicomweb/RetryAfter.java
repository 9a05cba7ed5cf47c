package org.pixelanon.dicomweb;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The time after which an archive wants a retry (RFC 9110 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /** 0 if not stated; may be seconds or a date. */
    static long milliseconds(HttpHeaders headers) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text)).toMillis();
        }
        if (text.isEmpty()) {
            return 0;
        }
        try {
            Instant then =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Math.max(0, Duration.between(Instant.now(), then).toMillis());
        } catch (DateTimeParseException e) {
            return 0; // as if not stated
        }
    }
}
