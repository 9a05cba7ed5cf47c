package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.RandomReview;
import blackbox.review.Sitting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.GivenReason;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.Edit;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class ReviewSessionTest {

    private static final PixelRectangle BOX = new PixelRectangle(2, 3, 10, 5);

    @TempDir Path folder;
    private Path database;
    private List<Path> files;

    @BeforeEach
    void drawFiles() throws Exception {
        database = folder.resolve("db");
        files = List.of(file("a.dcm", 3), file("b.dcm", 1), file("c.dcm", 1), file("d.dcm", 1));
    }

    private Path file(String name, int frames) throws Exception {
        return SampleFile.of(40, 50)
                .frames(frames)
                .samples((frame, row, column, sample) -> row + column)
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private String name(int file) {
        return ReviewFile.of(files.get(file)).name();
    }

    private List<String> rows(int file) throws Exception {
        return RandomReview.held(database, List.of(name(file))).get(name(file));
    }

    @Test
    void a_drawn_rectangle_is_a_row_at_once_and_undo_takes_it_back() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            sitting.run(() -> sitting.session().editor().draw("draw", new FramePlane(0), BOX));
            sitting.saved();
            assertThat(rows(0)).containsExactly("frame 1 (2,3 10x5) 1");
            sitting.run(() -> sitting.session().editor().undo());
            sitting.saved();
            assertThat(rows(0)).isEmpty();
            sitting.run(() -> sitting.session().editor().redo());
            sitting.saved();
            assertThat(rows(0)).containsExactly("frame 1 (2,3 10x5) 1");
        }
    }

    @Test
    void undo_of_an_edit_on_another_file_shows_that_file() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            sitting.run(() -> sitting.session().editor().draw("draw", new FramePlane(0), BOX));
            sitting.run(() -> sitting.session().show(2));
            sitting.await(() -> sitting.session().open().isPresent());
            sitting.run(() -> sitting.session().editor().undo());
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(sitting.on(() -> sitting.session().current())).isZero();
            sitting.saved();
            assertThat(rows(0)).isEmpty();
        }
    }

    @Test
    void a_done_file_is_locked_until_it_is_put_back_to_review() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            Editor editor = sitting.session().editor();
            sitting.run(() -> editor.mark("done", FileState.DONE, ""));
            assertThat(sitting.on(() -> editor.draw("draw", new FramePlane(0), BOX))).isFalse();
            sitting.run(() -> editor.mark("reopen", FileState.TO_REVIEW, ""));
            assertThat(sitting.on(() -> editor.draw("draw", new FramePlane(0), BOX))).isTrue();
            sitting.saved();
            assertThat(rows(0)).hasSize(1);
        }
    }

    @Test
    void rectangles_of_a_done_file_are_suggested_on_similar_ones() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files.subList(1, 3));
            Editor editor = sitting.session().editor();
            sitting.run(() -> editor.draw("draw", new FramePlane(0), BOX));
            sitting.run(() -> editor.mark("done", FileState.DONE, ""));
            sitting.saved();
            // the next file was read ahead, before this one was done
            sitting.run(() -> sitting.session().show(1));
            sitting.await(() -> sitting.session().open().isPresent());
            sitting.run(() -> sitting.session().reload());
            sitting.await(() -> sitting.session().open().isPresent());
            List<ReviewItem> items =
                    sitting.on(() -> sitting.session().open().orElseThrow().items());
            assertThat(items).hasSize(1);
            assertThat(items.get(0).layer()).isEqualTo(Layer.SIMILAR);
            assertThat(items.get(0).region().rectangle()).isEqualTo(BOX);
            assertThat(rows(2)).isEmpty();
        }
    }

    @Test
    void what_a_person_says_a_rectangle_is_stands_in_the_database_and_undo_takes_it_back()
            throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            Editor editor = sitting.session().editor();
            sitting.run(() -> editor.draw("draw", new FramePlane(0), BOX));
            ReviewItem item = sitting.on(() -> sitting.session().screen().selected().orElseThrow());
            ReviewItem named = item.withGiven(GivenReason.NAME);
            sitting.run(() -> editor.change("reason", List.of(item), List.of(named)));
            sitting.saved();
            assertThat(reasons()).containsExactly("name");
            sitting.run(() -> sitting.session().reload());
            sitting.await(() -> sitting.session().open().isPresent());
            ReviewItem again =
                    sitting.on(() -> sitting.session().open().orElseThrow().items().get(0));
            assertThat(again.given()).isEqualTo(GivenReason.NAME);
            assertThat(again.why()).isEqualTo("name");
            sitting.run(() -> editor.undo());
            sitting.saved();
            assertThat(reasons()).containsExactly("");
            sitting.run(() -> editor.redo());
            sitting.saved();
            assertThat(reasons()).containsExactly("name");
        }
    }

    private List<String> reasons() throws Exception {
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            return store.rows(name(0)).stream().map(row -> row.region().reason()).toList();
        }
    }

    @Test
    void each_reason_is_read_back_and_a_later_versions_word_is_some_other_reason() {
        for (GivenReason reason : GivenReason.values()) {
            assertThat(GivenReason.of(reason.stored())).isEqualTo(reason);
        }
        assertThat(GivenReason.of("tattoo")).isEqualTo(GivenReason.OTHER);
    }

    @Test
    void a_hidden_layer_is_counted_not_drawn_and_stays_hidden_on_other_files() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            Screen screen = sitting.session().screen();
            sitting.run(() -> sitting.session().editor().draw("draw", new FramePlane(0), BOX));
            sitting.run(() -> screen.setShown(Layer.PERSON, false));
            assertThat(sitting.on(screen::itemsOnPlane)).isEmpty();
            assertThat(sitting.on(() -> screen.countOnPlane(Layer.PERSON))).isEqualTo(1);
            assertThat(sitting.on(() -> screen.countOnPlane(Layer.OCR))).isZero();
            sitting.run(() -> screen.showPlane(1));
            assertThat(sitting.on(() -> screen.countOnPlane(Layer.PERSON))).isZero();
            sitting.run(() -> sitting.session().show(1));
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(sitting.on(() -> screen.display().shows(Layer.PERSON))).isFalse();
            sitting.run(() -> screen.setShown(Layer.PERSON, true));
            assertThat(sitting.on(() -> screen.display().hidden())).isEmpty();
        }
    }

    @Test
    void a_file_that_vanished_says_so_and_the_session_goes_on() throws Exception {
        Files.delete(files.get(1));
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            sitting.run(() -> sitting.session().show(1));
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(sitting.on(() -> sitting.session().files().get(1).failure()))
                    .contains("no such file");
            sitting.run(() -> sitting.session().stepFile(1));
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(sitting.on(() -> sitting.session().open().orElseThrow().failure()))
                    .isEmpty();
        }
    }

    @Test
    void a_report_without_an_image_says_so_and_what_kind_of_file_it_is() throws Exception {
        Path report =
                SampleFile.of(4, 4)
                        .samples((frame, row, column, sample) -> 0)
                        .with(file -> file.text(0x0008_0060, "CS", "SR").remove(0x7FE0_0010))
                        .write(folder.resolve("report.dcm"), Syntax.EXPLICIT);
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(List.of(report, files.get(1)));
            assertThat(sitting.on(() -> sitting.session().files().get(0).failure()))
                    .contains("no frame and no overlay")
                    .endsWith("(SR)");
            sitting.run(() -> sitting.session().stepFile(1));
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(sitting.on(() -> sitting.session().open().orElseThrow().failure()))
                    .isEmpty();
        }
    }

    @Test
    void a_survey_learns_what_all_files_are_and_stops_when_nobody_looks() throws Exception {
        Files.delete(files.get(3));
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            sitting.await(() -> sitting.session().open().isPresent());
            List<Integer> left = new ArrayList<>();
            sitting.run(() -> sitting.session().database().survey(() -> false, left::add));
            assertThat(left).isEmpty();
            sitting.run(() -> sitting.session().database().survey(() -> true, left::add));
            sitting.await(() -> left.contains(0));
            StoreSnapshot snapshot =
                    sitting.on(() -> sitting.session().database().snapshot()).join();
            assertThat(snapshot.devices()).containsOnlyKeys(name(0), name(1), name(2));
        }
    }

    @Test
    void edits_wait_while_the_database_is_locked_and_are_written_when_it_is_free()
            throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            Path file = database.resolve(RegionStore.FILE_NAME);
            Process other =
                    new ProcessBuilder(
                                    "python3",
                                    "-c",
                                    "import sqlite3,sys,time;c=sqlite3.connect(sys.argv[1],isolation_level=None);"
                                            + "c.execute('BEGIN IMMEDIATE');print('held',flush=True);time.sleep(4)",
                                    file.toString())
                            .start();
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            sitting.run(() -> sitting.session().editor().draw("draw", new FramePlane(0), BOX));
            sitting.await(() -> sitting.session().editor().failure().isPresent());
            sitting.saved();
            other.waitFor();
            assertThat(rows(0)).containsExactly("frame 1 (2,3 10x5) 1");
        }
    }

    @Test
    void an_edit_of_what_somebody_else_changed_is_given_up_and_keeps_nothing_back()
            throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            Editor editor = sitting.session().editor();
            sitting.run(() -> editor.draw("draw", new FramePlane(0), BOX));
            sitting.saved();
            try (RegionStore other = RegionStore.open(database, RegionStore.Mode.WRITE)) {
                var row = other.rows(name(0)).get(0);
                other.apply(List.of(new Edit.Remove(name(0), row.id(), row.region())));
            }
            ReviewItem item = sitting.on(() -> sitting.session().screen().selected().orElseThrow());
            ReviewItem moved = item.withRectangle(new PixelRectangle(0, 0, 4, 4));
            sitting.run(() -> editor.change("move", List.of(item), List.of(moved)));
            sitting.await(() -> sitting.session().open().orElseThrow().items().isEmpty());
            sitting.run(() -> editor.draw("draw", new FramePlane(1), BOX));
            sitting.saved();
            assertThat(rows(0)).containsExactly("frame 2 (2,3 10x5) 1");
        }
    }

    @Test
    void anything_done_at_random_is_in_the_database_row_by_row() throws Exception {
        try (Sitting sitting = new Sitting(database)) {
            sitting.open(files);
            RandomReview review = new RandomReview(sitting.session(), 7);
            for (int i = 0; i < 400; i++) {
                sitting.run(review::act);
                if (i % 7 == 0) {
                    sitting.await(() -> sitting.session().open().isPresent());
                }
            }
            sitting.saved();
            Map<String, List<String>> believed = sitting.on(() -> review.believed(files));
            assertThat(believed).isNotEmpty();
            assertThat(RandomReview.held(database, believed.keySet())).isEqualTo(believed);
        }
    }
}
