package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestion;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.SeenPlanes;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.DoneNote;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.FileSummary;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;

/** Who looked at which planes, and what was open when a file was marked done. */
class ReviewNotesTest {

    private static final String FILE = "/a.dcm";
    private static final SeenPlanes FIRST = SeenPlanes.NONE.with(new FramePlane(0));
    private static final SeenPlanes SECOND = SeenPlanes.NONE.with(new FramePlane(1));
    private static final DoneNote NOTE =
            new DoneNote("ada", new OpenQuestions(Map.of(OpenQuestion.RULE, 2)));

    @TempDir Path folder;

    private static SeenPlanes.Part part(SeenPlanes searched) {
        return new SeenPlanes.Part(searched, FIRST.and(SECOND));
    }

    private static FileMark mark(String modified) {
        return new FileMark(false, "", "CT", "[]", "X", "NoBIA", 1, 1, modified, "ada");
    }

    @Test
    void planes_of_all_sittings_are_kept_by_person_and_apart_from_searches() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.notes().addShown(FILE, "ada", FIRST);
            store.append(scanned(SECOND), List.of());
        }
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.notes().addShown(FILE, "ada", SECOND);
            assertThat(store.notes().shown(FILE, "ada")).isEqualTo(FIRST.and(SECOND));
            assertThat(store.notes().shown(FILE, "bob").isEmpty()).isTrue();
            assertThat(store.notes().searched(FILE)).isEqualTo(SECOND);
            assertThat(store.notes().searched("/b.dcm").isEmpty()).isTrue();
        }
    }

    @Test
    void
            a_file_of_which_a_search_left_planes_out_is_searched_in_part_until_others_went_through_them()
                    throws Exception {
        StoredRegion whole =
                new StoredRegion(InclusiveBox.summary(new AllPlanes()), 1, "", 50, 0, "t", "me");
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            store.append(scanned(FIRST), List.of(whole));
            assertThat(store.files())
                    .extracting(FileSummary::searches)
                    .containsExactly(FileSummary.Searches.SOME);
            assertThat(store.notes().held(FILE)).isEqualTo(FIRST.and(SECOND));
            store.append(scanned(SECOND), List.of());
            assertThat(store.files())
                    .extracting(FileSummary::searches)
                    .containsExactly(FileSummary.Searches.WHOLE);
        }
    }

    private static AuditEntry scanned(SeenPlanes planes) {
        return new AuditEntry(FILE, "", "Scanned", "1", "{}", "{}", "t", part(planes));
    }

    @Test
    void a_note_belongs_to_the_mark_it_was_written_with_and_to_no_later_one() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            FileMark noted = mark("2026-01-01 00:00:00").noting(NOTE);
            store.apply(List.of(new Edit.Mark(FILE, null, noted)));
            assertThat(store.mark(FILE)).contains(noted);
            FileMark python = mark("2026-01-02 00:00:00");
            store.apply(List.of(new Edit.Mark(FILE, noted, python)));
            assertThat(store.mark(FILE).orElseThrow().note()).isEmpty();
            store.apply(List.of(new Edit.Mark(FILE, python, null)));
            assertThat(store.notes().lastDone(FILE)).as("for undo").contains(NOTE);
        }
    }

    @Tag("sqlite")
    @Test
    void a_database_of_before_has_no_notes_and_is_read_as_it_is() throws Exception {
        Path file = RegionStore.fileOf(folder);
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.apply(List.of(new Edit.Mark(FILE, null, mark("t"))));
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            raw.createStatement().execute("DROP TABLE pixelanon_planes");
            raw.createStatement().execute("DROP TABLE pixelanon_done");
        }
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.READ)) {
            assertThat(store.mark(FILE)).contains(mark("t"));
            assertThat(store.notes().shown(FILE, "ada").isEmpty()).isTrue();
            assertThat(store.notes().lastDone(FILE)).isEmpty();
        }
    }

    @Test
    void a_note_that_cannot_be_read_stops_the_work_and_does_not_count_as_none() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            FileMark noted = mark("2026-01-01 00:00:00").noting(NOTE);
            store.apply(List.of(new Edit.Mark(FILE, null, noted)));
        }
        Stores.sql(Stores.place(folder), "UPDATE pixelanon_done SET left_open = 'RULE=many'");
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            assertThatThrownBy(() -> store.mark(FILE)).isInstanceOf(StoreException.class);
        }
    }
}
