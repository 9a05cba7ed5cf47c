package org.pixelanon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/extending.md shows what is compiled and run by other tests, and nothing else. */
class ExtendingTest {

    private static final Path DOCS = Path.of(System.getProperty("pixelanon.root"), "docs");

    private static final Pattern SHOWN =
            Pattern.compile(
                    "\\]\\((extending/\\S+\\.java)\\)\\n\\n```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void what_is_shown_is_what_is_compiled() throws IOException {
        String page = Files.readString(DOCS.resolve("extending.md"));
        Map<String, String> shown = new TreeMap<>();
        SHOWN.matcher(page).results().forEach(m -> shown.put(m.group(1), m.group(2)));
        Map<String, String> there = new TreeMap<>();
        try (Stream<Path> files = Files.walk(DOCS.resolve("extending"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                there.put(
                        DOCS.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        }
        assertThat(there).hasSize(5);
        assertThat(shown).isEqualTo(there);
    }
}
