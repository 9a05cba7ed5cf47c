package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.synth.SampleKind;

/**
 * Takes the pictures of {@code docs/user/guide.md} from the application as it is, of drawn files
 * only: {@code xvfb-run -a -s '-screen 0 1600x1000x24' mvn verify
 * -Dpixelanon.pictures=$PWD/docs/user/pictures}.
 */
@NeedsDisplay
@EnabledIfSystemProperty(
        named = "pixelanon.pictures",
        matches = ".+",
        disabledReason = "-Dpixelanon.pictures=FOLDER takes the pictures of the guide anew")
class GuidePicturesTest {

    private static final int WIDTH = 1080;
    private static final String RESULTS = "ResultsTopComponent showing=true";

    @TempDir Path temporary;

    private RunningWorkbench workbench;
    private Hands hands;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"dark,com.formdev.flatlaf.FlatDarkLaf", "light,com.formdev.flatlaf.FlatLightLaf"})
    void pictures_of_the_guide(String name, String look) throws Exception {
        hands = new Hands();
        DrawnFiles files = DrawnFiles.in(temporary.resolve("files"));
        files.of(SampleKind.US_REGIONS, "ultrasound-1.dcm");
        files.of(SampleKind.CR_MONOCHROME2, "radiograph-1.dcm");
        files.planes("overlays.dcm");
        files.unreadable("unreadable.dcm");
        Path home = temporary.resolve("home");
        try (StudyList archive = new StudyList();
                RunningWorkbench running = started(home, archive, look)) {
            workbench = running;
            workbench.pass("--open", files.folder().toString());
            text(name);
            ultrasound(name);
            results(name);
            find(name);
            history(name);
            archive(name);
            rules(name);
            summary(name);
        }
    }

    /** Remembers the address of an archive. */
    private static RunningWorkbench started(Path home, StudyList archive, String look)
            throws Exception {
        Path preferences = home.resolve("user/config/Preferences/org/pixelanon");
        Files.createDirectories(preferences);
        Files.writeString(
                preferences.resolve("workbench.properties"),
                "remote.archive.address=" + archive.address().replace(":", "\\:") + "\n");
        return RunningWorkbench.start(home, "--laf", look);
    }

    /** All files searched, one of which cannot be read. */
    private void results(String name) throws Exception {
        hands.press(KeyEvent.VK_O, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        workbench.await("results", s -> s.all("view").stream().anyMatch(RESULTS::equals));
        take("results-" + name);
    }

    private void find(String name) throws Exception {
        hands.control(KeyEvent.VK_F);
        workbench.await("the words", s -> s.value("focus").contains("find-words"));
        hands.type("a");
        workbench.until(
                "the texts found",
                () -> hands.press(KeyEvent.VK_TAB),
                s -> s.value("focus").contains("find-table") && s.number("focusRows") > 1);
        hands.press(KeyEvent.VK_DOWN);
        take("find-" + name);
    }

    private void history(String name) throws Exception {
        hands.shift(KeyEvent.VK_H);
        workbench.await(
                "the history",
                s -> s.value("focus").contains("history-table") && s.number("focusRows") > 2);
        hands.press(KeyEvent.VK_DOWN);
        take("history-" + name);
    }

    private void archive(String name) throws Exception {
        hands.press(KeyEvent.VK_P, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        workbench.await("the archive", s -> !s.value("component.remote.entries").isEmpty());
        take("archive-" + name);
        hands.press(KeyEvent.VK_ESCAPE);
        workbench.await("no dialog", s -> s.value("component.remote.address").isEmpty());
    }

    private void text(String name) throws Exception {
        go("radiograph-1.dcm");
        hands.press(KeyEvent.VK_O);
        workbench.await("texts", s -> s.number("undecided") > 3);
        hands.press(KeyEvent.VK_TAB);
        workbench.await("one selected", s -> !s.value("selected").equals("none"));
        for (int left = workbench.state().number("undecided") - 1; left > 4; left--) {
            String rest = Integer.toString(left);
            hands.press(KeyEvent.VK_ENTER);
            workbench.await("accepted", s -> s.value("undecided").equals(rest));
        }
        take("text-" + name);
    }

    private void ultrasound(String name) throws Exception {
        go("ultrasound-1.dcm");
        take("suggestions-" + name);
        hands.shift(KeyEvent.VK_A);
        workbench.await("all accepted", s -> s.number("undecided") == 0);
        hands.press(KeyEvent.VK_SPACE);
        workbench.await("redacted", s -> s.value("redactedView").equals("true"));
        take("redacted-" + name);
    }

    /** A rule made of the rectangles of one file, with all files it matches. */
    private void rules(String name) throws Exception {
        DrawnFiles similar = DrawnFiles.in(temporary.resolve("similar-" + name));
        for (int i = 1; i <= 5; i++) {
            similar.of(SampleKind.CR_MONOCHROME2, "radiograph-" + i + ".dcm");
        }
        similar.planes("overlays.dcm");
        workbench.pass("--open", similar.folder().toString());
        workbench.await("files", s -> s.number("files") == 6);
        go("radiograph-2.dcm");
        hands.press(KeyEvent.VK_O);
        workbench.await("texts", s -> s.number("undecided") > 3);
        hands.shift(KeyEvent.VK_A);
        workbench.await("all accepted", s -> s.number("undecided") == 0);
        hands.shift(KeyEvent.VK_R);
        press("rules.draft");
        workbench.await("similar files", s -> !s.value("component.rules.similar").isEmpty());
        take("rule-" + name);
        press("rules.add");
        workbench.await("rules", s -> !s.value("component.rules.lab").isEmpty());
        take("rules-" + name);
    }

    /** The models in a CSV file of tags. */
    private void summary(String name) throws Exception {
        StringBuilder tags = new StringBuilder("ManufacturerModelName,Modality,Rows\n");
        String[] models = {"Alder 64", "Birch Mobile", "Cedar CR", "Dogwood", "Elm 3T", "Fir 500"};
        for (int i = 0; i < models.length; i++) {
            tags.append((models[i] + ",CT,512\n").repeat(1200 / (i + 2)));
        }
        Path csv = Files.writeString(temporary.resolve("tags-" + name + ".csv"), tags);
        hands.shift(KeyEvent.VK_S);
        press("summary.openCsv");
        workbench.await("the dialog", s -> s.value("focus").contains("TextField"));
        hands.type(csv.toString());
        hands.press(KeyEvent.VK_ENTER);
        workbench.await("columns", s -> !s.value("component.summary.columns").isEmpty());
        take("summary-" + name);
    }

    private void press(String button) {
        Rectangle at = workbench.still(button);
        hands.click(new Point(at.x + at.width / 2, at.y + at.height / 2));
    }

    private void go(String file) {
        workbench.await("files", s -> s.value("loaded").equals("true"));
        while (!workbench.await("a file", s -> !s.file().isEmpty()).file().equals(file)) {
            String before = workbench.await("a file", s -> true).file();
            hands.press(KeyEvent.VK_ESCAPE);
            workbench.await("a step", s -> !s.file().equals(before));
        }
        workbench.await(file, s -> s.value("loaded").equals("true"));
    }

    private static IntBuffer pixels(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return IntBuffer.wrap(picture.getRGB(0, 0, width, height, null, 0, width));
    }

    private void take(String name) throws IOException {
        Rectangle window = workbench.state().place("window");
        // thumbnails and hints come and go; nothing is asserted about them
        workbench.await(
                "a still picture",
                RunningWorkbench.still(s -> pixels(hands.picture(window)), pixels -> true));
        BufferedImage screen = hands.picture(window);
        int height = WIDTH * screen.getHeight() / screen.getWidth();
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(screen, 0, 0, WIDTH, height, null);
        graphics.dispose();
        Path folder = Files.createDirectories(Path.of(System.getProperty("pixelanon.pictures")));
        assertThat(ImageIO.write(small, "png", folder.resolve(name + ".png").toFile())).isTrue();
    }
}
