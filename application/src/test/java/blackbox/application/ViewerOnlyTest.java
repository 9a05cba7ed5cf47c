package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Started to look only, by somebody who has another key for the next plane. */
@NeedsDisplay
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OneAfterTheOther.class)
class ViewerOnlyTest {

    @TempDir static Path temporary;

    private static RunningWorkbench workbench;
    private static Hands hands;

    @BeforeAll
    static void start() throws Exception {
        hands = new Hands();
        Path file = DrawnFiles.in(temporary.resolve("files")).overlaid("overlaid.dcm");
        Path home = temporary.resolve("home");
        Path keymap = Files.createDirectories(home.resolve("user/config/Keymaps/NetBeans"));
        Files.writeString(
                keymap.resolve("X.shadow"),
                "nbfs:/SystemFileSystem/Actions/Review/org-pixelanon-workbench-NextPlane.instance",
                StandardCharsets.UTF_8);
        workbench = RunningWorkbench.start(home, "--viewer", "--open", file.toString());
        workbench.await("the file", s -> s.value("loaded").equals("true"));
    }

    @AfterAll
    static void end() throws Exception {
        if (workbench != null) {
            workbench.close();
        }
    }

    @Test
    @Order(1)
    void a_remapped_key_does_what_it_was_mapped_to() throws Exception {
        hands.press(KeyEvent.VK_X);
        workbench.await("the next plane", s -> s.number("planeIndex") == 1);
    }

    /** Defect 7 of the Python tool. */
    @Test
    @Order(2)
    void a_multi_frame_overlay_on_a_single_frame_image_can_be_viewed_past_frame_0()
            throws Exception {
        assertThat(workbench.state().value("plane")).isEqualTo("overlay 6000, frame 1 of 3");
        assertThat(hands.brightness(spot(100, 10))).as("the bar is short").isZero();
        hands.press(KeyEvent.VK_N);
        hands.press(KeyEvent.VK_N);
        workbench.await("frame 3", s -> s.value("plane").equals("overlay 6000, frame 3 of 3"));
        Rectangle there = spot(100, 10);
        workbench.await("the bar is long", s -> hands.brightness(there) == 255);
    }

    private static Rectangle spot(int column, int row) throws Exception {
        Point at = workbench.state().pixel(column, row);
        return new Rectangle(at.x, at.y, 1, 1);
    }

    @Test
    @Order(3)
    void a_viewer_loads_no_recogniser() throws Exception {
        hands.press(KeyEvent.VK_O);
        workbench.await("a word", s -> s.value("status").contains("--viewer"));
        assertThat(workbench.libraries()).contains("libjvm").doesNotContain("tesseract");
    }

    @Test
    @Order(4)
    void a_second_launcher_asks_the_first_what_is_on_screen() throws Exception {
        Process second = RunningWorkbench.launcher(temporary.resolve("home"), "--ui-state").start();
        String printed = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isZero();
        assertThat(OnScreen.of(printed).file()).isEqualTo("overlaid.dcm");
    }
}
