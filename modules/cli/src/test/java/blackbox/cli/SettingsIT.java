package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set outside the command line, and what is logged. */
class SettingsIT {

    @TempDir Path folder;
    private Path site;
    private Path user;
    private JobFolder files;

    @BeforeEach
    void draw() throws IOException {
        files = new JobFolder(folder);
        files.clean("a.dcm", 40);
        site = folder.resolve("site.properties");
        user = folder.resolve("home/pixelanon/pixelanon.properties");
        Files.createDirectories(user.getParent());
    }

    private Command start(Map<String, String> variables, Object... words) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(variables);
        all.put("XDG_CONFIG_HOME", user.getParent().getParent().toString());
        return Command.start(List.of(), List.of("-Dpixelanon.site=" + site), all, folder, words);
    }

    @Test
    void the_command_line_is_stronger_than_environment_user_and_site() throws Exception {
        Files.writeString(site, "jobs = 1\nlog-level = error\n");
        Files.writeString(user, "log = user.log\nlog-level = warning\ntags.format = json\n");
        Map<String, String> variables = Map.of("PIXELANON_OPTION_LOG__LEVEL", "x");
        assertThat(start(variables, "tags", files.in).code())
                .as("there is no command log")
                .isEqualTo(2);
        Command run = start(Map.of("PIXELANON_OPTION_LOG_LEVEL", "info"), "tags", "-q", files.in);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("[");
        assertThat(Files.readString(folder.resolve("user.log")))
                .contains("INFO", "pixelanon tags begins");
        Command stronger =
                start(Map.of(), "tags", "-q", files.in, "--format", "text", "--log", "own.log");
        assertThat(stronger.out()).doesNotStartWith("[");
        assertThat(Files.readString(folder.resolve("own.log")))
                .as("warning, of the user")
                .isEmpty();

        Command told = start(Map.of("PIXELANON_OPTION_SALT", "hush"), "config");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("jobs = 1   [site: " + site + "]")
                .contains("log-level = warning   [user: " + user + "]")
                .contains("log-level = error   [site: " + site + "; overridden]")
                .contains("salt = (secret)")
                .doesNotContain("hush");
    }

    @Test
    void what_no_command_has_and_what_lets_go_of_a_safeguard_is_refused() throws Exception {
        Files.writeString(user, "on-doubts = withhold\n");
        Command unknown = start(Map.of(), "tags", files.in);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains(user + ": no command has an option on-doubts");
        Files.writeString(user, "anonymise.overwrite = true\n");
        assertThat(start(Map.of(), "tags", files.in).err())
                .contains("anonymise.overwrite is allowed on the command line only");
        Files.writeString(user, "on-doubt = withhold\n");
        assertThat(start(Map.of(), "tags", "-q", files.in).code())
                .as("of another command")
                .isZero();
    }

    @Test
    void a_log_tells_of_files_and_never_of_patients() throws Exception {
        String planted = "PLANTED";
        Path named = files.clean("b.dcm", 50);
        byte[] bytes = Files.readAllBytes(named);
        Files.write(named, java.util.Arrays.copyOf(bytes, bytes.length - 9));
        org.pixelanon.synth.SampleFile.of(12, 16)
                .with(
                        b ->
                                b.text(0x00100010, "PN", planted + "^NAME")
                                        .text(0x00100020, "LO", planted)
                                        .text(0x00280008, "IS", planted))
                .write(files.below("c.dcm"), org.pixelanon.synth.Syntax.EXPLICIT);
        Path log = folder.resolve("run.log");
        files.run("--log", log, "--log-level", "debug", "--report", folder.resolve("r.json"));
        String lines = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(lines)
                .contains("INFO", "Clean " + files.in.resolve("a.dcm"))
                .contains("WARNING", "Failed " + files.in.resolve("b.dcm"))
                .contains("pixelanon anonymise ended with exit code 1")
                .doesNotContain(planted);
        Command.run("frames", files.in, "--log", log, "--hash-paths");
        files.run("--log", log, "--hash-paths", "--retry", "all", "--log-level", "warning");
        String added = Files.readString(log).substring(lines.length());
        assertThat(added).doesNotContain("b.dcm", planted);
        assertThat(Command.run("tags", files.in, "--log", folder).err()).contains("is a folder");
    }
}
