package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of themselves: help, manual pages, completion. */
class ManualIT {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)(?:, [a-z]+)?  +\\S");

    @TempDir Path folder;

    private static List<String> commands() {
        String help = run("--help").out();
        String list = help.substring(help.indexOf("Commands:"), help.indexOf("Exit code:"));
        return COMMAND.matcher(list).results().map(m -> m.group(1)).toList();
    }

    @Test
    void a_command_alone_answers_as_among_all_others() {
        assertThat(commands()).contains("anonymise", "db", "tags", "frames", "blank", "allowlist");
        for (String name : commands()) {
            Command alone = run(name, "--help");
            assertThat(alone.code()).isZero();
            assertThat(alone.out())
                    .isEqualTo(run("help", name).out())
                    .contains("Usage: pixelanon " + name + " ");
        }
        assertThat(run("anonymize", "--help").out()).startsWith("Usage: pixelanon anonymise");
        assertThat(run("--version").out()).startsWith("PixelAnon ");
        assertThat(run("blanc").err())
                .startsWith("pixelanon: unknown command 'blanc'; did you mean blank?\n");
    }

    @Test
    void every_command_has_a_page_that_man_reads() throws Exception {
        Path man = folder.resolve("man");
        assertThat(run("manual", "-o", man).code()).isZero();
        List<Path> pages = Command.files(man);
        assertThat(pages).contains(man.resolve("pixelanon.1"), man.resolve("pixelanon-db-merge.1"));
        for (String name : commands()) {
            assertThat(Files.readString(man.resolve("pixelanon-" + name + ".1")))
                    .contains(".SH NAME\npixelanon\\-" + name + " \\- ", "\n.SH SYNOPSIS\n");
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff here");
        for (Path page : pages) {
            Process groff =
                    new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", page.toString()).start();
            String shown =
                    new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String wrong =
                    new String(groff.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(wrong).as(page.toString()).isEmpty();
            assertThat(shown).doesNotContain("${", "$$", "%n");
        }
    }

    @Test
    void bash_completes_commands_and_options() throws Exception {
        Path script = folder.resolve("completion");
        assertThat(run("completion", "-o", script).code()).isZero();
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
        String ask =
                "source "
                        + script
                        + "; COMP_WORDS=(pixelanon %s); COMP_CWORD=%d; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE};"
                        + " _complete_pixelanon; echo ${COMPREPLY[*]}";
        assertThat(bash(ask.formatted("bla", 1))).isEqualTo("blank");
        assertThat(bash(ask.formatted("db rects-", 2))).isEqualTo("rects-for-tagged");
        assertThat(bash(ask.formatted("frames --ra", 2))).isEqualTo("--raw16");
        assertThat(bash("source " + script + "; complete -p pixelanon pixelanon-cli"))
                .contains("_complete_pixelanon pixelanon\n")
                .endsWith("_complete_pixelanon pixelanon-cli");
    }

    private static String bash(String command) throws Exception {
        Process bash = new ProcessBuilder("/bin/bash", "-c", command).start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
