package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
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

/** A curator who makes a rule of a rectangle and uses it on the other files of the device. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class ReviewRulesTest {

    private static final Rectangle NAME = new Rectangle(10, 10, 170, 40);
    private static final String RECIPE =
            "FORMAT dicom\n\n%filter graylist\n\n# rules of this site\nLABEL Tomo names\n"
                    + "  equals ManufacturerModelName Tomo 64\n"
                    + "  ctpcoordinates 20,30,100,20\n";

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    ReviewRulesTest() throws Exception {}

    @Test
    void a_rule_made_in_two_clicks_suggests_its_rectangle_on_all_files_of_the_device()
            throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("files"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(file(folder.resolve("f" + i + ".dcm"), i < 4 ? "Echo 5" : "Tomo 64"));
        }
        Path home = temporary.resolve("home");
        Path rules = home.resolve("smi/data/deid/deid.dicom.site");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, RECIPE);
        try (RunningWorkbench workbench = RunningWorkbench.start(home, "--open", folder + "")) {
            OnScreen state =
                    workbench.await(
                            "the first file",
                            s -> s.value("loaded").equals("true") && s.number("files") == 5);
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.drag(
                    state.pixel(NAME.x, NAME.y),
                    state.pixel(NAME.x + NAME.width - 1, NAME.y + NAME.height - 1));
            hands.press(KeyEvent.VK_R);
            workbench.await("drawn", s -> s.value("item").startsWith("PERSON "));
            workbench.saved();
            makeRule(workbench, rules);
            accept(workbench, files.get(1));
            go(workbench, "f2.dcm");
            workbench.await("suggested", s -> s.value("layer.RULE").equals("1 shown"));
            hands.press(KeyEvent.VK_5, KeyEvent.VK_ALT);
            workbench.await("hidden", s -> s.value("layer.RULE").equals("1 hidden"));
            go(workbench, "f4.dcm");
            workbench.await("the site's own rule", s -> s.value("item").startsWith("RULE "));
        }
    }

    private void makeRule(RunningWorkbench workbench, Path rules) throws IOException {
        hands.shift(KeyEvent.VK_R);
        workbench.await("the view", s -> !s.value("component.rules.draft").isEmpty());
        // whoever clicks while the view is still finding its place clicks on nothing
        workbench.until(
                "similar files",
                () -> hands.press(workbench, "rules.draft"),
                s -> !s.value("component.rules.similar").isEmpty());
        workbench.until(
                "the rule in the list",
                // it takes no click before the similar files are found
                () -> hands.press(workbench, "rules.add"),
                s -> s.value("component.rules.similar").isEmpty());
        assertThat(Files.readString(rules)).as("not saved yet").isEqualTo(RECIPE);
        workbench.until(
                "the rule in the file",
                () -> hands.press(workbench, "rules.save"),
                s -> read(rules).contains("LABEL Echo 5 OT 400x300"));
        assertThat(read(rules)).contains("# rules of this site\nLABEL Tomo names");
    }

    /** What a person accepts is a row that a person wrote, wherever it was suggested. */
    private void accept(RunningWorkbench workbench, Path file) {
        go(workbench, file.getFileName().toString());
        workbench.await("suggested", s -> s.value("item").startsWith("RULE "));
        hands.shift(KeyEvent.VK_A);
        workbench.await("accepted", s -> s.number("undecided") == 0);
        workbench.saved();
        assertThat(workbench.rows().rectangles(file)).hasSize(1);
        assertThat(workbench.rows().rectangles(file).get(0)).endsWith(" -1/-1 -1 1");
    }

    private void go(RunningWorkbench workbench, String file) {
        while (!workbench.await("a file", s -> !s.file().isEmpty()).file().equals(file)) {
            String before = workbench.await("a file", s -> true).file();
            hands.press(KeyEvent.VK_ESCAPE);
            workbench.await("a step", s -> !s.file().equals(before));
        }
        workbench.await(file, s -> s.value("loaded").equals("true"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path file(Path path, String model) throws IOException {
        return SampleFile.of(300, 400)
                .samples((frame, row, column, channel) -> 40 + (row + column) % 64)
                .with(
                        file -> {
                            file.text(0x0008_0060, "CS", "OT");
                            file.text(0x0008_1090, "LO", model);
                        })
                .write(path, Syntax.EXPLICIT);
    }
}
