package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pixelanon.pipeline.witness.WitnessExamples.line;
import static org.pixelanon.pipeline.witness.WitnessExamples.network;
import static org.pixelanon.pipeline.witness.WitnessExamples.strokes;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder.FoundText;

/** What a finder that knows medical pictures is believed, and what it is not. */
class ExactFinderTest {

    private static Testimony exact(FoundLine... lines) {
        FoundText plain = network("exact", 255, lines).found();
        return new Testimony(
                "exact", new FoundText(plain.lines(), plain.map().orElseThrow(), true));
    }

    /** It marks a part of the plane only. */
    private static Testimony marking(PixelRectangle marked, FoundLine line) {
        FoundText map = network("exact", marked).found();
        return new Testimony("exact", new FoundText(List.of(line), map.map().orElseThrow(), true));
    }

    private static FoundLine scored(PixelRectangle box, double score, int thickness) {
        return new FoundLine(box, score, false, false, thickness);
    }

    private static List<Double> wanted(Testimony... testimonies) {
        return ThickLines.of(List.of(testimonies)).stream()
                .map(ThickLines.Claim::confidence)
                .toList();
    }

    @Test
    void its_thick_lines_need_no_trace_if_it_is_sure() {
        PixelRectangle spot = new PixelRectangle(20, 20, 60, 50);
        assertThat(wanted(exact(scored(spot, .8, 50)), network("b", 0))).containsExactly(0.0);
        assertThat(wanted(exact(scored(spot, .79, 50)), network("b", 0)))
                .allMatch(confidence -> confidence > 0);
    }

    @Test
    void what_is_thin_but_slanted_is_not_thick() {
        PixelRectangle around = new PixelRectangle(20, 20, 100, 80);
        assertThat(wanted(exact(scored(around, .7, 10)), network("b", 0))).containsExactly(0.0);
        assertThat(wanted(exact(scored(around, .6, 10)), network("b", 0)))
                .allMatch(confidence -> confidence > 0);
    }

    @Test
    void two_rows_that_it_takes_for_one_line_are_those_that_others_see() {
        Testimony rows = strokes(line(20, 20, 80, 14), line(20, 36, 70, 14));
        Testimony both = marking(box(20, 20, 90, 50), scored(box(18, 18, 104, 52), .7, 30));
        assertThat(ThickLines.of(List.of(both, rows)))
                .extracting(claim -> claim.line().witnesses())
                .containsExactly(Set.of("strokes"), Set.of("strokes"));
    }

    @Test
    void a_third_row_that_others_do_not_see_is_not_lost_with_the_line() {
        Testimony rows = strokes(line(20, 20, 80, 14), line(20, 36, 70, 14));
        Testimony three = marking(box(20, 20, 90, 70), scored(box(18, 18, 104, 72), .8, 50));
        assertThat(ThickLines.of(List.of(three, rows)))
                .extracting(claim -> claim.line().witnesses())
                .contains(Set.of("exact"));
    }

    @Test
    void rows_of_dots_are_parts_of_its_letters() {
        Testimony dots = strokes(line(20, 20, 80, 5), line(20, 40, 80, 5), line(20, 60, 80, 5));
        assertThat(ThickLines.of(List.of(exact(scored(box(18, 18, 104, 78), .85, 60)), dots)))
                .extracting(claim -> claim.line().witnesses())
                .contains(Set.of("exact"));
    }

    @Test
    void room_that_others_leave_above_and_below_is_cut_off() {
        ExactMargins margins =
                new ExactMargins(List.of(plane()), List.of(exact(line(22, 30, 76, 20))));
        assertThat(margins.cut(united(box(20, 24, 100, 57))).rectangle())
                .isEqualTo(box(20, 30, 100, 50));
    }

    @Test
    void a_row_that_it_does_not_see_is_not_cut_off() {
        ExactMargins margins =
                new ExactMargins(List.of(plane()), List.of(exact(line(22, 30, 76, 20))));
        PixelRectangle both = box(20, 24, 100, 80);
        assertThat(margins.cut(united(both)).rectangle()).isEqualTo(both);
    }

    @Test
    void a_line_of_which_it_sees_a_word_stays_as_high_as_it_is() {
        ExactMargins margins =
                new ExactMargins(List.of(plane()), List.of(exact(line(22, 30, 30, 20))));
        PixelRectangle whole = box(20, 24, 100, 57);
        assertThat(margins.cut(united(whole)).rectangle()).isEqualTo(whole);
    }

    @Test
    void a_capital_that_reaches_above_what_it_sees_stays_covered() {
        PlaneImage plane = plane();
        for (int y = 26; y < 45; y++) {
            plane.samples()[y * WitnessExamples.SIZE + 24] = (byte) 255;
        }
        ExactMargins margins =
                new ExactMargins(List.of(plane), List.of(exact(line(22, 30, 76, 20))));
        assertThat(margins.cut(united(box(20, 23, 100, 57))).rectangle())
                .isEqualTo(box(20, 25, 100, 50));
    }

    private static PlaneImage plane() {
        int side = WitnessExamples.SIZE;
        return new PlaneImage(side, side, 1, new byte[side * side]);
    }

    private static UnitedLine united(PixelRectangle box) {
        return new UnitedLine(box, false, false, Set.of("strokes"));
    }

    private static PixelRectangle box(int left, int top, int right, int bottom) {
        return PixelRectangle.ofEdges(left, top, right, bottom);
    }
}
