package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import blackbox.review.Sitting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A read-only database. */
class ReadOnlyTest {

    private static final PixelRectangle PLACE = new PixelRectangle(3, 4, 20, 10);

    @TempDir Path folder;

    private final List<String> told = new ArrayList<>();
    private Path file;
    private Path database;
    private Sitting sitting;

    @BeforeEach
    void write() throws Exception {
        file =
                SampleFile.of(40, 50)
                        .samples((frame, row, column, sample) -> row + column)
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (Sitting first = new Sitting(folder.resolve("db"))) {
            first.open(List.of(file));
            first.on(() -> first.session().editor().draw("draw", new FramePlane(0), PLACE));
            first.saved();
        }
        database = RegionStore.fileOf(folder.resolve("db"));
    }

    @AfterEach
    void close() throws Exception {
        if (sitting != null) {
            sitting.close();
        }
    }

    private void version(int number) throws Exception {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            raw.createStatement().execute("UPDATE pixelanon_schema SET version = " + number);
        }
    }

    private void start() throws Exception {
        sitting = new Sitting(folder.resolve("db"));
        sitting.run(() -> editor().tellRefusals(told::add));
        sitting.open(List.of(file));
    }

    private Editor editor() {
        return sitting.session().editor();
    }

    private List<ReviewItem> items() {
        return sitting.session().open().orElseThrow().items();
    }

    @Test
    void what_is_in_it_is_shown_and_why_it_is_only_looked_at_is_known() throws Exception {
        version(99);
        start();
        assertThat(sitting.on(this::items)).hasSize(1);
        assertThat(sitting.on(() -> sitting.session().database().readOnly()).orElseThrow())
                .contains(database.toString())
                .contains("newer");
        assertThat(sitting.on(() -> sitting.session().editor().isLocked())).isTrue();
    }

    @Test
    void every_edit_is_refused_with_the_reason() throws Exception {
        version(99);
        start();
        ReviewItem item = sitting.on(() -> items().get(0));
        Region region = new Region(new FramePlane(0), PLACE.translate(5, 5));
        String name = sitting.on(() -> sitting.session().open().orElseThrow().name());
        assertThat(
                        List.of(
                                sitting.on(() -> editor().draw("", new FramePlane(0), PLACE)),
                                sitting.on(() -> editor().decide("", List.of(item), Verdict.KEEP)),
                                sitting.on(() -> editor().add("", List.of(region), "")),
                                sitting.on(() -> editor().remove("", List.of(item))),
                                sitting.on(() -> editor().mark("", FileState.DONE, "")),
                                sitting.on(() -> editor().comment("", "words")),
                                sitting.on(
                                        () ->
                                                editor().perform(
                                                                "",
                                                                ReviewEdit.OfItem.removed(
                                                                        name, item)))))
                .containsOnly(false);
        assertThat(told).hasSize(7).allMatch(why -> why.contains("newer"));
        assertThat(sitting.on(this::items)).containsExactly(item);
        assertThat(sitting.on(() -> sitting.session().files().get(0).state()))
                .isEqualTo(FileState.TO_REVIEW);
        sitting.saved();
    }

    @Test
    void nothing_is_searched_because_it_could_not_be_kept() throws Exception {
        version(99);
        start();
        List<String> problems = new ArrayList<>();
        var line = sitting.on(() -> sitting.session().files().get(0));
        sitting.searchTelling(List.of(line), problems::add);
        sitting.await("a reason", () -> !problems.isEmpty());
        assertThat(problems).allMatch(why -> why.contains("newer"));
    }

    @Test
    void it_is_changed_again_when_it_can_be() throws Exception {
        version(99);
        start();
        version(1);
        sitting.get(() -> sitting.session().database().use(sitting.session().database().path()));
        sitting.await("the file", () -> sitting.session().open().isPresent());
        assertThat(sitting.on(() -> sitting.session().database().readOnly())).isEmpty();
        assertThat(sitting.on(() -> editor().mark("", FileState.TAGGED, ""))).isTrue();
        sitting.saved();
    }

    @Test
    void a_file_without_write_permission_is_looked_at() throws Exception {
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(database), "this account may write everything");
        start();
        assertThat(sitting.on(this::items)).hasSize(1);
        assertThat(sitting.on(() -> sitting.session().database().readOnly()).orElseThrow())
                .contains("read-only");
    }
}
