package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.cli.Main;
import org.pixelanon.synth.SampleKind;

/** A curator who is in a hurry, and what becomes of files that are not wholly reviewed. */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class HeldBackByKeysTest {

    private static final String AGAIN = "N again";

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static Hands hands;
    private static Path planes;
    private static Path clean;

    @BeforeAll
    static void start() throws Exception {
        hands = new Hands();
        DrawnFiles files = DrawnFiles.in(temporary.resolve("files"));
        planes = files.planes("a.dcm");
        files.of(SampleKind.US_REGIONS, "b.dcm");
        clean = temporary.resolve("clean");
        workbench =
                RunningWorkbench.start(
                        temporary.resolve("home"), "--open", files.folder().toString());
        arrived("a.dcm");
        workbench.await("the first plane seen", s -> s.value("open").equals("PLANE=5"));
    }

    @AfterAll
    static void end() throws Exception {
        if (workbench != null) {
            workbench.close();
        }
    }

    private static OnScreen arrived(String file) {
        return workbench.await(
                file, s -> s.file().equals(file) && s.value("loaded").equals("true"));
    }

    private static OnScreen said(String words) {
        return workbench.await(words, s -> s.value("status").contains(words));
    }

    @Test
    @Order(1)
    void n_says_what_is_open_before_it_marks_done_and_marks_it_when_pressed_again()
            throws Exception {
        hands.shift(KeyEvent.VK_N);
        OnScreen asked = said(AGAIN);
        assertThat(asked.value("status")).startsWith("5 planes neither searched nor seen");
        assertThat(asked.file()).isEqualTo("a.dcm");
        assertThat(asked.value("state")).isEqualTo("TO_REVIEW");
        hands.press(KeyEvent.VK_N);
        workbench.await("another plane", s -> s.value("open").equals("PLANE=4"));
        hands.shift(KeyEvent.VK_N);
        OnScreen again = said("4 planes neither searched nor seen");
        assertThat(again.value("state")).as("the question was another one").isEqualTo("TO_REVIEW");
        hands.shift(KeyEvent.VK_N);
        arrived("b.dcm");
        workbench.saved();
        assertThat(workbench.rows().mark(planes)).containsExactly("F ");
    }

    @Test
    @Order(2)
    void n_counts_suggestions_of_every_kind() throws Exception {
        hands.seeAll(workbench);
        hands.shift(KeyEvent.VK_N);
        assertThat(said(AGAIN).value("status")).matches("\\d+ undecided ultrasound rectangles: .*");
        hands.shift(KeyEvent.VK_N);
        said("last file");
        workbench.await("done", s -> s.value("state").equals("DONE"));
        workbench.saved();
    }

    @Test
    @Order(3)
    void all_done_files_are_redacted_but_those_in_which_something_is_open() throws Exception {
        redactAll();
        OnScreen result = said("0 of 2 files written");
        assertThat(result.value("status"))
                .contains("NeedsReview")
                .contains("marked done with 4 planes neither searched nor seen");
        assertThat(written()).containsExactly("pixelanon-report.json");
        assertThat(Files.readString(clean.resolve("pixelanon-report.json")))
                .contains("\"PLANE\" : 4")
                .contains("\"ULTRASOUND\" : ");
    }

    private static void redactAll() {
        hands.press(KeyEvent.VK_E, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        workbench.await("a chooser", s -> s.value("focus").contains("TextField"));
        hands.control(KeyEvent.VK_A);
        hands.type(clean.toString());
        hands.press(KeyEvent.VK_ENTER);
    }

    private static List<String> written() throws Exception {
        try (Stream<Path> files = Files.list(clean)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @Order(4)
    void the_command_line_holds_the_same_files_back() {
        Path out = temporary.resolve("by-command-line");
        String database = workbench.database().toString();
        int code = Main.run("redact", planes.toString(), "-o", out.toString(), "--db", database);
        assertThat(code).as("a person must look").isEqualTo(3);
        assertThat(out.resolve("a.dcm")).doesNotExist();
    }

    @Test
    @Order(5)
    void a_file_that_is_held_back_shows_what_is_open_and_is_written_once_that_is_decided()
            throws Exception {
        workbench.close();
        workbench = RunningWorkbench.start(temporary.resolve("home"));
        OnScreen held = arrived("b.dcm");
        workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
        assertThat(held.value("open")).startsWith("ULTRASOUND=");
        hands.control(KeyEvent.VK_R);
        workbench.await("to review", s -> s.value("state").equals("TO_REVIEW"));
        workbench.await("undecided", s -> s.number("undecided") > 0);
        hands.shift(KeyEvent.VK_A);
        workbench.await("nothing open", s -> s.value("open").isEmpty());
        hands.shift(KeyEvent.VK_N);
        workbench.await("done", s -> s.value("state").equals("DONE"));
        workbench.saved();
        hands.control(KeyEvent.VK_E);
        said("1 of 1 files written");
        assertThat(written()).containsExactly("b.dcm", "pixelanon-report.json");
    }

    @Test
    @Order(6)
    void planes_seen_in_an_earlier_sitting_need_not_be_seen_again() throws Exception {
        hands.shift(KeyEvent.VK_P);
        arrived("a.dcm");
        hands.control(KeyEvent.VK_R);
        workbench.await("to review", s -> s.value("state").equals("TO_REVIEW"));
        hands.press(KeyEvent.VK_F);
        workbench.await("an overlay", s -> s.value("open").equals("PLANE=3"));
        workbench.saved();
        hands.press(KeyEvent.VK_Q);
        workbench.awaitEnd();
        workbench = RunningWorkbench.start(temporary.resolve("home"));
        arrived("a.dcm");
        assertThat(workbench.state().value("open")).isEqualTo("PLANE=3");
    }
}
