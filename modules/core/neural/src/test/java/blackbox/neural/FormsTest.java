package blackbox.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.form.FormAnswer;
import org.pixelanon.model.form.FormClassifier;
import org.pixelanon.neural.Forms1;
import org.pixelanon.synth.form.FormSheet;

/** The classifier of scanned forms on drawn planes. */
class FormsTest {

    private static final int FORMS = 40;
    private static final int FEATURES = 32;

    @TempDir private static Path cache;
    private static FormClassifier forms;

    @BeforeAll
    static void start() throws IOException {
        forms = new Forms1().classifier(new EngineSettings(cache, Map.of()));
    }

    @AfterAll
    static void end() {
        forms.close();
    }

    private static PlaneImage form(int seed, int width, int height) {
        return new PlaneImage(width, height, 1, FormSheet.draw(seed, width, height));
    }

    private static PlaneImage picture(int width, int height, IntBinaryOperator level) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) level.applyAsInt(i % width, i / width);
        }
        return new PlaneImage(width, height, 1, samples);
    }

    /** White letters on black, as on a console. */
    private static PlaneImage screen() {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        graphics.setColor(Color.WHITE);
        for (int row = 0; row < 20; row++) {
            graphics.drawString("DLP 120.5 mGycm   kVp 100   Scan " + row, 40, 40 + 26 * row);
        }
        graphics.dispose();
        return new PlaneImage(
                800, 600, 1, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    @Test
    void drawn_forms_are_told_whatever_their_size() throws IOException {
        List<Integer> missed = new ArrayList<>();
        for (int seed = 0; seed < FORMS; seed++) {
            int width = 500 + 40 * seed;
            if (!forms.look(form(seed, width, width * 7 / 5)).isForm()) {
                missed.add(seed);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void pictures_and_screens_are_no_forms() throws IOException {
        Random chance = new Random(1);
        List<PlaneImage> pictures =
                List.of(
                        picture(512, 512, (x, y) -> 0),
                        picture(512, 512, (x, y) -> 255),
                        picture(512, 512, (x, y) -> chance.nextInt(256)),
                        picture(600, 400, (x, y) -> x * 255 / 600),
                        picture(
                                512,
                                512,
                                (x, y) -> Math.max(0, 220 - (int) Math.hypot(x - 256, y - 256))),
                        screen());
        for (int i = 0; i < pictures.size(); i++) {
            assertThat(forms.look(pictures.get(i)).likelihood()).as("picture " + i).isLessThan(.5);
        }
    }

    @Test
    void colour_and_grey_of_the_same_paper_are_told_alike() throws IOException {
        PlaneImage grey = form(3, 700, 990);
        byte[] colour = new byte[3 * grey.samples().length];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = grey.samples()[i / 3];
        }
        FormAnswer answer = forms.look(new PlaneImage(700, 990, 3, colour));

        assertThat(answer.likelihood())
                .isCloseTo(forms.look(grey).likelihood(), org.assertj.core.data.Offset.offset(.01));
        assertThat(answer.features()).hasSize(FEATURES);
    }

    @Test
    void planes_smaller_than_what_the_network_sees_are_looked_at() throws IOException {
        assertThat(forms.look(picture(3, 2, (x, y) -> 9)).isForm()).isFalse();
    }
}
