package blackbox.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.ocr.LineDetector;
import org.pixelanon.ocr.TextLine;

/** The finder takes planes of any size: lines are inside them, whatever is at their edges. */
class OddPlanesTest {

    private static final int LARGEST = 64;

    /** A finder without memory of the previous plane. */
    private final LineDetector forgetful = new LineDetector(false);

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void planes_of_all_small_sizes_are_searched(int channels) {
        Random random = new Random(channels);
        LineDetector kept = new LineDetector(true);
        for (int width = 1; width <= LARGEST; width++) {
            for (int height = 1; height <= LARGEST; height += width % 16 == 0 ? 1 : 7) {
                assertSearched(kept, width, height, channels, random);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5000",
        "5000, 1",
        "2, 5000",
        "5000, 2",
        "32, 700",
        "96, 96",
        "160, 90",
        "224, 30",
        "1056, 20",
        "5024, 16"
    })
    void long_narrow_planes_are_searched(int width, int height) {
        assertSearched(new LineDetector(true), width, height, 1, new Random(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 96, 160, 224})
    void strokes_at_the_right_edge_do_not_go_on_in_the_next_row(int width) {
        // at these widths the words of a row end with its last pixel
        Picture narrow = Picture.plain(width, 60, 0);
        Picture wide = Picture.plain(width + 1, 60, 0);
        for (Picture picture : List.of(narrow, wide)) {
            picture.write("SOLO", width - 27, 20, 12, 255);
            picture.write("RITA", 1, 21, 12, 255);
        }
        LineDetector detector = new LineDetector(true);
        assertThat(detector.detect(narrow.views()))
                .extracting(line -> line.rectangle().y(), TextLine::orientation)
                .isEqualTo(
                        detector.detect(wide.views()).stream()
                                .map(line -> tuple(line.rectangle().y(), line.orientation()))
                                .toList());
    }

    @Test
    void a_plane_of_one_pixel_holds_no_text() {
        assertThat(new LineDetector(true).detect(views(1, 1, 1, new Random(1), 0))).isEmpty();
    }

    private void assertSearched(
            LineDetector kept, int width, int height, int channels, Random random) {
        for (int kind = 0; kind < 3; kind++) {
            List<PlaneImage> views = views(width, height, channels, random, kind);
            List<TextLine> lines = kept.detect(views);
            String what = width + "x" + height + ", kind " + kind;
            assertThat(lines).as(what).isEqualTo(forgetful.detect(views));
            assertThat(lines)
                    .as(what)
                    .allMatch(
                            line ->
                                    line.rectangle().x() >= 0
                                            && line.rectangle().y() >= 0
                                            && line.rectangle().right() <= width
                                            && line.rectangle().bottom() <= height);
        }
    }

    /** Sparse dots, strokes of any length that reach the edges, or noise. */
    private static List<PlaneImage> views(
            int width, int height, int channels, Random random, int kind) {
        byte[] samples = new byte[width * height * channels];
        if (kind == 1) {
            for (int y = 0; y < height; y++) {
                int from = random.nextInt(width + 1);
                int end = random.nextBoolean() ? width : from + random.nextInt(width - from + 1);
                for (int x = from; x < end; x++) {
                    if (x / 3 % 2 == 0) {
                        samples[(y * width + x) * channels + random.nextInt(channels)] = -1;
                    }
                }
            }
        } else {
            for (int i = 0; i < samples.length; i++) {
                boolean set = random.nextInt(kind == 0 ? 9 : 2) == 0;
                samples[i] = set ? (byte) random.nextInt(256) : 0;
            }
        }
        List<PlaneImage> views = new ArrayList<>();
        views.add(new PlaneImage(width, height, channels, samples));
        return views;
    }
}
