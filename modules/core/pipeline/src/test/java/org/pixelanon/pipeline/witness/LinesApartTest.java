package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/** What becomes of lines that reach into each other. */
class LinesApartTest {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 60;

    private final byte[] samples = new byte[WIDTH * HEIGHT];

    /** Upright strokes, two pixels wide and eight apart. */
    private void letters(int left, int top, int right, int bottom, int level) {
        for (int x = left; x + 1 < right; x += 8) {
            for (int y = top; y < bottom; y++) {
                Arrays.fill(samples, y * WIDTH + x, y * WIDTH + x + 2, (byte) level);
            }
        }
    }

    private List<PixelRectangle> apart(PixelRectangle... boxes) {
        List<UnitedLine> lines =
                Arrays.stream(boxes)
                        .map(box -> new UnitedLine(box, false, false, Set.of("a")))
                        .toList();
        PlaneImage view = new PlaneImage(WIDTH, HEIGHT, 1, samples);
        return LinesApart.of(List.of(view), lines).stream().map(UnitedLine::rectangle).toList();
    }

    private static PixelRectangle box(int left, int top, int right, int bottom) {
        return PixelRectangle.ofEdges(left, top, right, bottom);
    }

    @Test
    void lines_above_each_other_are_parted_in_the_middle_of_the_ground_between_them() {
        letters(10, 10, 60, 20, 200);
        letters(10, 24, 80, 34, 200);
        assertThat(apart(box(7, 7, 63, 25), box(7, 19, 83, 37)))
                .containsExactly(box(7, 7, 63, 22), box(7, 22, 83, 37));
        assertThat(apart(box(7, 19, 83, 37), box(7, 7, 63, 25)))
                .containsExactly(box(7, 22, 83, 37), box(7, 7, 63, 22));
    }

    @Test
    void lines_beside_each_other_are_parted_as_well() {
        letters(10, 10, 40, 20, 200);
        letters(50, 10, 90, 20, 200);
        List<PixelRectangle> parted = apart(box(5, 7, 50, 23), box(40, 7, 95, 23));
        assertThat(parted.get(0).right()).isEqualTo(parted.get(1).x()).isBetween(41, 50);
    }

    @Test
    void letters_that_touch_stay_under_both_rectangles() {
        letters(10, 10, 60, 34, 200);
        PixelRectangle upper = box(7, 7, 63, 25);
        PixelRectangle lower = box(7, 19, 63, 37);
        assertThat(apart(upper, lower)).containsExactly(upper, lower);
    }

    @Test
    void the_end_of_a_slanted_line_that_goes_down_beside_the_other_is_not_cut_off() {
        letters(10, 10, 60, 20, 200);
        letters(70, 12, 90, 25, 200);
        letters(10, 24, 60, 34, 200);
        PixelRectangle upper = box(7, 7, 93, 25);
        assertThat(apart(upper, box(7, 19, 63, 37))).containsExactly(upper, box(7, 22, 63, 37));
    }

    @Test
    void a_faint_line_is_not_cut_where_its_own_letters_are() {
        letters(10, 10, 60, 20, 255);
        letters(10, 18, 60, 34, 60);
        PixelRectangle upper = box(7, 7, 63, 21);
        PixelRectangle faint = box(7, 17, 63, 37);
        assertThat(apart(upper, faint)).containsExactly(upper, faint);
    }

    @Test
    void a_line_on_light_paper_is_parted_from_the_next() {
        Arrays.fill(samples, (byte) 230);
        letters(10, 10, 60, 20, 20);
        letters(10, 24, 60, 34, 20);
        assertThat(apart(box(7, 7, 63, 24), box(7, 20, 63, 37)))
                .containsExactly(box(7, 7, 63, 22), box(7, 22, 63, 37));
    }
}
