package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.RuleCheck;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;
import org.pixelanon.rules.RulesException;

/** Published rules are read. */
class PublicRulesTest {

    private static final Path RULES = Path.of(System.getProperty("pixelanon.shared"), "rules");

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(RULES)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(RULES)) {
            return walk.filter(Files::isRegularFile)
                    .filter(p -> !p.endsWith("MANIFEST.csv"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean refused(Path file) {
        String name = file.getFileName().toString();
        return name.contains("ilter.script") || name.contains("stanford-anonymizer");
    }

    @BeforeEach
    void there() {
        Assumptions.assumeTrue(Files.isDirectory(RULES), "no rules of other people here");
    }

    @TestFactory
    Stream<DynamicTest> every_recipe_and_pixel_script_parses_and_comes_back_equal()
            throws IOException {
        return files().stream()
                .filter(f -> !refused(f))
                .map(
                        f ->
                                DynamicTest.dynamicTest(
                                        f.getFileName().toString(),
                                        () -> {
                                            ParsedRules once = RuleReader.read(Files.readString(f));
                                            String text = RuleWriter.write(once.file());
                                            ParsedRules again = RuleReader.read(text);
                                            assertThat(again.file()).isEqualTo(once.file());
                                            assertThat(RuleWriter.write(again.file()))
                                                    .isEqualTo(text);
                                        }));
    }

    @Test
    void filter_and_header_scripts_are_refused_naming_their_kind() throws IOException {
        List<Path> refused = files().stream().filter(PublicRulesTest::refused).toList();
        assertThat(refused).hasSize(4);
        for (Path file : refused) {
            boolean header = file.getFileName().toString().contains("anonymizer");
            assertThatThrownBy(() -> RuleReader.read(Files.readString(file)))
                    .as(file.getFileName().toString())
                    .isInstanceOf(RulesException.class)
                    .hasMessageContaining(
                            header ? "header anonymizer script" : "CTP filter script");
        }
    }

    @Test
    void scripts_and_recipes_are_told_apart_and_hold_as_many_rules_as_they_state()
            throws IOException {
        for (Path file : files()) {
            if (refused(file)) {
                continue;
            }
            String text = Files.readString(file);
            ParsedRules parsed = RuleReader.read(text);
            boolean script = file.toString().endsWith(".script");
            assertThat(parsed.file().language())
                    .isEqualTo(script ? RuleLanguage.CTP : RuleLanguage.DEID);
            long stated =
                    script
                            ? text.chars().filter(c -> c == '{').count()
                            : text.lines().filter(l -> l.strip().startsWith("LABEL")).count();
            assertThat(parsed.file().rules()).as(file.toString()).hasSize((int) stated);
        }
    }

    @Test
    void rules_that_were_damaged_are_read_or_refused_and_nothing_else() throws IOException {
        Random random = new Random(11);
        String scraps = "(){}\"#%+|*!.,:[]\\0FORMAT contains LABEL coordinates from: all \n\r\t-1";
        for (Path file : files()) {
            String text = Files.readString(file);
            String whole = text.substring(0, Math.min(text.length(), 4_000));
            for (int i = 0; i < 200; i++) {
                StringBuilder damaged = new StringBuilder(whole);
                for (int n = random.nextInt(5); n >= 0; n--) {
                    int at = random.nextInt(damaged.length() + 1);
                    int end = Math.min(damaged.length(), at + random.nextInt(20));
                    int from = random.nextInt(scraps.length());
                    damaged.replace(
                            at, end, scraps.substring(from, Math.min(scraps.length(), from + 3)));
                }
                String rules = damaged.toString();
                ParsedRules parsed;
                try {
                    parsed = RuleReader.read(rules);
                } catch (RulesException e) {
                    continue;
                }
                RuleCheck.of(parsed);
                String normal = RuleWriter.write(parsed.file());
                assertThat(RuleWriter.write(RuleReader.read(normal).file())).isEqualTo(normal);
            }
        }
        assertThatThrownBy(() -> RuleReader.read("{ " + "(".repeat(100_000) + " } (0,0,1,1)"))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("too deep");
    }
}
