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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.neural.LinesFinder;

/** The results of PixelAnon's own network. */
class LinesFinderTest {

    private static final int SIDE = 384;
    private static final String TEXT = "Doe 4711";

    @TempDir static Path cache;

    /** A plane with a soft ground. */
    private static BufferedImage ground() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.getRaster().setSample(x, y, 0, 40 + (int) (20 * Math.sin((x + y) / 40.0)));
            }
        }
        return image;
    }

    private static PlaneImage turned(int points, double degrees) {
        BufferedImage image = ground();
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, points));
        graphics.setColor(Color.WHITE);
        graphics.rotate(Math.toRadians(degrees), SIDE / 2.0, SIDE / 2.0);
        graphics.drawString(TEXT, SIDE / 2 - points * 2, SIDE / 2);
        graphics.dispose();
        return plane(image);
    }

    private static PlaneImage plane(BufferedImage image) {
        return new PlaneImage(
                SIDE, SIDE, 1, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private static FoundText found(PlaneImage plane) throws IOException {
        EngineSettings settings = new EngineSettings(cache, Map.of());
        try (TextFinder finder = new LinesFinder().finder(settings)) {
            return finder.find(List.of(plane));
        }
    }

    /** The bounding box of white pixels. */
    private static PixelRectangle ink(PlaneImage plane) {
        PixelRectangle ink = null;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if ((plane.samples()[y * SIDE + x] & 255) > 200) {
                    PixelRectangle pixel = new PixelRectangle(x, y, 1, 1);
                    ink = ink == null ? pixel : ink.union(pixel);
                }
            }
        }
        return Objects.requireNonNull(ink);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, -90, 25})
    void a_line_is_covered_however_it_is_turned(double degrees) throws IOException {
        PlaneImage plane = turned(18, degrees);
        PixelRectangle all =
                found(plane).lines().stream()
                        .map(FoundLine::rectangle)
                        .reduce(PixelRectangle::union)
                        .orElseThrow();
        assertThat(all.contains(ink(plane))).as(all + " holds " + ink(plane)).isTrue();
    }

    @Test
    void large_letters_are_one_line_and_it_says_that_it_is_exact() throws IOException {
        FoundText found = found(turned(60, 0));
        assertThat(found.exact()).isTrue();
        assertThat(found.lines()).anyMatch(line -> line.score() > .8 && line.thickness() > 30);
    }

    @Test
    void a_slanted_line_is_thinner_than_its_rectangle() throws IOException {
        assertThat(found(turned(14, 30)).lines())
                .anyMatch(
                        line ->
                                Math.min(line.rectangle().width(), line.rectangle().height()) > 30
                                        && line.thickness() < 20);
    }

    @Test
    void a_ground_without_text_has_no_line() throws IOException {
        assertThat(found(plane(ground())).lines()).isEmpty();
    }
}
