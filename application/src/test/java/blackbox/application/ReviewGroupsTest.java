package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A curator who reviews thirty files of two devices as two groups, with the mouse. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class ReviewGroupsTest {

    private static final int FILES = 30;
    private static final int ODD = 11;

    private static final int LIGHT = 150;

    /** Height of a line in the table of groups, in pixels of the screen. */
    private static final int LINE = 20;

    /** Files of one device, with a made-up name at one place and nothing else on them. */
    private record Device(String model, int members, int columns, int rows, Rectangle name) {}

    private static final Device ECHO =
            new Device("Echo 5", 18, 400, 300, new Rectangle(10, 10, 170, 40));
    private static final Device TOMO =
            new Device("Tomo 64", 12, 320, 320, new Rectangle(130, 20, 170, 40));

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    ReviewGroupsTest() throws Exception {}

    @Test
    void the_odd_one_of_thirty_files_is_left_for_a_look_and_the_others_are_done_by_group()
            throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("files"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(file(folder.resolve("f%02d.dcm".formatted(i)), deviceOf(i), i));
        }
        Path home = temporary.resolve("home");
        try (RunningWorkbench workbench = RunningWorkbench.start(home, "--open", folder + "")) {
            workbench.await(
                    "the first file",
                    s -> s.value("loaded").equals("true") && s.number("files") == FILES);
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.shift(KeyEvent.VK_G);
            workbench.await("groups", s -> !s.value("component.groups.table").isEmpty());
            review(workbench, ECHO, 0);
            review(workbench, TOMO, 1);
            for (int i = 0; i < FILES; i++) {
                assertRows(workbench.rows(), files.get(i), i);
            }
        }
    }

    private static Device deviceOf(int file) {
        return file < ECHO.members() ? ECHO : TOMO;
    }

    private static Path file(Path path, Device device, int number) throws IOException {
        BufferedImage drawn =
                new BufferedImage(device.columns(), device.rows(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        Rectangle at = device.name();
        pen.fillRect(at.x + 4, at.y + 4, 4, 4);
        pen.drawString("Sample " + (100 + number), at.x + 20, at.y + 28);
        if (number == ODD) {
            pen.drawString("Ada Sample 01.02.1950", 40, 200);
        }
        pen.dispose();
        return SampleFile.of(device.rows(), device.columns())
                .samples(
                        (frame, row, column, channel) ->
                                drawn.getRaster().getSample(column, row, 0))
                .with(
                        file -> {
                            file.text(0x0008_0060, "CS", "OT");
                            file.text(0x0008_1090, "LO", device.model());
                        })
                .write(path, Syntax.EXPLICIT);
    }

    /** The steps in the order of the buttons; the larger group stands first. */
    private void review(RunningWorkbench workbench, Device device, int line) throws Exception {
        Rectangle table = workbench.state().place("component.groups.table");
        // whoever clicks while files are still being grouped clicks on nothing
        workbench.until(
                "the picture of " + device.model(),
                () -> hands.click(new Point(table.x + 20, table.y + LINE * line + LINE / 2)),
                s -> isDrawn(s, device));
        OnScreen state = workbench.state();
        Rectangle name = device.name();
        hands.drag(
                pixel(state, device, name.x, name.y),
                pixel(state, device, name.x + name.width - 1, name.y + name.height - 1));
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

    /** Whether the spot beside the name of each file is on screen. */
    private boolean isDrawn(OnScreen state, Device device) {
        Point spot = pixel(state, device, device.name().x + 5, device.name().y + 5);
        return hands.brightness(new Rectangle(spot, new Dimension(1, 1))) > LIGHT;
    }

    /** Where the middle of a pixel of the picture of a group is on screen. */
    private static Point pixel(OnScreen state, Device device, int column, int row) {
        Rectangle canvas = state.place("component.groups.canvas");
        double scale =
                Math.min(
                        canvas.width / (double) device.columns(),
                        canvas.height / (double) device.rows());
        double left = canvas.x + (canvas.width - device.columns() * scale) / 2;
        double top = canvas.y + (canvas.height - device.rows() * scale) / 2;
        return new Point((int) (left + (column + 0.5) * scale), (int) (top + (row + 0.5) * scale));
    }

    private static void assertRows(ReviewRows rows, Path file, int number) {
        String mark =
                number == ODD
                        ? "T group: text outside the rectangles"
                        : "F by group of " + deviceOf(number).members() + ", \\d{4}-\\d\\d-\\d\\d";
        assertThat(rows.mark(file)).singleElement().asString().as(file + "").matches(mark);
        assertThat(rows.rectangles(file))
                .filteredOn(row -> row.endsWith(" -1/-1 -1 1"))
                .as("drawn on " + file)
                .hasSize(1);
    }
}
