package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.history.Deeds;
import org.pixelanon.review.history.Turn;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.HistoryEntry;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRow;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Undo across files, lists and sittings. */
class UndoTest {

    private static final PixelRectangle PLACE = new PixelRectangle(3, 4, 20, 10);

    @TempDir Path folder;

    private Sitting sitting;
    private List<Path> files;

    @BeforeEach
    void open() throws Exception {
        files = List.of(drawn("a.dcm"), drawn("b.dcm"));
        start();
    }

    private void start() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        sitting.open(files);
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private Path drawn(String name) throws Exception {
        return SampleFile.of(40, 50)
                .frames(3)
                .samples((frame, row, column, sample) -> row + column)
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private Editor editor() {
        return sitting.session().editor();
    }

    private List<StoredRow> rows(int file) throws Exception {
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.READ)) {
            return store.rows(files.get(file).toString());
        }
    }

    private List<HistoryEntry> listed() throws Exception {
        return sitting.get(() -> sitting.session().database().history(100));
    }

    private boolean undone() throws Exception {
        return sitting.get(() -> editor().history().undo().orElseThrow().written());
    }

    private boolean redone() throws Exception {
        return sitting.get(() -> editor().history().redo().orElseThrow().written());
    }

    private void draw(int frame) throws Exception {
        assertThat(sitting.on(() -> editor().draw("draw", new FramePlane(frame), PLACE))).isTrue();
        sitting.saved();
    }

    private boolean isShown(int file, int plane) {
        return sitting.session().current() == file
                && sitting.session().open().isPresent()
                && sitting.session().screen().planeIndex() == plane;
    }

    @Test
    void the_history_says_what_was_decided_where_when_and_by_whom() throws Exception {
        draw(2);
        sitting.on(() -> editor().mark("done", FileState.DONE, ""));
        List<HistoryEntry> entries = listed();
        assertThat(entries)
                .extracting(e -> Deeds.parse(e.note().deeds()).words())
                .containsExactly("Marked done", "Drew 1 rectangle");
        HistoryNote note = entries.get(1).note();
        assertThat(note.person()).isEqualTo("tester");
        assertThat(note.when()).isEqualTo(rows(0).get(0).region().modified());
        assertThat(note.filename()).isEqualTo(files.get(0).toString());
        assertThat(Deeds.place(note).orElseThrow().scope()).isEqualTo(new FramePlane(2));
    }

    @Test
    void undo_and_redo_go_to_the_file_and_plane_that_they_change() throws Exception {
        draw(2);
        sitting.run(() -> sitting.session().show(1));
        sitting.await("the other file", () -> isShown(1, 0));
        Turn turn = sitting.on(() -> editor().history().undo().orElseThrow());
        assertThat(turn.undone()).isTrue();
        sitting.await("the place that was undone", () -> isShown(0, 2));
        assertThat(turn.written().get()).isTrue();
        assertThat(listed().get(0).undone()).isTrue();
        sitting.run(() -> sitting.session().show(1));
        assertThat(redone()).isTrue();
        sitting.await("the place that was done again", () -> isShown(0, 2));
        sitting.await(
                "its rectangle selected",
                () ->
                        sitting.session()
                                .screen()
                                .selected()
                                .map(ReviewItem::region)
                                .filter(r -> r.rectangle().equals(PLACE))
                                .isPresent());
        assertThat(listed().get(0).undone()).isFalse();
    }

    @Test
    void undo_survives_the_removal_of_its_file_from_the_list() throws Exception {
        draw(1);
        sitting.open(List.of(files.get(1)));
        Turn turn = sitting.on(() -> editor().history().undo().orElseThrow());
        assertThat(turn.written().get()).isTrue();
        assertThat(rows(0)).isEmpty();
        assertThat(sitting.on(() -> sitting.session().show(turn.step().note())))
                .as("on the list")
                .isFalse();
        sitting.open(files);
        assertThat(sitting.on(() -> sitting.session().show(turn.step().note()))).isTrue();
        sitting.await(() -> isShown(0, 1));
    }

    @Test
    void edits_of_an_earlier_sitting_are_undone_and_redone() throws Exception {
        draw(1);
        List<StoredRow> drawn = rows(0);
        sitting.on(() -> editor().mark("done", FileState.DONE, ""));
        sitting.saved();
        close();
        start();
        sitting.await("earlier edits", () -> editor().history().earlier().size() == 2);
        assertThat(undone()).isTrue();
        sitting.await(() -> sitting.session().files().get(0).state() == FileState.TO_REVIEW);
        assertThat(undone()).isTrue();
        sitting.await(() -> sitting.session().open().orElseThrow().items().isEmpty());
        sitting.await("its plane", () -> isShown(0, 1));
        assertThat(rows(0)).isEmpty();
        assertThat(listed()).allMatch(HistoryEntry::undone);
        assertThat(redone()).isTrue();
        assertThat(redone()).isTrue();
        assertThat(rows(0))
                .extracting(StoredRow::region)
                .isEqualTo(drawn.stream().map(StoredRow::region).toList());
        sitting.await(() -> sitting.session().files().get(0).state() == FileState.DONE);
    }

    @Test
    void an_edit_whose_rows_somebody_changed_is_not_undone_and_forgotten() throws Exception {
        draw(1);
        close();
        start();
        sitting.await("the earlier edit", () -> editor().history().earlier().size() == 1);
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            StoredRow row = rows(0).get(0);
            store.apply(
                    List.of(
                            new org.pixelanon.store.Edit.Remove(
                                    files.get(0).toString(), row.id(), row.region())));
        }
        assertThat(undone()).isFalse();
        sitting.await(
                "nothing to undo or redo",
                () -> editor().nextUndo().isEmpty() && editor().nextRedo().isEmpty());
        assertThat(listed().get(0).undone()).isFalse();
    }

    @Test
    void a_row_that_comes_back_by_undo_is_the_same_row_for_later_sittings() throws Exception {
        draw(1);
        long row = rows(0).get(0).id();
        undone();
        redone();
        assertThat(rows(0).get(0).id()).isEqualTo(row);
        close();
        start();
        sitting.await("the earlier edit", () -> editor().history().earlier().size() == 1);
        assertThat(undone()).isTrue();
        assertThat(rows(0)).isEmpty();
    }
}
