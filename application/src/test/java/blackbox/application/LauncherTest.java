package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One launcher for both: a command is the command line, files or nothing are the workbench. */
class LauncherTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)(?:, ([a-z]+))?  +\\S");

    @TempDir Path folder;

    /** What a process printed and how it ended. */
    private record Ended(int code, String out, String err) {}

    private static Path bin(String name) {
        return Path.of(System.getProperty("pixelanon.application"), "bin", name);
    }

    /** Without a display, whatever the test has. */
    private Ended call(String launcher, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(bin(launcher).toString()));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        int code =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Ended(
                code,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void every_command_is_the_command_line_with_or_without_a_display() throws Exception {
        Ended help = call("pixelanon", "--help");
        assertThat(help.code()).as(help.err()).isZero();
        String list = help.out().substring(help.out().indexOf("Commands:"));
        String script = Files.readString(bin("pixelanon"));
        List<String> names = new ArrayList<>();
        COMMAND.matcher(list.substring(0, list.indexOf("Exit code:")))
                .results()
                .forEach(
                        m -> {
                            names.add(m.group(1));
                            if (m.group(2) != null) {
                                names.add(m.group(2));
                            }
                        });
        assertThat(names).contains("ocr", "redact", "anonymise", "anonymize", "help");
        for (String name : names) {
            assertThat(script).as(name).containsPattern("[ |]" + name + " \\|");
        }
        Ended drawn = call("pixelanon", "synth", "-o", "drawn", "--count", "1");
        assertThat(drawn.code()).as(drawn.err()).isZero();
        assertThat(folder.resolve("drawn/truth.json")).exists();
    }

    @Test
    void without_a_display_and_a_command_one_line_says_so() throws Exception {
        Files.writeString(folder.resolve("a.dcm"), "");
        for (String[] words :
                new String[][] {
                    {}, {"a.dcm"}, {"*.dcm"}, {"workbench"}, {"workbench", "a.dcm"}, {"--tagged"}
                }) {
            Ended ended = call("pixelanon", words);
            assertThat(ended.code()).as(String.join(" ", words)).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err().lines()).hasSize(1);
            assertThat(ended.err()).contains("no display", "pixelanon --help");
        }
    }

    @Test
    void options_of_dcmaudit_are_the_workbenchs_or_answered_with_what_there_is() throws Exception {
        Files.writeString(folder.resolve("dcmaudit.sqlite.db"), "");
        for (String[] words :
                new String[][] {
                    {"--db", "audit"}, {"-i", "dcmaudit.sqlite.db"}, {"-d", "a.dcm"}, {"-q"}
                }) {
            Ended ended = call("pixelanon", words);
            assertThat(ended.code()).as(words[0]).isEqualTo(1);
            assertThat(ended.err()).contains("no display");
        }
        Ended dump = call("pixelanon", "--dump-database", "audit");
        assertThat(dump.code()).isEqualTo(2);
        assertThat(dump.err().lines()).hasSize(2);
        assertThat(dump.err()).contains("pixelanon db dump");
    }

    @Test
    void a_word_that_is_neither_command_nor_file_opens_no_window() throws Exception {
        Ended ended = call("pixelanon", "anonymice", "scans");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("unknown command 'anonymice'; did you mean anonymi");
    }

    @Test
    void the_other_name_is_the_command_line_alone() throws Exception {
        assertThat(call("pixelanon-cli", "--version").out()).startsWith("PixelAnon ");
        assertThat(call("pixelanon-cli").code()).isEqualTo(2);
    }
}
