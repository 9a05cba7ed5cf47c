package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.cli.Main;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/** Progress as a person sees it, and as a log file gets it. */
class TerminalIT {

    @TempDir static Path samples;

    @TempDir Path folder;

    @BeforeAll
    static void draw() throws IOException {
        SampleSet.of(12).kinds(List.of(SampleKind.CR_MONOCHROME2)).write(samples, 2);
    }

    @Test
    void a_terminal_sees_one_line_with_bar_rate_and_time() throws Exception {
        String said = redact("true");
        assertThat(said)
                .contains("\rRedact [........................] 0 of 3\u001b[K")
                .containsPattern(
                        "\rRedact \\[#{24}\\] 3 of 3, [0-9.]+(/s| s each), took \\d+:\\d\\d\u001b\\[K\\R")
                .contains("2 Redacted")
                .contains("1 file skipped: not DICOM");
        assertThat(said.lines().filter(l -> l.startsWith("["))).isEmpty();
    }

    @Test
    void a_log_file_gets_plain_lines() throws Exception {
        String said = redact("false");
        assertThat(said).doesNotContain("\r").doesNotContain("\u001b");
        assertThat(said.lines().filter(l -> l.matches("\\[\\d/3\\] (Redacted|not DICOM) /.*")))
                .hasSize(3);
    }

    private String redact(String terminal) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dpixelanon.terminal=" + terminal,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "redact",
                                samples.toString(),
                                "-o",
                                Files.createDirectory(folder.resolve(terminal)).toString(),
                                "--rect",
                                "0,0,20,20")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
