package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.pixelanon.rules.Condition;
import org.pixelanon.rules.Field;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.Rule;
import org.pixelanon.rules.RuleFile;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RulesException;
import org.pixelanon.rules.Step;

/** Counts the table of constructs in docs/rules.md again. */
class ConstructTableTest {

    private static final Path RULES = Path.of(System.getProperty("pixelanon.shared"), "rules");
    private static final List<String> COLUMNS =
            List.of(
                    "smi",
                    "deid.dicom",
                    "ultrasound",
                    "chest",
                    "examples",
                    "tests",
                    "CTP",
                    "Stanford");

    private final Map<String, Map<String, Integer>> table = new TreeMap<>();

    private static String column(Path file) {
        String name = file.toString();
        return name.endsWith("smi")
                ? "smi"
                : name.endsWith("ultrasound")
                        ? "ultrasound"
                        : name.endsWith("chest")
                                ? "chest"
                                : name.contains("_tests_")
                                        ? "tests"
                                        : name.contains("deid_examples")
                                                        || name.contains("/examples_")
                                                ? "examples"
                                                : name.contains("pydicom")
                                                        ? "deid.dicom"
                                                        : name.contains("susom")
                                                                ? "Stanford"
                                                                : "CTP";
    }

    private void count(String construct, Path file) {
        table.computeIfAbsent(construct, c -> new TreeMap<>()).merge(column(file), 1, Integer::sum);
    }

    @Test
    void the_table_of_constructs_is_that_of_the_public_rules() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(RULES), "no rules of other people here");
        try (Stream<Path> walk = Files.walk(RULES)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith("MANIFEST.csv")) {
                    read(file);
                }
            }
        }
        List<String> rows = new ArrayList<>();
        table.forEach(
                (construct, counts) ->
                        rows.add(
                                "| "
                                        + construct
                                        + " | "
                                        + COLUMNS.stream()
                                                .map(
                                                        c ->
                                                                counts.containsKey(c)
                                                                        ? "" + counts.get(c)
                                                                        : "")
                                                .collect(Collectors.joining(" | "))
                                        + " |"));
        String doc =
                Files.readString(Path.of(System.getProperty("pixelanon.root"), "docs", "rules.md"));
        assertThat(doc).contains(String.join("\n", rows));
    }

    private void read(Path file) throws IOException {
        ParsedRules parsed;
        try {
            parsed = RuleReader.read(Files.readString(file));
        } catch (RulesException e) {
            return; // refused: no pixel rules
        }
        for (RuleFile.Section section : parsed.file().sections()) {
            if (section instanceof RuleFile.Verbatim verbatim) {
                count("`" + verbatim.heading().split(" ")[0] + "`, kept", file);
            } else if (section instanceof RuleFile.Filter filter && !filter.name().isEmpty()) {
                count("`%filter`", file);
            }
        }
        parsed.notes()
                .forEach(
                        n ->
                                count(
                                        "oddity: "
                                                + n.replaceAll("^line \\d+: |[:;,].*", "")
                                                        .replaceAll("[:;,].*", ""),
                                        file));
        for (Rule rule : parsed.file().rules()) {
            boolean script = file.toString().endsWith(".script");
            count(script ? "signature" : "`LABEL`", file);
            condition(rule.condition(), file, script);
            for (Step step : rule.steps()) {
                String word = step.keep() ? "keepcoordinates" : "coordinates";
                count(
                        script
                                ? "region (x,y,w,h)"
                                : step.area() instanceof Step.Whole
                                        ? "`" + word + " all`"
                                        : step.area() instanceof Step.From
                                                ? "`" + word + " from:`"
                                                : step.area() instanceof Step.Box box
                                                                && box.asSize()
                                                        ? "`ctp" + word + "`"
                                                        : "`" + word + "`",
                        file);
            }
        }
    }

    private void condition(Condition condition, Path file, boolean script) {
        if (condition instanceof Condition.All all) {
            count(script ? "`*` and" : "`+`", file);
            all.terms().forEach(t -> condition(t, file, script));
        } else if (condition instanceof Condition.Any any) {
            count(script ? "`+` or" : "`\\|\\|`", file);
            any.terms().forEach(t -> condition(t, file, script));
        } else if (condition instanceof Condition.Deid deid) {
            count("`" + deid.criterion().name().toLowerCase(Locale.ROOT) + "`", file);
            name(deid.field(), file);
        } else if (condition instanceof Condition.Ctp ctp) {
            count("`" + ctp.method().word() + (ctp.ignoreCase() ? "IgnoreCase`" : "`"), file);
            name(ctp.field(), file);
        }
    }

    private void name(Field field, Path file) {
        if (field.path().get(0) instanceof Field.Number) {
            count("element by number", file);
        }
    }
}
