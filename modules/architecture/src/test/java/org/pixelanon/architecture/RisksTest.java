package org.pixelanon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/risks.md names tests; a renamed or deleted one must not leave a risk unguarded. */
class RisksTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    private static final Path ROOT = Path.of(System.getProperty("pixelanon.root"));

    @Test
    void every_test_named_in_the_list_of_risks_exists() throws IOException {
        assertThat(existing("docs/risks.md")).hasSizeGreaterThan(15);
    }

    @Test
    void every_defect_of_the_python_tool_that_can_come_back_has_a_test_of_its_number()
            throws IOException {
        List<Integer> numbers = IntStream.rangeClosed(1, 40).boxed().toList();
        List<String> tests = existing("docs/defects.md");
        assertThat(tests).hasSameSizeAs(numbers);
        for (int i = 0; i < tests.size(); i++) {
            String number = String.format(Locale.ROOT, "defect_%02d_", numbers.get(i));
            assertThat(tests.get(i)).startsWith(number);
        }
    }

    @Test
    void every_detail_of_the_checklist_of_real_files_has_tests() throws IOException {
        assertThat(existing("docs/checklist.md")).hasSizeGreaterThan(50);
        String page = Files.readString(ROOT.resolve("docs/checklist.md"));
        for (int detail = 1; detail <= 17; detail++) {
            assertThat(page).contains("\n## " + detail + ". ");
        }
    }

    /** The names of the tests that a document names, in its order; each of them exists. */
    private static List<String> existing(String document) throws IOException {
        Matcher named = NAMED.matcher(Files.readString(ROOT.resolve(document)));
        List<String> tests = new ArrayList<>();
        while (named.find()) {
            String wanted = "(?:void|List<DynamicTest>)\\s+" + named.group(2) + "\\(";
            assertThat(source(ROOT, named.group(1)))
                    .as(named.group())
                    .containsPattern(Pattern.compile(wanted));
            tests.add(named.group(2));
        }
        return tests;
    }

    private static String source(Path root, String type) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String part : List.of("modules", "application/src")) {
            try (Stream<Path> walk = Files.walk(root.resolve(part))) {
                walk.filter(p -> p.endsWith(type + ".java")).forEach(found::add);
            }
        }
        assertThat(found).as(type).hasSize(1);
        return Files.readString(found.get(0));
    }
}
