package org.pixelanon.review.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

class HistoryTest {

    private static final int STEPS = 1000;

    private static final List<PlaneScope> SCOPES =
            List.of(
                    new FramePlane(7),
                    new OverlayPlane(0x6002, 3),
                    new OverlayGroup(0x6000),
                    new AllFrames(),
                    new AllPlanes());

    private final History history = new History();

    /** Edits of every kind, of items with whatever an item can have. */
    private static Step step(int number) {
        String file = "/räume/" + number % 3 + "/f.dcm";
        ReviewItem before = item(number, SCOPES.get(number % SCOPES.size()));
        ReviewItem after = before.withVerdict(Verdict.KEEP).signed("anyone", "2026-01-01");
        ReviewEdit edit =
                switch (number % 5) {
                    case 0 -> ReviewEdit.OfItem.added(file, after);
                    case 1 -> ReviewEdit.OfItem.removed(file, before);
                    case 2 -> ReviewEdit.OfItem.changed(file, before, after);
                    case 3 ->
                            new ReviewEdit.OfMark(
                                    file,
                                    FileState.TO_REVIEW,
                                    "",
                                    FileState.TAGGED,
                                    "why " + file,
                                    null);
                    default ->
                            new ReviewEdit.Several(
                                    List.of(
                                            ReviewEdit.OfItem.added(file, after),
                                            new ReviewEdit.Several(
                                                    List.of(
                                                            ReviewEdit.OfItem.removed(
                                                                    file, before)))));
                };
        return new Step("step " + number, edit);
    }

    private static ReviewItem item(int number, PlaneScope scope) {
        return new ReviewItem(
                (long) number << 33,
                Layer.values()[number % Layer.values().length],
                new Region(scope, new PixelRectangle(-number, number, 1 + number, 2)),
                "x".repeat(number * 70),
                number / 7.0,
                "reason \u00e9 \ud83d\ude00",
                number % 2 == 0,
                Verdict.UNDECIDED,
                "",
                "");
    }

    @Test
    void each_of_many_edits_is_undone_and_redone_as_it_was_made() {
        List<Step> made = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            made.add(step(i));
            history.add(made.get(i));
        }
        for (int round = 0; round < 2; round++) {
            List<Step> undone = new ArrayList<>();
            while (history.nextUndo().isPresent()) {
                String name = history.nextUndo().orElseThrow();
                undone.add(history.undo().orElseThrow());
                assertThat(undone.get(undone.size() - 1).name()).isEqualTo(name);
                assertThat(history.nextRedo()).contains(name);
            }
            assertThat(history.undo()).isEmpty();
            Collections.reverse(undone);
            assertThat(undone).isEqualTo(made);
            for (Step step : made) {
                assertThat(history.redo()).contains(step);
            }
            assertThat(history.redo()).isEmpty();
        }
    }

    @Test
    void a_new_edit_forgets_what_was_undone_and_nothing_else() {
        for (int i = 0; i < STEPS; i++) {
            history.add(step(i));
        }
        for (int i = 0; i < STEPS / 2; i++) {
            history.undo();
        }
        history.add(step(STEPS));
        assertThat(history.nextRedo()).isEmpty();
        assertThat(history.undo()).contains(step(STEPS));
        for (int i = STEPS / 2 - 1; i >= 0; i--) {
            assertThat(history.undo()).contains(step(i));
        }
        assertThat(history.nextUndo()).isEqualTo(Optional.empty());
    }
}
