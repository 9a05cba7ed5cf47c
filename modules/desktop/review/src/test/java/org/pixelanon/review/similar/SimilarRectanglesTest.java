package org.pixelanon.review.similar;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.RandomReview;
import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.Editor;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.Suggestion;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Rectangles of similar files are suggested where they help. */
class SimilarRectanglesTest {

    private static final PixelRectangle BOX = new PixelRectangle(5, 5, 40, 10);

    @TempDir Path folder;

    private static PlaneGeometry plane(int frame) {
        return new PlaneGeometry(new FramePlane(frame), 100, 80, 0, 0);
    }

    private static Suggestion suggested(PixelRectangle place, int frame, int support) {
        InclusiveBox box = InclusiveBox.of(new Region(new FramePlane(frame), place));
        return new Suggestion(box, support, 5);
    }

    private static ReviewItem own(PlaneScope scope, PixelRectangle place) {
        Region region = new Region(scope, place);
        return new ReviewItem(1, Layer.OCR, region, "Grumbolt", 1, "", true, Verdict.KEEP, "", "");
    }

    private static List<Integer> supports(List<Suggestion> suggestions, ReviewItem... own) {
        return SimilarRectangles.of(suggestions, List.of(plane(0), plane(1)), Arrays.asList(own))
                .stream()
                .map(SimilarRectangles.Useful::support)
                .toList();
    }

    @Test
    void planes_and_pixels_that_the_file_does_not_have_are_left_out() {
        PixelRectangle outside = new PixelRectangle(100, 0, 20, 20);
        List<Suggestion> suggestions =
                List.of(suggested(BOX, 1, 3), suggested(BOX, 2, 5), suggested(outside, 0, 2));
        assertThat(supports(suggestions)).containsExactly(3);
        InclusiveBox everywhere = new InclusiveBox(5, 5, 44, 14, -1, -1);
        InclusiveBox overlay = new InclusiveBox(5, 5, 44, 14, 0, 1);
        assertThat(supports(List.of(new Suggestion(everywhere, 1, 5)))).hasSize(1);
        assertThat(supports(List.of(new Suggestion(overlay, 1, 5)))).isEmpty();
    }

    @Test
    void those_of_most_files_come_first() {
        List<Suggestion> suggestions =
                List.of(
                        suggested(BOX, 0, 1),
                        suggested(BOX.translate(0, 20), 0, 5),
                        suggested(BOX.translate(0, 40), 1, 3));
        assertThat(supports(suggestions)).containsExactly(5, 3, 1);
    }

    @Test
    void what_the_files_own_rectangles_cover_by_half_is_left_out() {
        List<Suggestion> one = List.of(suggested(BOX, 0, 2));
        FramePlane here = new FramePlane(0);
        PixelRectangle left = new PixelRectangle(5, 5, 12, 10);
        PixelRectangle right = new PixelRectangle(30, 3, 15, 20);
        assertThat(supports(one, own(here, left))).hasSize(1);
        assertThat(supports(one, own(here, left), own(here, left))).hasSize(1);
        assertThat(supports(one, own(here, left), own(here, right))).isEmpty();
        assertThat(supports(one, own(new FramePlane(1), BOX))).hasSize(1);
        assertThat(supports(one, own(new OverlayPlane(0x6000, 0), BOX))).hasSize(1);
    }

    @Test
    void a_file_that_is_done_gets_none_until_it_is_reopened() throws Exception {
        Path first = SampleFile.of(60, 80).write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        Path second = SampleFile.of(60, 80).write(folder.resolve("b.dcm"), Syntax.EXPLICIT);
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(first, second));
            Editor editor = sitting.session().editor();
            sitting.run(() -> editor.draw("draw", new FramePlane(0), BOX));
            sitting.run(() -> editor.mark("done", FileState.DONE, ""));
            sitting.run(() -> sitting.session().show(1));
            sitting.await(() -> items(sitting).size() == 1);
            ReviewItem hint = sitting.on(() -> items(sitting).get(0));
            assertThat(hint.layer()).isEqualTo(Layer.SIMILAR);
            assertThat(hint.reason()).isEqualTo("done on 1 of 1 similar files");

            sitting.run(() -> editor.mark("done", FileState.DONE, ""));
            sitting.await(() -> items(sitting).isEmpty());
            sitting.run(() -> editor.mark("review", FileState.TO_REVIEW, ""));
            sitting.await(() -> items(sitting).size() == 1);
        }
    }

    @Test
    void the_same_rectangle_on_many_frames_is_one_decision() throws Exception {
        Path done = SampleFile.of(60, 80).frames(9).write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        Path next = SampleFile.of(60, 80).frames(4).write(folder.resolve("b.dcm"), Syntax.EXPLICIT);
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(done, next));
            Editor editor = sitting.session().editor();
            for (int i = 0; i < 9; i++) {
                FramePlane frame = new FramePlane(i);
                sitting.run(() -> editor.draw("draw", frame, BOX));
            }
            sitting.run(() -> editor.mark("done", FileState.DONE, ""));
            sitting.run(() -> sitting.session().show(1));
            sitting.await(() -> items(sitting).size() == 4);
            sitting.run(() -> sitting.session().screen().select(items(sitting).get(0).id()));
            ReviewItem chosen = sitting.on(() -> items(sitting).get(0));
            assertThat(sitting.on(() -> alike(sitting, chosen))).isEqualTo(4);
            sitting.run(() -> editor.decideAlike("accept", chosen, Verdict.REDACT));
            sitting.await(
                    () -> items(sitting).stream().allMatch(i -> i.verdict() == Verdict.REDACT));
            sitting.saved();
        }
        assertThat(RandomReview.held(folder.resolve("db"), List.of(next.toString()))).hasSize(1);
    }

    private static List<ReviewItem> items(Sitting sitting) {
        return sitting.session().open().map(file -> file.items()).orElse(List.of());
    }

    private static int alike(Sitting sitting, ReviewItem item) {
        return sitting.session().open().orElseThrow().alike(item).size();
    }
}
