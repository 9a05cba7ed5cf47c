package org.pixelanon.review.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;

/** Suggestions of several origins for the same place are one. */
class OriginsTest {

    private static final PixelRectangle BOX = new PixelRectangle(10, 10, 100, 20);
    private static final PixelRectangle WIDER = new PixelRectangle(8, 8, 106, 25);
    private static final FramePlane FIRST = new FramePlane(0);
    private static final FramePlane SECOND = new FramePlane(1);
    private static final List<PlaneGeometry> PLANES =
            List.of(
                    new PlaneGeometry(FIRST, 200, 100, 0, 0),
                    new PlaneGeometry(SECOND, 200, 100, 0, 0));

    private static ReviewItem item(long id, Layer layer, PlaneScope scope, PixelRectangle place) {
        String text = layer == Layer.OCR ? "Grumbolt" : "";
        return new ReviewItem(
                id,
                layer,
                new Region(scope, place),
                text,
                1,
                layer + " says so",
                true,
                Verdict.UNDECIDED,
                "",
                "");
    }

    private static List<ReviewItem> merged(List<ReviewItem> found, ReviewItem... suggestions) {
        return Origins.merged(found, List.of(suggestions), PLANES);
    }

    @Test
    void text_a_rule_and_a_similar_file_are_one_row_that_names_them() {
        List<ReviewItem> all =
                merged(
                        List.of(item(1, Layer.OCR, FIRST, BOX)),
                        item(2, Layer.RULE, FIRST, WIDER),
                        item(3, Layer.SIMILAR, FIRST, BOX.translate(1, 1)));
        assertThat(all).extracting(ReviewItem::id).containsExactly(1L);
        assertThat(all.get(0).layers()).isEqualTo(EnumSet.of(Layer.OCR, Layer.RULE, Layer.SIMILAR));
        assertThat(all.get(0).why()).isEqualTo("OCR says so; RULE says so; SIMILAR says so");
        assertThat(all.get(0).region().rectangle()).as("until it is accepted").isEqualTo(BOX);
    }

    @Test
    void to_accept_it_blanks_what_any_of_them_would_blank_and_to_keep_it_moves_nothing() {
        ReviewItem one =
                merged(List.of(item(1, Layer.OCR, FIRST, BOX)), item(2, Layer.RULE, FIRST, WIDER))
                        .get(0);
        PixelRectangle accepted = one.withVerdict(Verdict.REDACT).region().rectangle();
        assertThat(accepted.contains(BOX)).isTrue();
        assertThat(accepted.contains(WIDER)).isTrue();
        assertThat(one.withVerdict(Verdict.KEEP).region().rectangle()).isEqualTo(BOX);
    }

    @Test
    void what_overlaps_little_or_is_elsewhere_stands_for_itself() {
        ReviewItem text = item(1, Layer.OCR, FIRST, BOX);
        PixelRectangle beside = BOX.translate(60, 0);
        PixelRectangle around = new PixelRectangle(0, 0, 200, 100);
        assertThat(
                        merged(
                                List.of(text),
                                item(2, Layer.RULE, FIRST, beside),
                                item(3, Layer.SIMILAR, SECOND, BOX),
                                item(4, Layer.ULTRASOUND, new AllFrames(), around)))
                .hasSize(4);
        assertThat(merged(List.of(text), item(5, Layer.RULE, new OverlayPlane(0x6000, 0), BOX)))
                .hasSize(2);
    }

    @Test
    void a_suggestion_for_all_frames_is_named_only_where_each_of_them_has_the_text() {
        ReviewItem rule = item(2, Layer.RULE, new AllFrames(), WIDER);
        assertThat(merged(List.of(item(1, Layer.OCR, FIRST, BOX)), rule)).hasSize(2);
        List<ReviewItem> both =
                merged(
                        List.of(item(1, Layer.OCR, FIRST, BOX), item(3, Layer.OCR, SECOND, BOX)),
                        rule);
        assertThat(both).hasSize(2).allMatch(i -> i.layers().contains(Layer.RULE));
    }

    @Test
    void what_a_machine_thinks_harmless_does_not_stand_for_what_is_to_be_blanked() {
        ReviewItem harmless =
                new ReviewItem(
                        1,
                        Layer.OCR,
                        new Region(FIRST, BOX),
                        "T2 TSE",
                        1,
                        "harmless",
                        false,
                        Verdict.UNDECIDED,
                        "",
                        "");
        assertThat(merged(List.of(harmless), item(2, Layer.RULE, FIRST, BOX))).hasSize(2);
    }

    @Test
    void what_a_person_decided_is_not_asked_again_under_another_name() {
        ReviewItem text = item(1, Layer.OCR, FIRST, BOX);
        ReviewItem rule = item(2, Layer.RULE, FIRST, WIDER);
        ReviewItem asked = merged(List.of(text), rule).get(0);
        for (Verdict verdict : List.of(Verdict.KEEP, Verdict.REDACT)) {
            ReviewItem decided = asked.withVerdict(verdict);
            assertThat(merged(List.of(decided), rule)).containsExactly(decided);
        }
    }

    @Test
    void what_sticks_out_of_a_blanked_rectangle_is_still_suggested() {
        ReviewItem blanked = item(1, Layer.OCR, FIRST, BOX).withVerdict(Verdict.REDACT);
        assertThat(merged(List.of(blanked), item(2, Layer.RULE, FIRST, WIDER))).hasSize(2);
    }

    @Test
    void two_that_would_write_the_same_row_are_one() {
        List<ReviewItem> all =
                merged(
                        List.of(),
                        item(1, Layer.RULE, new AllFrames(), BOX),
                        item(2, Layer.ULTRASOUND, new AllFrames(), BOX));
        assertThat(all).hasSize(1);
        assertThat(all.get(0).layers()).containsExactlyInAnyOrder(Layer.RULE, Layer.ULTRASOUND);
    }
}
