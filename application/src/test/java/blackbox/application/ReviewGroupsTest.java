package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A curator who reviews thirty files of two devices as two groups, with the mouse. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class ReviewGroupsTest {

    private static final int ODD = 11;

    /** Height of a line in the table of groups, in pixels of the screen. */
    private static final int LINE = 20;

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    ReviewGroupsTest() throws Exception {}

    @Test
    void the_odd_one_of_thirty_files_is_left_for_a_look_and_the_others_are_done_by_group()
            throws Exception {
        Path folder = temporary.resolve("files");
        List<Path> files = GroupedFiles.write(folder, ODD);
        Path home = temporary.resolve("home");
        try (RunningWorkbench workbench = RunningWorkbench.start(home, "--open", folder + "")) {
            workbench.await(
                    "the first file",
                    s ->
                            s.value("loaded").equals("true")
                                    && s.number("files") == GroupedFiles.FILES);
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.shift(KeyEvent.VK_G);
            workbench.await("groups", s -> !s.value("component.groups.table").isEmpty());
            review(workbench, GroupedFiles.ECHO, 0);
            review(workbench, GroupedFiles.TOMO, 1);
            for (int i = 0; i < GroupedFiles.FILES; i++) {
                assertRows(workbench.rows(), files.get(i), i);
            }
        }
    }

    /** The steps in the order of the buttons; the larger group stands first. */
    private void review(RunningWorkbench workbench, GroupedFiles.Device device, int line)
            throws Exception {
        Rectangle table = workbench.state().place("component.groups.table");
        // whoever clicks while files are still being grouped clicks on nothing
        workbench.until(
                "the picture of " + device.model(),
                () -> hands.click(new Point(table.x + 20, table.y + LINE * line + LINE / 2)),
                s -> device.isDrawn(hands, s));
        device.drag(hands, workbench.state());
        hands.press(workbench, "groups.apply");
        workbench.await("rectangles", s -> s.value("undo").contains("Apply rectangles to group"));
        workbench.saved();
        hands.press(workbench, "groups.check");
        // the button takes no click before all members are checked
        workbench.until(
                "marks",
                () -> hands.press(workbench, "groups.finish"),
                s -> s.value("undo").contains("Mark group done"));
        workbench.saved();
    }

    private static void assertRows(ReviewRows rows, Path file, int number) {
        String mark =
                number == ODD
                        ? "T group: text outside the rectangles"
                        : "F by group of "
                                + GroupedFiles.deviceOf(number).members()
                                + ", \\d{4}-\\d\\d-\\d\\d";
        assertThat(rows.mark(file)).singleElement().asString().as(file + "").matches(mark);
        assertThat(rows.rectangles(file))
                .filteredOn(row -> row.endsWith(" -1/-1 -1 1"))
                .as("drawn on " + file)
                .hasSize(1);
    }
}
