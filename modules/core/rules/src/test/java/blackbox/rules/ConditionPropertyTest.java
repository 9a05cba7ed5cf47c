package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.rules.RuleConversion;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleWriter;

/**
 * The boolean structure of both languages against evaluators that share nothing with the parsers:
 * lines of truth values read from left to right, and a stack for brackets.
 */
class ConditionPropertyTest {

    private static final int TRIALS = 3_000;
    private static final List<String> TRUE =
            List.of(
                    "contains Modality X",
                    "equals Rows 20",
                    "present Modality",
                    "missing PatientID",
                    "empty ManufacturerModelName",
                    "notequals Modality MR",
                    "notcontains Manufacturer Beta+");
    private static final List<String> FALSE =
            List.of(
                    "contains Modality MR|CT",
                    "equals Rows 2",
                    "present PatientID",
                    "missing Modality",
                    "empty Modality",
                    "notequals Modality XA",
                    "notcontains Manufacturer acme");
    private static final List<String> TRUE_TERMS =
            List.of(
                    "Modality.equals(\"XA\")",
                    "[0028,0010].startsWith(\"2\")",
                    "Manufacturer.containsIgnoreCase(\"ACME\")",
                    "PatientID.equals(\"\")",
                    "Columns.matches(\"[0-9]+\")",
                    "true.");
    private static final List<String> FALSE_TERMS =
            List.of(
                    "Modality.equals(\"xa\")",
                    "[0028,0010].endsWith(\"2\")",
                    "Manufacturer.contains(\"ACME\")",
                    "Modality.equals(\"\")",
                    "Columns.matches(\"[0-9]\")",
                    "false.");

    @TempDir Path folder;

    private static String pick(Random random, boolean truth, List<String> yes, List<String> no) {
        List<String> from = truth ? yes : no;
        return from.get(random.nextInt(from.size()));
    }

    @Test
    void recipes_combine_lines_and_criteria_in_lines_from_left_to_right() throws Exception {
        Random random = new Random(1);
        try (DicomFile file = Sample.open(folder, b -> {})) {
            for (int i = 0; i < TRIALS; i++) {
                StringBuilder text = new StringBuilder();
                boolean any = false;
                boolean check = false;
                int lines = 1 + random.nextInt(6);
                for (int l = 0; l < lines; l++) {
                    String operator = l == 0 ? "" : List.of("+ ", "|| ", "").get(random.nextInt(3));
                    boolean line = false;
                    StringBuilder words = new StringBuilder();
                    int terms = 1 + random.nextInt(3);
                    for (int t = 0; t < terms; t++) {
                        boolean truth = random.nextBoolean();
                        boolean and = random.nextBoolean();
                        if (t > 0) {
                            words.append(and ? " + " : " || ");
                        }
                        words.append(pick(random, truth, TRUE, FALSE));
                        line = t == 0 ? truth : and ? line & truth : line | truth;
                    }
                    text.append("  ").append(operator).append(words).append('\n');
                    if (operator.isEmpty()) {
                        any |= check; // another check
                        check = line;
                    } else {
                        check = operator.equals("+ ") ? check & line : check | line;
                    }
                }
                boolean expected = any | check;
                assertThat(Sample.matches(file, text.toString()))
                        .as(text.toString())
                        .isEqualTo(expected);
                assertReturns(Sample.recipe(text.toString()));
                assertSameAs(
                        file, Sample.recipe(text.toString()), RuleLanguage.CTP, expected, text);
            }
        }
    }

