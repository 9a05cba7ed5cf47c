package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.RandomReview;
import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.SameText;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The same text at the same place on many planes is one decision. */
class SameTextTest {

    private static final int FRAMES = 8;

    @TempDir Path folder;
    private Path database;
    private Path cine;

    @BeforeEach
    void drawCine() throws Exception {
        database = folder.resolve("db");
        cine =
                SampleFile.of(40, 60)
                        .frames(FRAMES)
                        .write(folder.resolve("cine.dcm"), Syntax.EXPLICIT);
    }

    private static ReviewItem text(long id, PlaneScope scope, PixelRectangle place, String text) {
        return new ReviewItem(
                id,
                Layer.OCR,
                new Region(scope, place),
                text,
                0.9,
                "unknown text",
                true,
                Verdict.UNDECIDED,
                "",
                "");
    }

    @Test
    void what_is_the_same_is_told_by_text_and_place_and_not_by_plane() {
        PixelRectangle place = new PixelRectangle(10, 20, 80, 16);
        ReviewItem first = text(1, new FramePlane(0), place, "Grumbolt");
        List<ReviewItem> same =
                List.of(
                        text(2, new FramePlane(1), place, "Grumbolt "),
                        text(3, new FramePlane(2), new PixelRectangle(8, 22, 84, 18), "Grumbolt"),
                        text(4, new OverlayPlane(0x6000, 0), place, "Grumbolt"));
        List<ReviewItem> others =
                List.of(
                        text(5, new FramePlane(0), place, "Grumbolt"),
                        text(6, new FramePlane(1), place, "Grumbolk"),
                        text(7, new FramePlane(1), place.translate(5, 0), "Grumbolt"),
                        text(8, new FramePlane(1), place.translate(0, 30), "Grumbolt"),
                        text(9, new AllFrames(), place, "Grumbolt"));
        assertThat(same).allMatch(item -> SameText.isSame(first, item));
        assertThat(others).noneMatch(item -> SameText.isSame(first, item));
        ReviewItem unread = text(10, new FramePlane(0), place, " ");
        assertThat(SameText.isSame(unread, text(11, new FramePlane(1), place, " "))).isFalse();

        List<ReviewItem> all = new ArrayList<>(others);
        all.add(0, first);
        all.addAll(same);
        assertThat(SameText.groups(all)).hasSize(1 + others.size());
        assertThat(SameText.groups(all).get(0)).hasSize(1 + same.size()).contains(first);
    }

    @Test
    void one_decision_is_for_all_planes_and_one_undo_takes_it_back() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(List.of(cine));
            List<ReviewItem> found = new ArrayList<>();
            for (int frame = 0; frame < FRAMES; frame++) {
                found.add(sitting.addText(100 + frame, frame, "Grumbolt"));
            }
            sitting.addText(200, 0, "Wend");
            Editor editor = sitting.on(() -> sitting.session().editor());
            sitting.run(() -> editor.decide("here", List.of(found.get(5)), Verdict.KEEP));
            assertThat(sitting.on(() -> editor.decideAlike("all", found.get(2), Verdict.REDACT)))
                    .as("all but the exception")
                    .isEqualTo(FRAMES - 1);
            assertThat(verdicts(sitting))
                    .containsExactly(
                            "REDACT",
                            "REDACT",
                            "REDACT",
                            "REDACT",
                            "REDACT",
                            "KEEP",
                            "REDACT",
                            "REDACT",
                            "UNDECIDED");
            sitting.saved();
            String name = ReviewFile.of(cine).name();
            assertThat(RandomReview.held(database, List.of(name)).get(name))
                    .as("a row for each plane")
                    .hasSize(FRAMES + 1);
            sitting.run(editor::undo);
            assertThat(verdicts(sitting)).filteredOn("UNDECIDED"::equals).hasSize(FRAMES);
        }
    }

    @Test
    void the_next_suggestion_is_another_text() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(List.of(cine));
            for (int frame = 0; frame < FRAMES; frame++) {
                sitting.addText(100 + frame, frame, "Grumbolt");
            }
            sitting.addText(200, FRAMES - 1, "Wend");
            ReviewSession session = sitting.on(sitting::session);
            List<String> met = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                sitting.run(session::selectNextUndecided);
                met.add(sitting.on(() -> session.screen().selected().orElseThrow().text()));
            }
            assertThat(met).containsExactly("Grumbolt", "Wend", "Grumbolt");
        }
    }

    private static List<String> verdicts(Sitting sitting) throws Exception {
        return sitting.on(
                () ->
                        sitting.session().open().orElseThrow().items().stream()
                                .map(item -> item.verdict().name())
                                .toList());
    }
}
