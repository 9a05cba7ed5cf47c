package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Regular expressions of rules and lists that would run for ever: the commands end with a result,
 * or name the expression that they gave up. The time limit is there to fail and not to hang.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExpressionsIT {

    private static final Path CASES = Path.of(System.getProperty("pixelanon.shared"), "cases");

    /** What each of these expressions would try in vain, in more ways than there are atoms. */
    private static final String VALUE = "a".repeat(60) + "!";

    /** Those that another engine answers, because they neither look around nor refer back. */
    private static final List<String> ANSWERED =
            List.of("^((a+)+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*a){30}b", "^(([a-z])+.)+[A-Z]$");

    /** Those that have to be given up. */
    private static final List<String> GIVEN_UP =
            List.of("^((a+)+)+(?=z)!", "^((a+)+)+(?<=b)!", "^(a+)+\\1b");

    private static final int STUDY_DESCRIPTION = 0x00081030;

    private Path root;

    @BeforeEach
    void folder() throws IOException {
        root = Files.createTempDirectory("expressions").toRealPath();
        open(root, "rwxrwxrwx");
    }

    @AfterEach
    void remove() throws Exception {
        new ProcessBuilder("rm", "-rf", root.toString()).start().waitFor();
    }

    private static void open(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private Path text(String name, String content) throws IOException {
        Path file = Files.writeString(root.resolve(name), content);
        open(file, "rw-r--r--");
        return file;
    }

    private Command run(List<String> before, Object... arguments) throws Exception {
        return Command.start(before, List.of(), Map.of("PATH", "/usr/bin:/bin"), root, arguments);
    }

    private Path scan() throws IOException {
        Path file =
                SampleFile.of(20, 30)
                        .samples((f, r, c, k) -> 200)
                        .with(b -> b.text(STUDY_DESCRIPTION, "LO", VALUE))
                        .write(root.resolve("scan.dcm"), Syntax.EXPLICIT);
        open(file, "rw-r--r--");
        return file;
    }

    private static String recipe(List<String> expressions) {
        StringBuilder rules = new StringBuilder("FORMAT dicom\n%filter graylist\n");
        for (String expression : expressions) {
            rules.append("LABEL one\ncontains StudyDescription ")
                    .append(expression)
                    .append("\n  coordinates 0,0,5,5\n");
        }
        return rules.toString();
    }

    private static String script(List<String> expressions) {
        StringBuilder rules = new StringBuilder();
        for (String expression : expressions) {
            rules.append("{ StudyDescription.matches(\"")
                    .append(expression)
                    .append("\") } (0,0,5,5)\n");
        }
        return rules.toString();
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void rules_with_an_answer_are_answered(List<String> before) throws Exception {
        Path scan = scan();
        for (Path rules :
                List.of(
                        text("answered.recipe", recipe(ANSWERED)),
                        text("answered.script", script(ANSWERED)))) {
            Command done = run(before, "redact", scan, "-q", "--rules", rules, "--dry-run");
            assertThat(done.err()).as(rules.toString()).contains("1 Clean");
            assertThat(done.code()).isZero();
            Command check = run(before, "rules", "check", rules);
            assertThat(check.code()).isZero();
            assertThat(check.out()).contains("nested repetition");
        }
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void a_rule_that_is_given_up_withholds_the_file_and_is_named(List<String> before)
            throws Exception {
        Path scan = scan();
        for (String expression : GIVEN_UP) {
            List<String> one = List.of(expression);
            for (Path rules :
                    List.of(text("up.recipe", recipe(one)), text("up.script", script(one)))) {
                int line = rules.toString().endsWith("recipe") ? 3 : 1;
                boolean first = expression.equals(GIVEN_UP.get(0));
                for (String command : first ? List.of("redact", "anonymise") : List.of("redact")) {
                    Path out = Files.createTempDirectory(root, "out");
                    open(out, "rwxrwxrwx");
                    Command held = run(before, command, scan, "-q", "--rules", rules, "-o", out);
                    assertThat(held.code()).as(expression + held.err()).isEqualTo(3);
                    assertThat(held.complaints())
                            .singleElement()
                            .asString()
                            .startsWith("NeedsReview: " + scan)
                            .contains(rules + ": line " + line + ": ", "too many steps")
                            .doesNotContain("aaaa", "Exception");
                    assertThat(Command.files(out)).as("nothing is published").isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void a_line_of_a_list_that_is_given_up_releases_nothing(List<String> before) throws Exception {
        List<String> all = new ArrayList<>(ANSWERED);
        all.addAll(GIVEN_UP);
        Path list = text("allow.txt", String.join("\n", all) + "\n");
        Path lines = text("lines.txt", VALUE + "\n" + VALUE.replace('a', 'b') + "\n");
        Command test = run(before, "allowlist", "test", list, "--no-match", lines);
        assertThat(test.out()).isEqualTo("0 lines disagree\n");
        assertThat(test.code()).isZero();
        Command check = run(before, "allowlist", "check", list);
        assertThat(check.out()).contains("nested repetition", "it may time out");
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void the_shared_cases_end_with_an_answer_or_a_name(List<String> before) throws Exception {
        assumeTrue(Files.isReadable(CASES.resolve("redos.dcm")), "no shared cases here");
        for (String rules : List.of("redos.txt", "redos.ctp")) {
            Path copy = text(rules, Files.readString(CASES.resolve(rules)));
            Path scan = root.resolve("redos.dcm");
            Files.write(scan, Files.readAllBytes(CASES.resolve("redos.dcm")));
            Command done = run(before, "redact", scan, "-q", "--rules", copy, "--dry-run");
            assertThat(done.err()).as(rules).doesNotContain("Exception");
            assertThat(done.code()).as(rules + done.err()).isIn(0, 3);
            if (done.code() == 3) {
                assertThat(done.complaints()).singleElement().asString().contains(rules, "line");
            }
        }
        Path list = text("allow.txt", Files.readString(CASES.resolve("allow.txt")));
        Path lines = text("lines.txt", Files.readString(CASES.resolve("lines.txt")));
        assertThat(run(before, "allowlist", "test", list, "--no-match", lines).out())
                .isEqualTo("0 lines disagree\n");
        assertThat(run(before, "allowlist", "check", list).out()).contains("nested repetition");
    }
}
