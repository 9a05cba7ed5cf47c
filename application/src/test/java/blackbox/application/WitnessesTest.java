package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;

/** The effort that a user chose, what saw and read each text, and the state of the models. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class WitnessesTest {

    private static final String OPTIONS =
            "nbfs:/SystemFileSystem/Actions/Review/org-pixelanon-workbench-options-ChooseEngines.instance";

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    WitnessesTest() throws Exception {}

    /** A folder of a user who opens Options with F9 and chose the effort. */
    private Path home() throws Exception {
        Path config = temporary.resolve("home/user/config");
        Path keymap = Files.createDirectories(config.resolve("Keymaps/NetBeans"));
        Files.writeString(keymap.resolve("F9.shadow"), OPTIONS);
        Path chosen = Files.createDirectories(config.resolve("Preferences/org/pixelanon"));
        Files.writeString(chosen.resolve("workbench.properties"), "effort=BALANCED\n");
        return temporary.resolve("home");
    }

    private void picture(BufferedImage picture, String name) throws Exception {
        Path target = RunningWorkbench.built().resolveSibling(name);
        ImageIO.write(picture, "png", target.toFile());
    }

    @Test
    void each_text_tells_who_saw_and_read_it_and_options_the_state_of_each_model()
            throws Exception {
        Path file =
                DrawnFiles.in(temporary.resolve("files")).of(SampleKind.CR_MONOCHROME2, "c.dcm");
        Path home = home();
        try (RunningWorkbench workbench = RunningWorkbench.start(home, "--open", file + "")) {
            workbench.await("the file", s -> s.value("loaded").equals("true"));
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.press(KeyEvent.VK_O);
            workbench.await("what was found", s -> s.number("undecided") > 1);

            assertThat(workbench.rows().witnesses(file))
                    .hasSameSizeAs(workbench.rows().texts(file))
                    .allMatch(w -> w.matches("(components|lines1|ppocr[34]|,)+>ppocr4"));
            Rectangle window = workbench.state().place("window");
            BufferedImage before = hands.picture(window);
            picture(before, "witnesses.png");
            hands.press(KeyEvent.VK_F9);
            picture(hands.pictureAfter(before, window), "efforts.png");
            workbench.await("effort", s -> !s.value("component.option-effort").isEmpty());
            workbench.await("finder", s -> !s.value("component.finder.components").isEmpty());
            workbench.await("reader", s -> !s.value("component.option-reader").isEmpty());
        }
        assertThat(RunningWorkbench.complaints(home)).isEmpty();
    }
}
