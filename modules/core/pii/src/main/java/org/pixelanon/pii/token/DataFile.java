package org.pixelanon.pii.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** A file of words, labels, units or forms in the jar: headings, entries, and comments. */
final class DataFile {

    /**
     * An entry.
     *
     * @param heading the words of the heading it stands under
     * @param text the line
     * @param number its 1-based line
     */
    record Line(List<String> heading, String text, int number) {}

    private DataFile() {}

    /** Hands over each line that is no comment, heading or blank. */
    static void read(String name, BiConsumer<String, Line> line) {
        List<String> heading = List.of();
        int number = 0;
        for (String text : text(name).split("\n", -1)) {
            number++;
            if (text.startsWith("== ")) {
                heading = List.of(text.substring(3).strip().split(" +", -1));
            } else if (!text.startsWith("#") && !text.isBlank()) {
                line.accept(name, new Line(heading, text, number));
            }
        }
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** All bytes of a file of the jar. */
    static byte[] bytes(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " in the jar is broken", e);
        }
    }
}
