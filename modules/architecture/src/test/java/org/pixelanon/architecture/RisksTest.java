package org.pixelanon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/risks.md names tests; a renamed or deleted one must not leave a risk unguarded. */
class RisksTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    @Test
    void every_test_named_in_the_list_of_risks_exists() throws IOException {
        Path root = Path.of(System.getProperty("pixelanon.root"));
        Matcher named = NAMED.matcher(Files.readString(root.resolve("docs/risks.md")));
        int count = 0;
        while (named.find()) {
            count++;
            assertThat(source(root, named.group(1)))
                    .as(named.group())
                    .contains("void " + named.group(2) + "(");
        }
        assertThat(count).isGreaterThan(15);
    }

    private static String source(Path root, String type) throws IOException {
        try (Stream<Path> walk = Files.walk(root.resolve("modules"))) {
            List<Path> found = walk.filter(p -> p.endsWith(type + ".java")).toList();
            assertThat(found).as(type).hasSize(1);
            return Files.readString(found.get(0));
        }
    }
}
