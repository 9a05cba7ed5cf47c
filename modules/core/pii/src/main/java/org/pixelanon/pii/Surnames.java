package org.pixelanon.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frequent surnames of a public list ({@code surnames.txt} says which), as written in print. */
final class Surnames {

    static final List<String> COMMON = read();

    private Surnames() {}

    private static List<String> read() {
        try (InputStream in = Surnames.class.getResourceAsStream("surnames.txt")) {
            if (in == null) {
                throw new IllegalStateException("surnames.txt is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("surnames.txt in the jar is broken", e);
        }
    }
}
