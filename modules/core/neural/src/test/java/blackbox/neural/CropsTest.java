package blackbox.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.neural.Reader4;

/** Crops as finders make them: with too much around, with frames, with two lines in one. */
class CropsTest {

    @TempDir private static Path cache;

    private static String read(int width, int height, Consumer<Graphics2D> drawing)
            throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        graphics.setColor(Color.WHITE);
        drawing.accept(graphics);
        graphics.dispose();
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        try (TextReader reader = new Reader4().reader(new EngineSettings(cache, Map.of()))) {
            return reader.read(new PlaneImage(width, height, 1, samples)).text();
        }
    }

    @Test
    void small_letters_in_a_high_crop_are_read() throws IOException {
        assertThat(read(260, 90, g -> g.drawString("Gain 54 dB", 90, 50))).isEqualTo("Gain 54 dB");
    }

    @Test
    void two_lines_in_one_crop_are_read_one_after_the_other() throws IOException {
        assertThat(
                        read(
                                120,
                                50,
                                g -> {
                                    g.drawString("Depth 16", 5, 20);
                                    g.drawString("Gain 54", 5, 44);
                                }))
                .isEqualTo("Depth 16 Gain 54");
    }

    @Test
    void a_frame_is_no_bracket() throws IOException {
        assertThat(
                        read(
                                110,
                                30,
                                g -> {
                                    g.drawString("Freeze", 26, 20);
                                    g.drawRect(2, 2, 105, 25);
                                }))
                .isEqualTo("Freeze");
    }

    @Test
    void letters_that_fill_a_crop_stay() throws IOException {
        assertThat(
                        read(
                                60,
                                12,
                                g -> {
                                    g.drawString("HILL", 2, 12);
                                }))
                .isEqualTo("HILL");
    }
}
