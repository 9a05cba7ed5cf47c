package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.DoneNote;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The open questions of the file on screen, and the record of who saw which planes. */
class ViewedPlanesTest {

    private static final DisplayWindow AS_ASKED = new DisplayWindow.OfFile();

    @TempDir Path folder;

    private Path file(String name) throws IOException {
        return SampleFile.of(40, 60)
                .frames(3)
                .samples((frame, row, column, channel) -> 90)
                .with(
                        b ->
                                b.sequence(
                                        Tag.SequenceOfUltrasoundRegions,
                                        new DicomBuilder()
                                                .numbers(Tag.RegionLocationMinX0, "UL", 0)
                                                .numbers(Tag.RegionLocationMinY0, "UL", 10)
                                                .numbers(Tag.RegionLocationMaxX1, "UL", 59)
                                                .numbers(Tag.RegionLocationMaxY1, "UL", 39)))
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private static void show(Sitting sitting, int... frames) throws Exception {
        sitting.run(
                () -> {
                    OpenFile file = sitting.session().open().orElseThrow();
                    for (int frame : frames) {
                        sitting.session()
                                .screen()
                                .viewed()
                                .shown(file, new FramePlane(frame), AS_ASKED);
                    }
                });
    }

    private static Map<OpenQuestion, Integer> open(Sitting sitting) throws Exception {
        return sitting.on(() -> sitting.session().screen().viewed().open().counts());
    }

    private DoneNote note(Path file) throws Exception {
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.READ)) {
            return store.mark(ReviewFile.of(file).name()).orElseThrow().note().orElseThrow();
        }
    }

    @Test
    void what_is_open_is_counted_by_kind_and_lessens_with_what_is_decided_and_seen()
            throws Exception {
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file("a.dcm")));
            assertThat(open(sitting))
                    .isEqualTo(Map.of(OpenQuestion.ULTRASOUND, 1, OpenQuestion.PLANE, 3));
            show(sitting, 0, 2);
            assertThat(open(sitting))
                    .isEqualTo(Map.of(OpenQuestion.ULTRASOUND, 1, OpenQuestion.PLANE, 1));
            sitting.run(
                    () ->
                            sitting.session()
                                    .editor()
                                    .decide(
                                            "keep",
                                            sitting.session().open().orElseThrow().items(),
                                            Verdict.KEEP));
            show(sitting, 1);
            assertThat(open(sitting)).isEmpty();
        }
    }

    @Test
    void planes_of_an_earlier_sitting_stay_seen_also_if_it_ended_without_a_mark() throws Exception {
        Path file = file("a.dcm");
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file));
            show(sitting, 0, 1);
        }
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file));
            assertThat(open(sitting)).containsEntry(OpenQuestion.PLANE, 1);
        }
    }

    @Test
    void a_picture_of_all_frames_at_once_and_a_plane_passed_over_show_none() throws Exception {
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file("a.dcm")));
            sitting.run(() -> sitting.session().screen().showPlane(2));
            assertThat(open(sitting)).as("not painted yet").containsEntry(OpenQuestion.PLANE, 3);
        }
    }

    @Test
    void a_mark_keeps_what_was_open_and_who_made_it_through_comments_undo_and_redo()
            throws Exception {
        Path file = file("a.dcm");
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file, file("b.dcm")));
            show(sitting, 0);
            Editor editor = sitting.session().editor();
            sitting.run(() -> editor.mark("done", FileState.DONE, ""));
            sitting.saved();
            DoneNote made = note(file);
            assertThat(made)
                    .isEqualTo(
                            new DoneNote(
                                    "tester",
                                    new OpenQuestions(
                                            Map.of(
                                                    OpenQuestion.ULTRASOUND,
                                                    1,
                                                    OpenQuestion.PLANE,
                                                    2))));
            try (RegionStore store =
                    RegionStore.open(folder.resolve("db"), RegionStore.Mode.READ)) {
                assertThat(store.notes().shown(ReviewFile.of(file).name(), "tester"))
                        .isEqualTo(SeenPlanes.NONE.with(new FramePlane(0)));
            }
            sitting.run(() -> editor.comment("comment", "words"));
            sitting.saved();
            assertThat(note(file)).isEqualTo(made);
            sitting.run(() -> editor.mark("reopen", FileState.TO_REVIEW, "words"));
            sitting.run(editor::undo);
            sitting.saved();
            assertThat(note(file)).as("undo of putting back").isEqualTo(made);
            sitting.run(editor::undo);
            sitting.run(editor::undo);
            sitting.run(editor::redo);
            sitting.saved();
            assertThat(note(file)).as("undo and redo of the mark").isEqualTo(made);
        }
    }

    @Test
    void what_was_open_is_shown_open_in_a_file_that_is_done() throws Exception {
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file("a.dcm")));
            sitting.run(() -> sitting.session().editor().mark("done", FileState.DONE, ""));
            sitting.saved();
            sitting.run(() -> sitting.session().reload());
            sitting.await(() -> sitting.session().open().isPresent());
            assertThat(open(sitting)).containsEntry(OpenQuestion.ULTRASOUND, 1);
        }
    }

    @Test
    void rectangles_that_are_drawn_over_a_suggestion_answer_it() throws Exception {
        try (Sitting sitting = new Sitting(folder.resolve("db"))) {
            sitting.open(List.of(file("a.dcm")));
            show(sitting, 0, 1, 2);
            sitting.run(
                    () ->
                            sitting.session()
                                    .editor()
                                    .draw(
                                            "draw",
                                            new org.pixelanon.model.AllFrames(),
                                            new PixelRectangle(0, 0, 60, 20)));
            assertThat(open(sitting)).isEmpty();
        }
    }
}
