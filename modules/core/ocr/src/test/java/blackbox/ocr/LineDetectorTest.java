package blackbox.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blackbox.ocr.Picture.Ink;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.ocr.LineDetector;
import org.pixelanon.ocr.Orientation;
import org.pixelanon.ocr.TextLine;

/** Lines are found where they were drawn, each once, with every pixel of every letter. */
class LineDetectorTest {

    private static final String TEXT = "PATIENT 274 DORELIAN";

    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private final LineDetector detector = new LineDetector(true);

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 14, 16, 18, 20, 24})
    void white_text_of_any_size_is_found_on_any_ground(int size) {
        for (Picture picture : grounds()) {
            assertFoundOnce(picture, picture.write(TEXT, 40, 150, size, 255));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 14, 16, 18, 20, 24})
    void grey_text_of_any_size_is_found_on_black_and_on_gradients(int size) {
        Picture black = Picture.plain(WIDTH, HEIGHT, 0);
        assertFoundOnce(black, black.write(TEXT, 40, 150, size, 165));
        Picture gradient = Picture.gradient(WIDTH, HEIGHT, 10, 80);
        assertFoundOnce(gradient, gradient.write(TEXT, 40, 150, size, 185));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 14, 16, 18, 20, 24})
    void outlined_text_is_found_on_any_ground(int size) {
        List<Picture> pictures = grounds();
        pictures.add(Picture.gradient(WIDTH, HEIGHT, 60, 220));
        for (Picture picture : pictures) {
            assertFoundOnce(picture, picture.writeOutlined(TEXT, 40, 150, size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 14, 16, 18, 20, 24})
    void dark_text_is_found_on_bright_ground(int size) {
        Picture white = Picture.plain(WIDTH, HEIGHT, 255);
        assertThat(assertFoundOnce(white, white.write(TEXT, 40, 150, size, 0)).bright()).isFalse();
        Picture gradient = Picture.gradient(WIDTH, HEIGHT, 130, 230);
        assertFoundOnce(gradient, gradient.write(TEXT, 40, 150, size, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 12, 16, 24})
    void text_that_runs_upwards_or_downwards_is_found_as_such(int size) {
        for (boolean clockwise : new boolean[] {true, false}) {
            Picture picture = Picture.plain(WIDTH, HEIGHT, 0);
            Ink ink = picture.write(TEXT, 40, 150, size, 255).turned(HEIGHT, clockwise);
            TextLine line = assertFoundOnce(picture.turned(clockwise), ink);
            assertThat(line.orientation()).isEqualTo(Orientation.VERTICAL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16, 24})
    void lines_of_a_block_get_a_rectangle_each(int size) {
        Picture picture = Picture.plain(WIDTH, HEIGHT, 0);
        List<Ink> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int y = 30 + i * (size + Math.max(4, size * 2 / 5));
            lines.add(picture.write(i % 2 == 0 ? TEXT : "SOLO RITA", 40, y, size, 255));
        }
        List<TextLine> found = detector.detect(picture.views());
        assertThat(found).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            Ink line = lines.get(i);
            assertThat(line.inside(found.get(i).rectangle())).as("line %d", i).isTrue();
            for (int other = 0; other < lines.size(); other++) {
                boolean touched = lines.get(other).touches(found.get(i).rectangle());
                assertThat(touched).as("%d in %d", other, i).isEqualTo(i == other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void lines_stacked_tightly_in_a_corner_get_a_rectangle_each(int leading) {
        for (int size : new int[] {12, 14, 16, 18, 20, 24}) {
            assertFoundOneByOne(size, leading);
        }
    }

    private void assertFoundOneByOne(int size, int leading) {
        int high = (int) Math.ceil(size * .75) + 1;
        Picture picture = Picture.plain(WIDTH, HEIGHT, 0);
        List<Ink> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int y = HEIGHT - 6 - (3 - i) * (high + leading);
            lines.add(picture.write(i % 2 == 0 ? "SOLO 42" : "DORIS 7 RITA", 6, y, size, 255));
        }
        List<TextLine> found = detector.detect(picture.views());
        assertThat(found).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            PixelRectangle rectangle = found.get(i).rectangle();
            assertThat(lines.get(i).inside(rectangle)).as("line %d in %s", i, rectangle).isTrue();
            assertThat(rectangle.height()).isLessThan(2 * high);
            assertThat(found.get(i).bright()).isTrue();
        }
    }

    @Test
    void a_figure_after_a_small_letter_and_a_blank_belongs_to_its_line() {
        Picture picture = Picture.plain(WIDTH, HEIGHT, 0);
        Ink word = picture.write("SOL", 40, 150, 24, 255);
        Ink letter = picture.write("O", 94, 156, 16, 255);
        // 20 pixels: more than a blank beside the small letter, less than one beside the figure
        Ink figure = picture.write("7", 123, 150, 24, 255);
        List<TextLine> found = detector.detect(picture.views());
        assertThat(found).hasSize(1);
        for (Ink ink : List.of(word, letter, figure)) {
            assertThat(ink.inside(found.get(0).rectangle())).isTrue();
        }
    }

    @Test
    void text_at_the_very_edge_is_found_and_its_rectangle_stays_inside() {
        Picture picture = Picture.plain(WIDTH, HEIGHT, 0);
        List<Ink> lines =
                List.of(
                        picture.write("RIPON 42", 0, 0, 12, 255),
                        picture.write("RIPON 42", 0, HEIGHT - 10, 12, 255));
        List<TextLine> found = detector.detect(picture.views());
        assertThat(found).hasSize(2);
        PixelRectangle plane = new PixelRectangle(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 2; i++) {
            assertThat(plane.contains(found.get(i).rectangle())).isTrue();
            assertThat(lines.get(i).inside(found.get(i).rectangle())).isTrue();
        }
    }

    @Test
    void pictures_without_text_give_no_line() {
        assertThat(detector.detect(Picture.plain(1, 1, 200).views())).isEmpty();
        assertThat(detector.detect(Picture.plain(3, 500, 0).views())).isEmpty();
        assertThat(detector.detect(Picture.plain(WIDTH, HEIGHT, 0).views())).isEmpty();
        assertThat(detector.detect(Picture.plain(WIDTH, HEIGHT, 255).views())).isEmpty();
        assertThat(detector.detect(Picture.gradient(WIDTH, HEIGHT, 0, 255).views())).isEmpty();
    }

    @Test
    void text_visible_in_the_second_view_only_is_found() {
        Picture picture = Picture.plain(WIDTH, HEIGHT, 0);
        Ink ink = picture.write(TEXT, 40, 150, 12, 255);
        List<TextLine> found =
                detector.detect(
                        List.of(
                                Picture.plain(WIDTH, HEIGHT, 0).views().get(0),
                                picture.views().get(0)));
        assertThat(found).hasSize(1);
        assertThat(ink.inside(found.get(0).rectangle())).isTrue();
    }

    @Test
    void no_view_and_views_of_different_sizes_are_refused() {
        assertThatThrownBy(() -> detector.detect(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                detector.detect(
                                        List.of(
                                                Picture.plain(8, 9, 0).views().get(0),
                                                Picture.plain(9, 8, 0).views().get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Picture> grounds() {
        List<Picture> grounds = new ArrayList<>();
        grounds.add(Picture.plain(WIDTH, HEIGHT, 0));
        grounds.add(Picture.fan(WIDTH, HEIGHT, 1));
        grounds.add(Picture.gradient(WIDTH, HEIGHT, 0, 130));
        return grounds;
    }

    /** One rectangle has all of the ink and no other has any. */
    private TextLine assertFoundOnce(Picture picture, Ink ink) {
        List<TextLine> touching =
                detector.detect(picture.views()).stream()
                        .filter(line -> ink.touches(line.rectangle()))
                        .toList();
        assertThat(touching).hasSize(1);
        PixelRectangle rectangle = touching.get(0).rectangle();
        assertThat(ink.inside(rectangle)).as("all ink inside %s", rectangle).isTrue();
        return touching.get(0);
    }
}
