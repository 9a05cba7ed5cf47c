package blackbox.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.ocr.Picture.Ink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.ocr.LineDetector;
import org.pixelanon.ocr.OcrOptions;
import org.pixelanon.ocr.TesseractRecognizer;
import org.pixelanon.ocr.TextLine;

/** Searching only what changed finds exactly what searching everything finds. */
class TileComparisonTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int FRAMES = 12;

    /** The only frame that shows the text amid the speckle. */
    private static final int FLASH = 7;

    @TempDir private static Path cache;

    private final List<List<PlaneImage>> cine = new ArrayList<>();
    private final List<Ink> flash = new ArrayList<>();

    @BeforeEach
    void drawCine() {
        for (int frame = 0; frame < FRAMES; frame++) {
            Picture picture = Picture.fan(WIDTH, HEIGHT, frame);
            picture.write("DORELIAN SOTERA", 10, 10, 12, 255);
            picture.write("7724 27", 10, 26, 9, 180);
            // changes on some frames, appears, disappears
            picture.write(frame < 5 ? "42 72" : "42 77", 380, 10, 12, 255);
            if (frame >= 3) {
                picture.write("SERIES", 10, 330, 14, 255);
            }
            if (frame < 9) {
                picture.writeOutlined("LEAD", 230, 120, 16);
            }
            if (frame == FLASH) {
                flash.add(picture.write("PATIENT NOTES", 180, 250, 14, 255));
            }
            cine.add(frame % 2 == 0 ? picture.views() : picture.colourViews());
        }
    }

    @Test
    void a_cine_reads_the_same_with_and_without_it() throws IOException {
        try (TesseractRecognizer tiles = new TesseractRecognizer(new OcrOptions(cache, true));
                TesseractRecognizer everything =
                        new TesseractRecognizer(new OcrOptions(cache, false))) {
            for (int frame = 0; frame < FRAMES; frame++) {
                FramePlane plane = new FramePlane(frame);
                List<RecognizedText> texts = tiles.recognize(plane, cine.get(frame));
                assertThat(texts)
                        .as("frame %d", frame)
                        .hasSizeGreaterThan(2)
                        .isEqualTo(everything.recognize(plane, cine.get(frame)));
            }
        }
    }

    @Test
    void text_on_a_single_frame_amid_moving_speckle_is_found_there_and_only_there() {
        LineDetector detector = new LineDetector(true);
        for (int frame = 0; frame < FRAMES; frame++) {
            boolean found =
                    flash.get(0)
                            .inside(
                                    detector.detect(cine.get(frame)).stream()
                                            .map(TextLine::rectangle)
                                            .toArray(PixelRectangle[]::new));
            assertThat(found).as("frame %d", frame).isEqualTo(frame == FLASH);
        }
    }

    @Test
    void planes_of_other_files_and_sizes_in_between_change_nothing() {
        LineDetector detector = new LineDetector(true);
        for (int frame = 0; frame < FRAMES; frame++) {
            assertSameLines(detector, cine.get(frame));
            Picture other = Picture.gradient(WIDTH - frame % 3, HEIGHT, 0, 100);
            other.write("RIPON 42", 100, 100 + frame, 10, 255);
            assertSameLines(detector, other.views());
        }
    }

    @Test
    void any_change_anywhere_is_seen() {
        Random random = new Random(5);
        LineDetector detector = new LineDetector(true);
        Picture picture = Picture.gradient(WIDTH, HEIGHT, 0, 90);
        for (int step = 0; step < 60; step++) {
            int x = random.nextInt(WIDTH - 90);
            int y = random.nextInt(HEIGHT - 30);
            int grey = random.nextInt(4) == 0 ? 40 : 255;
            picture.write(random.nextBoolean() ? "TONE" : "<>^^", x, y, 8 + step % 17, grey);
            assertSameLines(detector, picture.views());
        }
    }

    private static void assertSameLines(LineDetector detector, List<PlaneImage> views) {
        assertThat(detector.detect(views)).isEqualTo(new LineDetector(false).detect(views));
    }
}
