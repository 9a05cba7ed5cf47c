package blackbox.neural;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.neural.Finder3;
import org.pixelanon.neural.Finder4;
import org.pixelanon.neural.Reader4;

/** Networks on drawn planes. */
class NetworksTest {

    private static final List<FinderEngine> FINDERS = List.of(new Finder4(), new Finder3());

    @TempDir private static Path cache;

    private static EngineSettings settings() {
        return new EngineSettings(cache, Map.of());
    }

    /** Black, with bright text of 24 points whose baseline begins at a place. */
    private static BufferedImage drawn(int width, int height, String text, int x, int y) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, x, y);
        graphics.dispose();
        return image;
    }

    private static PlaneImage plane(BufferedImage image) {
        return new PlaneImage(
                image.getWidth(),
                image.getHeight(),
                1,
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    /** The bounding box of all pixels that are not black. */
    private static PixelRectangle ink(BufferedImage image) {
        Rectangle ink = null;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRaster().getSample(x, y, 0) > 0) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    ink = ink == null ? pixel : ink.union(pixel);
                }
            }
        }
        return new PixelRectangle(ink.x, ink.y, ink.width, ink.height);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 769, 1500})
    void a_line_is_found_wherever_tiles_meet(int size) throws IOException {
        for (FinderEngine engine : FINDERS) {
            try (TextFinder finder = engine.finder(settings())) {
                for (int y : new int[] {30, size / 2, size - 20}) {
                    BufferedImage image = drawn(size, size, "Tango 1957", size / 2 - 60, y);
                    FoundText found = finder.find(List.of(plane(image)));
                    assertThat(found.lines())
                            .as("%s in a plane of %d, at %d", finder.name(), size, y)
                            .extracting(FoundLine::rectangle)
                            .hasSize(1)
                            .allMatch(r -> r.contains(ink(image)));
                    assertThat(found.map()).isPresent();
                }
            }
        }
    }

    @Test
    void nothing_is_found_on_an_empty_plane_and_on_one_of_a_few_pixels() throws IOException {
        for (FinderEngine engine : FINDERS) {
            try (TextFinder finder = engine.finder(settings())) {
                assertThat(finder.find(List.of(new PlaneImage(512, 400, 3, new byte[614400]))))
                        .extracting(FoundText::lines)
                        .isEqualTo(List.of());
                assertThat(finder.find(List.of(new PlaneImage(1, 3, 1, new byte[3]))))
                        .extracting(FoundText::lines)
                        .isEqualTo(List.of());
            }
        }
    }

    @Test
    void text_that_only_one_view_shows_is_found() throws IOException {
        BufferedImage image = drawn(400, 200, "Tango 1957", 100, 100);
        PlaneImage black = new PlaneImage(400, 200, 1, new byte[80000]);
        for (FinderEngine engine : FINDERS) {
            try (TextFinder finder = engine.finder(settings())) {
                assertThat(finder.find(List.of(black, plane(image))).lines()).hasSize(1);
            }
        }
    }

    @Test
    void a_line_is_read_bright_or_dark_grey_or_in_colour() throws IOException {
        BufferedImage image = drawn(200, 40, "Tango 1957", 10, 28);
        byte[] grey = plane(image).samples();
        byte[] dark = new byte[grey.length];
        byte[] red = new byte[3 * grey.length];
        for (int i = 0; i < grey.length; i++) {
            dark[i] = (byte) ~grey[i];
            red[3 * i] = grey[i];
        }
        try (TextReader reader = new Reader4().reader(settings())) {
            for (PlaneImage line :
                    List.of(
                            new PlaneImage(200, 40, 1, grey),
                            new PlaneImage(200, 40, 1, dark),
                            new PlaneImage(200, 40, 3, red))) {
                TextReader.Reading reading = reader.read(line);
                assertThat(reading.text().replace(" ", "")).isEqualTo("Tango1957");
                assertThat(reading.confidence()).isGreaterThan(.8);
                assertThat(reading.toString()).doesNotContain("Tango");
            }
        }
    }

    @Test
    void a_line_of_any_shape_is_no_failure() throws IOException {
        try (TextReader reader = new Reader4().reader(settings())) {
            assertThat(reader.read(new PlaneImage(1, 1, 1, new byte[1])).text()).isEmpty();
            assertThat(reader.read(new PlaneImage(4000, 2, 1, new byte[8000])).text()).isEmpty();
            assertThat(reader.read(new PlaneImage(2, 900, 3, new byte[5400])).text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib",
                "osx-x64/libonnxruntime.dylib"
            })
    void the_runtime_knows_nobody_to_report_to(String library) throws IOException {
        try (InputStream in =
                OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("events.data.microsoft.com")).isFalse();
            assertThat(bytes.contains("/etc/machine-id")).isFalse();
        }
    }

    @Test
    void workers_share_a_model_and_find_the_same() throws Exception {
        FinderEngine engine = new Finder4();
        PlaneImage plane = plane(drawn(400, 200, "Tango 1957", 100, 100));
        List<FoundText> found =
                List.of(0, 1, 2).parallelStream()
                        .map(
                                worker -> {
                                    try (TextFinder finder = engine.finder(settings())) {
                                        return finder.find(List.of(plane));
                                    } catch (IOException e) {
                                        throw new IllegalStateException(e);
                                    }
                                })
                        .toList();
        assertThat(found).extracting(FoundText::lines).containsOnly(found.get(0).lines());
    }
}
