package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pixelanon.pipeline.witness.WitnessExamples.SIZE;
import static org.pixelanon.pipeline.witness.WitnessExamples.line;
import static org.pixelanon.pipeline.witness.WitnessExamples.network;
import static org.pixelanon.pipeline.witness.WitnessExamples.strokes;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;

/** What becomes of the lines of several finders. */
class LineUnionTest {

    private static List<UnitedLine> united(Testimony... testimonies) {
        return LineUnion.of(
                ThickLines.of(List.of(testimonies)).stream()
                        .filter(ThickLines.Claim::isBelieved)
                        .map(ThickLines.Claim::line)
                        .toList());
    }

    /** What must be read of the only line. */
    private static double wanted(Testimony... testimonies) {
        List<ThickLines.Claim> claims = ThickLines.of(List.of(testimonies));
        assertThat(claims).hasSize(1);
        return claims.get(0).confidence();
    }

    @Test
    void what_one_finder_sees_is_kept() {
        assertThat(
                        united(
                                strokes(line(10, 10, 50, 12)),
                                network("a", 0),
                                network("b", 0, line(10, 100, 50, 12))))
                .extracting(UnitedLine::rectangle)
                .containsExactly(
                        new PixelRectangle(10, 10, 50, 12), new PixelRectangle(10, 100, 50, 12));
    }

    @Test
    void a_line_that_several_see_is_one_that_holds_all_of_theirs() {
        assertThat(
                        united(
                                strokes(line(10, 10, 50, 12), line(55, 11, 40, 11)),
                                network("a", 255, line(8, 9, 60, 15))))
                .containsExactly(
                        new UnitedLine(
                                new PixelRectangle(8, 9, 87, 15),
                                false,
                                false,
                                Set.of("strokes", "a")));
    }

    @Test
    void lines_above_each_other_stay_two_though_their_margins_meet() {
        assertThat(united(strokes(line(10, 10, 80, 16)), network("a", 255, line(10, 22, 80, 16))))
                .hasSize(2);
    }

    @Test
    void a_thick_spot_must_be_read_badly_with_a_trace_in_another_map_and_well_without() {
        FoundLine spot = line(20, 20, 60, 50);
        assertThat(wanted(network("a", 255, spot), network("b", 0))).isEqualTo(.15);
        assertThat(wanted(network("a", 255, spot), network("b", 30))).isEqualTo(.04);
        assertThat(wanted(strokes(spot), network("a", 255), network("b", 0))).isEqualTo(.15);
        assertThat(wanted(strokes(spot), network("a", 255), network("b", 30))).isEqualTo(.04);
    }

    @Test
    void a_thick_long_line_is_believed_if_others_have_the_faintest_trace() {
        FoundLine words = line(20, 20, 120, 50);
        assertThat(wanted(network("a", 255, words), network("b", 3))).isZero();
        assertThat(wanted(network("a", 255, words), network("b", 0))).isEqualTo(.15);
        assertThat(wanted(strokes(words), network("a", 10), network("b", 3))).isZero();
        assertThat(wanted(strokes(words), network("a", 10), network("b", 0))).isEqualTo(.15);
    }

    @Test
    void what_is_thicker_than_any_letters_must_read_as_a_word() {
        Testimony huge = network("a", 255, line(10, 10, 180, 120));
        assertThat(ThickLines.of(List.of(huge, network("b", 255))))
                .extracting(ThickLines.Claim::confidence, ThickLines.Claim::characters)
                .containsExactly(tuple(.15, 3));
    }

    @Test
    void a_thick_line_of_strokes_ends_where_the_networks_see_nothing_more() {
        Testimony seen = network("a", new PixelRectangle(100, 40, 60, 40));
        assertThat(united(strokes(line(10, 30, 180, 60)), seen))
                .extracting(UnitedLine::rectangle)
                .containsExactly(PixelRectangle.ofEdges(82, 30, 178, 90));
    }

    @Test
    void a_line_that_runs_upwards_is_not_thick() {
        assertThat(united(network("a", 255, line(20, 20, 14, 150)), network("b", 0))).hasSize(1);
    }

    @Test
    void without_any_map_nothing_needs_a_second_witness() {
        assertThat(united(strokes(line(20, 20, 60, 50)))).hasSize(1);
    }

    @Test
    void a_crop_is_turned_so_that_what_runs_upwards_is_read_from_left_to_right() {
        // two columns, three rows: the text begins at the bottom
        PlaneImage upwards = new PlaneImage(2, 3, 1, new byte[] {5, 6, 3, 4, 1, 2});
        assertThat(LineTurn.turned(upwards, true).samples()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(LineTurn.turned(upwards, false).samples()).containsExactly(6, 4, 2, 5, 3, 1);
        assertThat(upwards.part(new PixelRectangle(1, 1, 1, 2)).samples()).containsExactly(4, 2);
    }

    @Test
    void a_thick_chain_of_strokes_reaches_no_further_than_the_thick_line_in_it() {
        Testimony chain = strokes(line(0, 20, 190, 90));
        Testimony sees =
                network("net", 0, line(60, 40, 80, 44), line(8, 30, 10, 60), line(150, 84, 30, 12));
        byte[] likely = sees.found().map().orElseThrow().likelihoods();
        for (int y = 50; y < 74; y++) {
            Arrays.fill(likely, y * SIZE, y * SIZE + 190, (byte) 200);
        }

        assertThat(ThickLines.of(List.of(chain, sees)))
                .filteredOn(claim -> claim.line().witnesses().equals(Set.of("strokes")))
                .extracting(claim -> claim.line().rectangle())
                .containsExactly(PixelRectangle.ofEdges(38, 29, 162, 95));
    }
}
