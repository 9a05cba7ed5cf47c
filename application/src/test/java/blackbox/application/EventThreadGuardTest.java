package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;

/** The guard over the event thread looks at code that offends, and at code that does not. */
class EventThreadGuardTest {

    @TempDir Path folder;

    private EventThreadGuard guard;
    private Process process;
    private BufferedReader answers;
    private PrintStream orders;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        file = DrawnFiles.in(folder).of(SampleKind.CR_MONOCHROME2, "a.dcm");
        guard = EventThreadGuard.listen();
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                guard.option().substring("-J".length()),
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OnEventThread.class.getName())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        await("ready");
        guard.watch();
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly().waitFor();
    }

    private void await(String answer) throws Exception {
        assertThat(answers.readLine()).isEqualTo(answer);
    }

    @Test
    void a_file_that_is_opened_on_the_event_thread_is_an_offence_with_its_stack() throws Exception {
        orders.println("event " + file);
        await("1");
        assertThatThrownBy(guard::assertQuiet)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("on the event thread")
                .hasMessageContaining("org.pixelanon.dicom.DicomFile.open");
    }

    @Test
    void the_same_file_opened_on_another_thread_is_none() throws Exception {
        orders.println("other " + file);
        await("1");
        guard.assertQuiet();
    }
}
