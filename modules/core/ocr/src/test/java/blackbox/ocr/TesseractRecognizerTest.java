package blackbox.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blackbox.ocr.Picture.Ink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.ocr.OcrOptions;
import org.pixelanon.ocr.TesseractRecognizer;

/** Lines that were found are read, and reported whether or not they could be read. */
class TesseractRecognizerTest {

    @TempDir private static Path cache;

    private static OcrOptions options;

    @BeforeAll
    static void chooseCache() {
        options = OcrOptions.in(cache);
    }

    @Test
    void text_is_read_with_its_plane_and_recogniser() throws IOException {
        Picture picture = Picture.plain(400, 120, 0);
        Ink ink = picture.write("PATIENT NOTES", 40, 50, 20, 255);
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options)) {
            List<RecognizedText> texts =
                    recognizer.recognize(new FramePlane(7), picture.colourViews());
            assertThat(texts).hasSize(1);
            RecognizedText text = texts.get(0);
            assertThat(text.text()).isEqualTo("PATIENT NOTES");
            assertThat(text.confidence()).isGreaterThan(.5);
            assertThat(text.recognizer()).isEqualTo(recognizer.name());
            assertThat(text.region().scope()).isEqualTo(new FramePlane(7));
            assertThat(ink.inside(text.region().rectangle())).isTrue();
        }
    }

    @Test
    void dark_text_and_text_that_runs_upwards_or_downwards_is_read() throws IOException {
        Picture dark = Picture.plain(400, 120, 240);
        dark.write("DORE SOLANA", 40, 50, 20, 0);
        Picture bright = Picture.plain(400, 120, 0);
        bright.write("DORE SOLANA", 40, 50, 20, 255);
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options)) {
            for (Picture picture : List.of(dark, bright.turned(true), bright.turned(false))) {
                assertThat(recognizer.recognize(new FramePlane(0), picture.views()))
                        .extracting(RecognizedText::text)
                        .containsExactly("DORE SOLANA");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void lines_stacked_tightly_in_a_corner_are_read_one_by_one(int leading) throws IOException {
        List<String> lines = List.of("PATIENT NOTES", "DORE SOLANA", "TOPAS RADIO");
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options)) {
            for (int size : new int[] {16, 18, 20}) {
                int pitch = (int) Math.ceil(size * .75) + 1 + leading;
                Picture picture = Picture.plain(400, 120, 0);
                for (int i = 0; i < lines.size(); i++) {
                    picture.write(lines.get(i), 8, 112 - (3 - i) * pitch, size, 255);
                }
                assertThat(recognizer.recognize(new FramePlane(0), picture.views()))
                        .as("%d pixels", size)
                        .extracting(RecognizedText::text)
                        .containsExactlyElementsOf(lines);
            }
        }
    }

    @Test
    void what_cannot_be_read_is_still_text() throws IOException {
        Picture picture = Picture.plain(400, 120, 0);
        Ink ink = picture.write("<^><>^^<>", 40, 50, 12, 255);
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options)) {
            List<RecognizedText> texts = recognizer.recognize(new FramePlane(0), picture.views());
            assertThat(texts).hasSize(1);
            assertThat(ink.inside(texts.get(0).region().rectangle())).isTrue();
        }
    }

    @Test
    void a_picture_without_text_gives_none() throws IOException {
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options)) {
            assertThat(recognizer.recognize(new FramePlane(0), Picture.plain(64, 64, 0).views()))
                    .isEmpty();
        }
    }

    @Test
    void a_closed_recogniser_refuses_to_work_and_may_be_closed_again() throws IOException {
        Picture picture = Picture.plain(400, 120, 0);
        picture.write("PATIENT NOTES", 40, 50, 20, 255);
        TesseractRecognizer recognizer = new TesseractRecognizer(options);
        recognizer.close();
        recognizer.close();
        assertThatThrownBy(() -> recognizer.recognize(new FramePlane(0), picture.views()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closing_one_recogniser_leaves_another_alone() throws IOException {
        Picture picture = Picture.plain(400, 120, 0);
        picture.write("PATIENT NOTES", 40, 50, 20, 255);
        try (TesseractRecognizer recognizer = new TesseractRecognizer(options)) {
            new TesseractRecognizer(options).close();
            assertThat(recognizer.recognize(new FramePlane(0), picture.views())).hasSize(1);
        }
    }

    @Test
    void where_the_cache_cannot_be_made_a_private_folder_serves() throws IOException {
        Path inFile = Path.of("pom.xml").toAbsolutePath().resolve("below-a-file");
        Picture picture = Picture.plain(400, 120, 0);
        picture.write("PATIENT NOTES", 40, 50, 20, 255);
        try (TesseractRecognizer recognizer = new TesseractRecognizer(OcrOptions.in(inFile))) {
            assertThat(recognizer.recognize(new FramePlane(0), picture.views())).hasSize(1);
        }
    }
}
