package blackbox.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.neural.Finder3;
import org.pixelanon.neural.NeuralException;
import org.pixelanon.neural.OwnModels;
import org.pixelanon.neural.Reader4;

/** Users' models in a folder. */
class OwnModelsTest {

    private static final float[] MEAN = {.485f, .456f, .406f};
    private static final float[] DEVIATION = {.229f, .224f, .225f};

    @TempDir private static Path cache;
    @TempDir private Path temporary;

    private static EngineSettings settings() {
        return new EngineSettings(cache, Map.of());
    }

    private Path folder(byte[] model, String... lines) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("own"));
        Files.write(folder.resolve("model.onnx"), model);
        Files.write(folder.resolve("engine.properties"), List.of(lines));
        return folder;
    }

    private static byte[] bundled(String name) throws IOException {
        try (InputStream in = OwnModels.class.getResourceAsStream("/models/" + name)) {
            return in.readAllBytes();
        }
    }

    private static FinderEngine finder(Path folder) throws IOException {
        return (FinderEngine) new OwnModels().engine(folder);
    }

    private static ReaderEngine reader(Path folder) throws IOException {
        return (ReaderEngine) new OwnModels().engine(folder);
    }

    private static PlaneImage drawn(int width, int height, int left) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        graphics.setColor(Color.WHITE);
        graphics.drawString("Tango 1957", left, 28);
        graphics.dispose();
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new PlaneImage(width, height, 1, samples);
    }

    @Test
    void a_detector_of_pp_ocr_answers_from_a_folder_as_from_the_program() throws Exception {
        Path folder = folder(bundled("ch_PP-OCRv3_det_infer.onnx"), "kind = finder");
        List<PlaneImage> views = List.of(drawn(400, 200, 100));
        try (TextFinder own = finder(folder).finder(settings());
                TextFinder bundled = new Finder3().finder(settings())) {
            assertThat(own.name()).isEqualTo("own");
            assertThat(own.glance(views)).isEmpty();
            assertThat(own.find(views).lines())
                    .hasSize(1)
                    .extracting(FoundLine::rectangle)
                    .isEqualTo(
                            bundled.find(views).lines().stream()
                                    .map(FoundLine::rectangle)
                                    .toList());
        }
    }

    @Test
    void a_reader_of_pp_ocr_answers_from_a_folder_as_from_the_program() throws Exception {
        Path folder =
                folder(
                        bundled("ch_PP-OCRv4_rec_infer.onnx"),
                        "kind = reader",
                        "alphabet = keys.txt");
        Files.write(folder.resolve("keys.txt"), bundled("ppocr_keys_v1.txt"));
        PlaneImage line = drawn(200, 40, 10);
        try (TextReader own = reader(folder).reader(settings());
                TextReader bundled =
                        new Reader4()
                                .reader(new EngineSettings(cache, Map.of("confidence", "own")))) {
            assertThat(own.read(line)).isEqualTo(bundled.read(line));
            assertThat(own.read(line).text().replace(" ", "")).isEqualTo("Tango1957");
        }
    }

    /**
     * A stand-in of the shape of CRAFT: red, green, blue; half as many rows and columns; two maps,
     * in the last dimension. The first is the brightness, the second is zero.
     */
    private static byte[] craft(float bias) {
        float[] weights = new float[6];
        float offset = bias;
        for (int c = 0; c < 3; c++) {
            weights[c] = DEVIATION[c] / 3;
            offset += MEAN[c] / 3;
        }
        return new Onnx()
                .constant("w", new long[] {2, 3, 1, 1}, weights)
                .constant("b", new long[] {2}, offset, 0)
                .node(
                        "AveragePool",
                        List.of("in"),
                        "half",
                        Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}))
                .node("Conv", List.of("half", "w", "b"), "maps", Map.of())
                .node("Transpose", List.of("maps"), "out", Map.of("perm", new long[] {0, 2, 3, 1}))
                .model(4, 4);
    }

    private static final String[] CRAFT = {
        "kind = finder",
        "channels = rgb",
        "polarity = as-is",
        "layout = nhwc",
        "scores = 0, 1",
        "reduced = 2",
        "activation = clamp",
        "threshold = .4"
    };

    @Test
    void a_detector_of_the_shape_of_craft_is_understood() throws Exception {
        byte[] samples = new byte[400 * 200];
        for (int y = 60; y < 80; y++) {
            for (int x = 100; x < 300; x++) {
                samples[y * 400 + x] = (byte) 250;
            }
        }
        PixelRectangle bright = new PixelRectangle(100, 60, 200, 20);
        try (TextFinder own = finder(folder(craft(0), CRAFT)).finder(settings())) {
            TextFinder.FoundText found = own.find(List.of(new PlaneImage(400, 200, 1, samples)));
            assertThat(found.lines())
                    .extracting(FoundLine::rectangle)
                    .hasSize(1)
                    .allMatch(r -> r.contains(bright) && bright.grow(20, 20).contains(r));
            assertThat(found.map().orElseThrow().mean(bright)).isGreaterThan(.9);
            assertThat(found.map().orElseThrow().at(10, 10)).isZero();
        }
    }

    /**
     * A stand-in of the shape of EasyOCR's CRNN: grey, 64 rows; numbers of no range for nothing,
     * "a" and "b" at each column. Black is nothing, grey is "a", white is "b".
     */
    private static byte[] crnn(boolean blankLast) {
        float[] weights = blankLast ? new float[] {0, 30, -30} : new float[] {-30, 0, 30};
        float[] offsets = blankLast ? new float[] {0, -15, -15} : new float[] {-15, 0, -15};
        return new Onnx()
                .constant("w", new long[] {1, 3}, weights)
                .constant("b", new long[] {3}, offsets)
                .node("ReduceMean", List.of("in"), "columns", Map.of("axes", new long[] {2}))
                .node(
                        "Transpose",
                        List.of("columns"),
                        "steps",
                        Map.of("perm", new long[] {3, 0, 1, 2}))
                .node("MatMul", List.of("steps", "w"), "weighed", Map.of())
                .node("Add", List.of("weighed", "b"), "out", Map.of())
                .model(4, 4);
    }

    private static final String[] CRNN = {
        "kind = reader",
        "channels = grey",
        "rows = 64",
        "least-columns = 1",
        "padding = edge",
        "space = false",
        "activation = softmax"
    };

    @ParameterizedTest
    @CsvSource({"first", "last"})
    void a_reader_of_the_shape_of_crnn_is_understood(String blank) throws Exception {
        byte[] levels = new byte[100 * 20];
        int[] bars = {0, 128, 0, 0, 255, 0, 0, 255, 128, 0};
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bars[i % 100 / 10];
        }
        Path folder = folder(crnn(blank.equals("last")), CRNN);
        Files.writeString(
                folder.resolve("engine.properties"),
                "\nblank = " + blank,
                StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("alphabet.txt"), "a\nb\n");
        try (TextReader own = reader(folder).reader(settings())) {
            TextReader.Reading reading = own.read(new PlaneImage(100, 20, 1, levels));
            // between black and white lies grey; gaps are spaces
            assertThat(reading.text()).isEqualTo("a aba aba");
            assertThat(reading.confidence()).isGreaterThan(.9);
        }
    }

    private void refused(Path folder, String... words) {
        assertThatThrownBy(() -> finder(folder).finder(settings()))
                .isInstanceOf(NeuralException.class)
                .message()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=|kind is not one of finder, reader",
                "polarity=upside|polarity is not one of inverted, as-is",
                "mean=.5,.5|mean is not one number or 3",
                "mean=NaN|mean contains something that is not a number",
                "deviation=0|deviation is not greater than 0",
                "reduced=3|reduced is not 1, 2, 4 or 8",
                "threshold=1|threshold is not between 0 and 1",
                "scores=-1|scores holds what is no channel",
                "sha256=12|sha256 is no checksum",
                "model=../model.onnx|model is not a file in this folder",
                "treshold=.3|treshold is not a setting; known are activation, channels"
            })
    void what_is_said_wrongly_is_named_with_its_file(String line, String why) throws Exception {
        refused(folder(new byte[0], "kind=finder", line), "engine.properties: " + why);
    }

    @Test
    void a_model_that_is_none_or_answers_otherwise_than_said_is_refused() throws Exception {
        String[] half = CRAFT.clone();
        half[5] = "reduced = 4";
        refused(folder(craft(0), half), "own: returns 1x32x48x2", "not a map of 16 rows and 24");
        String[] third = CRAFT.clone();
        third[4] = "scores = 2";
        refused(folder(craft(0), third), "own: returns 1x32x48x2");
        refused(folder(craft(Float.NaN), CRAFT), "own: returns values that are not numbers");
        String[] unclamped = CRAFT.clone();
        unclamped[6] = "activation = none";
        refused(folder(craft(7), unclamped), "own: returns values that are not likelihoods");
        refused(
                folder("no model".getBytes(StandardCharsets.UTF_8), CRAFT),
                "model.onnx: cannot be loaded");
        String[] grey = CRAFT.clone();
        grey[1] = "channels = grey";
        refused(folder(craft(0), grey), "own: failed on an input of 1x1x64x96");

        Path summed = folder(craft(0), CRAFT);
        Files.writeString(
                summed.resolve("engine.properties"),
                "\nsha256=" + "0".repeat(64),
                StandardOpenOption.APPEND);
        assertThat(finder(summed).unavailable(settings()).orElseThrow())
                .contains("model.onnx: does not match the checksum stated");
        Files.delete(summed.resolve("model.onnx"));
        assertThat(finder(summed).unavailable(settings()).orElseThrow())
                .contains("model.onnx: no such file");

        Path crnn = folder(crnn(false), CRNN);
        Files.writeString(crnn.resolve("alphabet.txt"), "a\nb\nc\n");
        assertThatThrownBy(() -> reader(crnn).reader(settings()))
                .hasMessageContaining("own: has a different number of characters than 4");
        Files.writeString(crnn.resolve("alphabet.txt"), "a\n\nb\n");
        assertThatThrownBy(() -> reader(crnn).reader(settings()))
                .hasMessageContaining("alphabet.txt: has a line without a character");
    }
}
