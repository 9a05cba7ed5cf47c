package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.model.text.TextMap;
import org.pixelanon.pipeline.witness.LineUnion.Testimony;

/** What becomes of the lines of several finders. */
class LineUnionTest {

    private static final int SIZE = 200;

    private static FoundLine line(int x, int y, int width, int height) {
        return new FoundLine(new PixelRectangle(x, y, width, height), .9, false);
    }

    private static Testimony strokes(FoundLine... lines) {
        return new Testimony("strokes", new FoundText(List.of(lines), null));
    }

    private static Testimony network(String name, int likelihood, FoundLine... lines) {
        byte[] map = new byte[SIZE * SIZE];
        Arrays.fill(map, (byte) likelihood);
        return new Testimony(name, new FoundText(List.of(lines), new TextMap(SIZE, SIZE, map)));
    }

    @Test
    void what_one_finder_sees_is_kept() {
        assertThat(
                        LineUnion.of(
                                List.of(
                                        strokes(line(10, 10, 50, 12)),
                                        network("a", 0),
                                        network("b", 0, line(10, 100, 50, 12)))))
                .extracting(UnitedLine::rectangle)
                .containsExactly(
                        new PixelRectangle(10, 10, 50, 12), new PixelRectangle(10, 100, 50, 12));
    }

    @Test
    void a_line_that_several_see_is_one_that_holds_all_of_theirs() {
        List<UnitedLine> united =
                LineUnion.of(
                        List.of(
                                strokes(line(10, 10, 50, 12), line(55, 11, 40, 11)),
                                network("a", 255, line(8, 9, 60, 15))));
        assertThat(united)
                .containsExactly(
                        new UnitedLine(
                                new PixelRectangle(8, 9, 87, 15), false, Set.of("strokes", "a")));
    }

    @Test
    void lines_above_each_other_stay_two_though_their_margins_meet() {
        assertThat(
                        LineUnion.of(
                                List.of(
                                        strokes(line(10, 10, 80, 16)),
                                        network("a", 255, line(10, 22, 80, 16)))))
                .hasSize(2);
    }

    @Test
    void a_thick_rectangle_needs_a_trace_in_another_map() {
        FoundLine thick = line(20, 20, 60, 50);
        assertThat(LineUnion.of(List.of(network("a", 255, thick), network("b", 0)))).isEmpty();
        assertThat(LineUnion.of(List.of(network("a", 255, thick), network("b", 30)))).hasSize(1);
        assertThat(LineUnion.of(List.of(strokes(thick), network("a", 255), network("b", 0))))
                .isEmpty();
        assertThat(LineUnion.of(List.of(strokes(thick), network("a", 255), network("b", 30))))
                .hasSize(1);
    }

    @Test
    void a_line_that_runs_upwards_is_not_thick() {
        assertThat(LineUnion.of(List.of(network("a", 255, line(20, 20, 14, 150)), network("b", 0))))
                .hasSize(1);
    }

    @Test
    void without_any_map_nothing_needs_a_second_witness() {
        assertThat(LineUnion.of(List.of(strokes(line(20, 20, 60, 50))))).hasSize(1);
    }

    @Test
    void a_crop_is_turned_so_that_what_runs_upwards_is_read_from_left_to_right() {
        // two columns, three rows: the text begins at the bottom
        PlaneImage upwards = new PlaneImage(2, 3, 1, new byte[] {5, 6, 3, 4, 1, 2});
        assertThat(LineCrop.turned(upwards, true).samples()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(LineCrop.turned(upwards, false).samples()).containsExactly(6, 4, 2, 5, 3, 1);
        assertThat(LineCrop.of(upwards, new PixelRectangle(1, 1, 1, 2)).samples())
                .containsExactly(4, 2);
    }
}
