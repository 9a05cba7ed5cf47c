package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.Sitting;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.Plane;
import org.pixelanon.review.item.FileSign;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewFile;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Search states, marks and copies shown in lines, from this sitting and from others. */
class TrustedStateTest {

    @TempDir Path folder;

    private Sitting sitting;
    private List<Path> files;

    @BeforeEach
    void open() throws Exception {
        files = List.of(drawn("a.dcm"), drawn("b.dcm"));
        sitting = new Sitting(folder.resolve("db"));
        sitting.open(files);
    }

    @AfterEach
    void close() throws Exception {
        sitting.close();
    }

    private Path drawn(String name) throws Exception {
        return SampleFile.of(40, 50)
                .frames(2)
                .samples((frame, row, column, sample) -> row + column)
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private FileSign sign(int index) throws Exception {
        return sitting.on(() -> FileSign.of(sitting.session().files().get(index)));
    }

    private void search(Sitting by, int index, java.util.function.Predicate<Plane> planes)
            throws Exception {
        ReviewFile file = by.on(() -> by.session().files().get(index));
        by.search(List.of(file), planes);
    }

    @Test
    void a_file_is_searched_in_part_until_every_plane_was() throws Exception {
        assertThat(sign(0)).isEqualTo(FileSign.NOT_SEARCHED);
        search(sitting, 0, plane -> plane.index() == 0);
        sitting.await("one plane", () -> sign0() == FileSign.PARTLY_SEARCHED);
        search(sitting, 0, plane -> plane.index() == 1);
        sitting.await("all planes", () -> sign0() == FileSign.SEARCHED);
    }

    @Test
    void what_a_search_left_out_is_known_without_opening_the_file() throws Exception {
        search(sitting, 1, plane -> plane.index() == 0);
        sitting.await("one plane", () -> sign1() == FileSign.PARTLY_SEARCHED);
        sitting.get(() -> sitting.session().setFiles(files, 0, 0));
        assertThat(sign(1)).isEqualTo(FileSign.PARTLY_SEARCHED);
        search(sitting, 1, plane -> plane.index() == 1);
        sitting.await("all planes", () -> sign1() == FileSign.SEARCHED);
        sitting.get(() -> sitting.session().setFiles(files, 0, 0));
        assertThat(sign(1)).isEqualTo(FileSign.SEARCHED);
    }

    private FileSign sign1() {
        return FileSign.of(sitting.session().files().get(1));
    }

    private FileSign sign0() {
        return FileSign.of(sitting.session().files().get(0));
    }

    @Test
    void the_search_of_another_sitting_is_known_without_opening_the_file() throws Exception {
        search(sitting, 1, plane -> true);
        sitting.await(
                "searched",
                () -> FileSign.of(sitting.session().files().get(1)) == FileSign.SEARCHED);
        sitting.get(() -> sitting.session().setFiles(files, 0, 0));
        assertThat(sign(1)).isEqualTo(FileSign.SEARCHED);
        assertThat(sign(0)).isEqualTo(FileSign.NOT_SEARCHED);
    }

    @Test
    void marks_and_comments_of_another_sitting_come_by_themselves() throws Exception {
        try (Sitting other = new Sitting(folder.resolve("db"))) {
            other.open(files);
            other.run(() -> other.session().show(1));
            other.await(() -> other.session().open().isPresent());
            other.on(() -> other.session().editor().mark("tag", FileState.TAGGED, "look here"));
            other.saved();
        }
        sitting.await(
                "the other's tag",
                () -> sitting.session().files().get(1).state() == FileState.TAGGED);
        assertThat(sitting.on(() -> sitting.session().files().get(1).comment()))
                .isEqualTo("look here");
    }

    @Test
    void a_copy_counts_until_the_file_is_marked_anew() throws Exception {
        sitting.on(() -> sitting.session().editor().mark("done", FileState.DONE, ""));
        sitting.saved();
        String name = ReviewFile.of(files.get(0)).name();
        audit(name, "NeedsReview", "9998-01-01 00:00:00");
        sitting.await("withheld", () -> sign0() == FileSign.WITHHELD);
        audit(name, "Redacted", "9998-01-01 00:00:01");
        sitting.await("exported", () -> sign0() == FileSign.EXPORTED);

        sitting.on(() -> sitting.session().editor().mark("back", FileState.TO_REVIEW, ""));
        assertThat(sign0()).isNotEqualTo(FileSign.EXPORTED);
    }

    @Test
    void a_copy_from_before_the_mark_is_another_files() throws Exception {
        audit(ReviewFile.of(files.get(0)).name(), "Redacted", "2001-01-01 00:00:00");
        sitting.on(() -> sitting.session().editor().mark("done", FileState.DONE, ""));
        sitting.saved();
        sitting.get(() -> sitting.session().database().follow());
        assertThat(sign0()).isEqualTo(FileSign.DONE);
    }

    private void audit(String name, String outcome, String when) throws Exception {
        try (RegionStore store = RegionStore.open(folder.resolve("db"), RegionStore.Mode.WRITE)) {
            store.append(new AuditEntry(name, "out", outcome, "test", "{}", "{}", when), List.of());
        }
    }
}
