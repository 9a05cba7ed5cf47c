package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What docs/extending.md shows, compiled outside the tree and put into an installation. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class ExtensionsTest {

    private static final String OPTIONS =
            "nbfs:/SystemFileSystem/Actions/Review/org-pixelanon-workbench-options-ChooseEngines.instance";

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    ExtensionsTest() throws Exception {}

    /** A folder of a user who opens Options with F9 and reads with the recogniser of the sample. */
    private Path home() throws Exception {
        Path config = temporary.resolve("home/user/config");
        Path keymap = Files.createDirectories(config.resolve("Keymaps/NetBeans"));
        Files.writeString(keymap.resolve("F9.shadow"), OPTIONS);
        Path chosen = Files.createDirectories(config.resolve("Preferences/org/pixelanon"));
        Files.writeString(chosen.resolve("workbench.properties"), "ocr=top-rows\n");
        return temporary.resolve("home");
    }

    @Test
    void engines_a_view_and_an_action_of_others_are_there() throws Exception {
        Installation installation = Installation.in(temporary.resolve("installation"));
        installation.withSampleEngines(temporary.resolve("work"));
        installation.withSampleView(temporary.resolve("work"));
        Path file = DrawnFiles.in(temporary.resolve("files")).planes("planes.dcm");
        Path home = home();
        try (RunningWorkbench workbench =
                RunningWorkbench.start(installation.folder(), home, "--open", file + "")) {
            workbench.await("the file", s -> s.value("loaded").equals("true"));
            assertThat(workbench.state().all("view")).anyMatch(v -> v.startsWith("CountView "));
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));

            hands.press(KeyEvent.VK_F9, KeyEvent.VK_ALT);
            workbench.await("what the action says", s -> s.value("status").equals("1 files"));

            hands.press(KeyEvent.VK_O);
            workbench.await("what the recogniser found", s -> s.number("undecided") == 1);
            assertThat(workbench.state().value("item")).contains("320x40");

            Rectangle window = workbench.state().place("window");
            BufferedImage before = hands.picture(window);
            hands.press(KeyEvent.VK_F9);
            // whoever asks what is on screen brings the main window to the front, over the dialog
            ImageIO.write(
                    hands.pictureAfter(before, window),
                    "png",
                    RunningWorkbench.built().resolveSibling("options.png").toFile());
            workbench.await("the detector", s -> !s.value("component.detector.wards").isEmpty());
        }
        assertThat(RunningWorkbench.complaints(home)).isEmpty();
    }

    @Test
    void where_others_can_change_an_extension_no_text_is_searched() throws Exception {
        Installation installation = Installation.in(temporary.resolve("installation"));
        installation.withSampleEngines(temporary.resolve("work"));
        Path jar = installation.folder().resolve("extensions/wards.jar");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path file = DrawnFiles.in(temporary.resolve("files")).planes("planes.dcm");
        try (RunningWorkbench workbench =
                RunningWorkbench.start(installation.folder(), home(), "--open", file + "")) {
            workbench.await("the file", s -> s.value("loaded").equals("true"));
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.press(KeyEvent.VK_O);
            workbench.await(
                    "why",
                    s ->
                            s.value("status").contains(jar.getFileName().toString())
                                    && s.value("status").contains("writable by others"));
            hands.press(KeyEvent.VK_F9);
            workbench.await("why", s -> !s.value("component.options.enginesmessage").isEmpty());
        }
    }
}
