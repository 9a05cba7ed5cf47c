package org.pixelanon.review.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.pixelanon.review.item.ListKind;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.HistoryNote;

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
        return new Step(Deeds.note(edit, "sitting", number, "anyone", "2026-01-01"), "step", edit);
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
                Step next = history.nextUndo().orElseThrow();
                undone.add(history.undo().orElseThrow());
                assertThat(undone.get(undone.size() - 1)).isEqualTo(next);
                assertThat(history.nextRedo()).contains(next);
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

    @Test
    void what_an_edit_does_is_counted_and_read_again_from_the_database() {
        ReviewItem open = item(1, new FramePlane(0));
        List<ReviewEdit> edits =
                List.of(
                        ReviewEdit.OfItem.changed("f", open, open.withVerdict(Verdict.REDACT)),
                        ReviewEdit.OfItem.changed("f", open, open.withVerdict(Verdict.REDACT)),
                        ReviewEdit.OfItem.changed("g", open, open.withVerdict(Verdict.KEEP)),
                        new ReviewEdit.OfMark(
                                "g", FileState.TO_REVIEW, "", FileState.DONE, "", null));
        ReviewEdit edit = new ReviewEdit.Several(edits);
        HistoryNote note = Deeds.note(edit, "sitting", 1, "anyone", "2026-01-01");
        assertThat(Deeds.parse(note.deeds())).isEqualTo(Deeds.of(edit));
        assertThat(Deeds.parse(note.deeds()).words())
                .isEqualTo("Blanked 2 rectangles, kept 1 rectangle, marked done");
        assertThat(Deeds.place(note)).contains(open.region());
        assertThat(note.files()).isEqualTo(2);
        assertThat(note.planes()).isEqualTo(2);
        assertThat(note.filename()).isEqualTo("f");
    }

    @Test
    void what_a_newer_version_wrote_is_told_without_words_of_it() {
        assertThat(Deeds.parse("FLEW=3").words()).isEqualTo("Something else");
        assertThat(Deeds.parse("FLEW=3 DREW=1 KEPT=x").words()).isEqualTo("Drew 1 rectangle");
    }

    @Test
    void a_text_put_on_a_list_is_taken_back_only_in_its_own_sitting() {
        ReviewEdit line = new ReviewEdit.OfLine(ListKind.ALLOW, Path.of("list"), "x", true);
        assertThat(Deeds.note(line, "sitting", 1, "anyone", "").reversible()).isFalse();
        assertThat(Deeds.note(step(0).edit(), "sitting", 1, "anyone", "").reversible()).isTrue();
    }

    @Test
    void edits_of_earlier_sittings_come_after_all_others() {
        history.add(step(1));
        HistoryNote note = Deeds.note(step(2).edit(), "earlier", 2, "anyone", "2026-01-01");
        Step earlier =
                new Step(note, "earlier", new ReviewEdit.OfEarlier(note, Set.of("f"), false));
        history.addEarlier(List.of(earlier));
        history.addEarlier(List.of(earlier));
        assertThat(history.earlier()).containsExactly(note);
        history.add(step(3));
        assertThat(history.undo()).contains(step(3));
        history.drop(step(1).note());
        assertThat(history.undo()).contains(earlier);
        assertThat(history.undo()).isEmpty();
    }
}