    @Test
    void scripts_bind_not_before_and_before_or() throws Exception {
        Random random = new Random(2);
        try (DicomFile file = Sample.open(folder, b -> {})) {
            for (int i = 0; i < TRIALS; i++) {
                List<String> tokens = new ArrayList<>();
                expression(random, 0, tokens);
                StringBuilder text = new StringBuilder();
                for (String token : tokens) {
                    String word =
                            switch (token) {
                                case "T" -> pick(random, true, TRUE_TERMS, FALSE_TERMS);
                                case "F" -> pick(random, false, TRUE_TERMS, FALSE_TERMS);
                                default -> token;
                            };
                    text.append(word).append(random.nextInt(5) == 0 ? "\n  " : " ");
                }
                boolean expected = byStack(tokens);
                assertThat(Sample.signs(file, text.toString()))
                        .as(text.toString())
                        .isEqualTo(expected);
                assertReturns("{ " + text + " } (0,0,1,1)");
                assertSameAs(file, "{ " + text + " } (0,0,1,1)", RuleLanguage.DEID, expected, text);
            }
        }
    }

    private static void assertReturns(String rules) throws Exception {
        var once = RuleReader.read(rules).file();
        assertThat(RuleReader.read(RuleWriter.write(once)).file().rules().get(0).condition())
                .as(rules)
                .isEqualTo(once.rules().get(0).condition());
    }

    /** A converted rule matches the same files; conditions that cannot match are not written. */
    private static void assertSameAs(
            DicomFile file, String rules, RuleLanguage to, boolean expected, CharSequence name)
            throws Exception {
        String text = rules.startsWith("FORMAT") ? rules + "  coordinates 0,0,1,1\n" : rules;
        var converted = RuleConversion.of(RuleReader.read(text).file(), to, true).file();
        if (converted.rules().isEmpty()) {
            assertThat(expected).as("left out: " + name).isFalse();
            return;
        }
        String other = RuleWriter.write(converted);
        String wider =
                to == RuleLanguage.CTP
                        ? "(?s).*(missing|present|empty).*" // a script cannot tell them apart
                        : "(?s).*(\"xa\"|\\.contains\\(\"ACME).*"; // case does not matter there
        if (!name.toString().matches(wider)) {
            assertThat(Sample.apply(file, other).matching().isEmpty())
                    .as(name + "\n" + other)
                    .isEqualTo(!expected);
        }
    }

    /** A random expression as tokens: T F + * ! ( ). */
    private static void expression(Random random, int depth, List<String> out) {
        int kind = depth > 4 ? 0 : random.nextInt(6);
        switch (kind) {
            case 1, 2 -> {
                expression(random, depth + 1, out);
                out.add(kind == 1 ? "+" : "*");
                expression(random, depth + 1, out);
            }
            case 3 -> {
                out.add("(");
                expression(random, depth + 1, out);
                out.add(")");
            }
            case 4 -> {
                out.add("!");
                out.add("(");
                expression(random, depth + 1, out);
                out.add(")");
            }
            case 5 -> {
                out.add("!");
                out.add(random.nextBoolean() ? "T" : "F");
            }
            default -> out.add(random.nextBoolean() ? "T" : "F");
        }
    }

    /** Two stacks, as for pocket calculators. */
    private static boolean byStack(List<String> tokens) {
        Deque<Boolean> values = new ArrayDeque<>();
        Deque<String> operators = new ArrayDeque<>();
        for (String token : tokens) {
            switch (token) {
                case "T" -> values.push(true);
                case "F" -> values.push(false);
                case "(", "!" -> operators.push(token);
                case ")" -> {
                    while (!operators.peek().equals("(")) {
                        reduce(values, operators.pop());
                    }
                    operators.pop();
                }
                default -> {
                    while (!operators.isEmpty() && rank(operators.peek()) >= rank(token)) {
                        reduce(values, operators.pop());
                    }
                    operators.push(token);
                }
            }
        }
        while (!operators.isEmpty()) {
            reduce(values, operators.pop());
        }
        return values.pop();
    }

    private static int rank(String operator) {
        return "(+*!".indexOf(operator);
    }

    private static void reduce(Deque<Boolean> values, String operator) {
        boolean last = values.pop();
        values.push(
                switch (operator) {
                    case "!" -> !last;
                    case "*" -> values.pop() & last;
                    default -> values.pop() | last;
                });
    }
}
