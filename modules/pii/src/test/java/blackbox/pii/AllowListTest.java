package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.Identity;
import org.pixelanon.pii.ListDetector;

class AllowListTest {

    @Test
    void the_allow_list_decides_exactly_as_full_matching_of_every_pattern_does() throws Exception {
        Path file =
                Path.of(
                        System.getProperty("pixelanon.shared", "none"),
                        "allowlist",
                        "ocr_allowlist_regex.txt");
        assumeTrue(Files.isRegularFile(file), "the allow-list of the seed is not here");
        List<String> lines = Files.readAllLines(file);
        List<Pattern> patterns = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                patterns.add(Pattern.compile(line.strip()));
            }
        }
        ListDetector list = ListDetector.allow(file);
        Random random = new Random(5);
        int matched = 0;
        for (int i = 0; i < 1500; i++) {
            String text = sample(lines.get(random.nextInt(lines.size())), random).strip();
            boolean expected = patterns.stream().anyMatch(p -> p.matcher(text).matches());
            assertThat(list.judge(text, Identity.NONE).isPresent())
                    .as("line " + i)
                    .isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).as("lines of both sorts").isBetween(10, 1490);
    }

    /** A pattern stripped of its syntax often matches it; half of them are spoilt. */
    private static String sample(String pattern, Random random) {
        String text =
                pattern.replaceAll("\\\\d", "7")
                        .replaceAll("\\\\s", " ")
                        .replaceAll("[\\\\^$()\\[\\]?*+|]", "");
        return random.nextBoolean() ? text : text + (char) ('A' + random.nextInt(26));
    }
}
