package blackbox.store;

import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.HistoryEntry;
import org.pixelanon.store.HistoryNote;
import org.pixelanon.store.HistoryWord;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

class EditHistoryTest {

    private static final String FILE = "/räume/a.dcm";
    private static final int ALL = 1000;
    private static final InclusiveBox BOX = new InclusiveBox(1, 2, 30, 40, 5, -1);

    @TempDir Path folder;

    private RegionStore store;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(folder, RegionStore.Mode.WRITE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private static HistoryNote note(String sitting, long number, String person) {
        return new HistoryNote(
                sitting,
                number,
                person,
                "2026-01-01 10:00:0" + number,
                "BLANKED=2",
                FILE,
                1,
                BOX,
                1,
                true);
    }

    private static StoredRegion row(int n) {
        InclusiveBox box = new InclusiveBox(n, n, n + 9, n + 4, 0, -1);
        return new StoredRegion(box, 1, "", 50, 1, "2026-01-02 03:04:05", "me", "");
    }

    private List<HistoryEntry> reversible(String person) throws Exception {
        return store.history().reversible(person, "now", ALL);
    }

    private long change(HistoryNote note, int from, int to) throws Exception {
        long id = store.rows(FILE).get(0).id();
        store.history().apply(List.of(new Edit.Change(FILE, id, row(from), row(to))), note);
        return id;
    }

    private static HistoryWord.Turn turn(HistoryNote note, boolean undone) {
        return new HistoryWord.Turn(note.sitting(), note.number(), undone);
    }

    @Test
    void edits_of_every_kind_are_taken_back_and_done_again_in_a_later_sitting() throws Exception {
        store.replace(entry(FILE), List.of(row(1), row(20)));
        List<StoredRow> before = store.rows(FILE);
        FileMark mark =
                new FileMark(false, "", "US", "[]", "m", "NoBIA", 512, 640, "2026-01-02", "me");
        HistoryNote note = note("earlier", 1, "anna");
        store.history()
                .apply(
                        List.of(
                                new Edit.Add(FILE, 0, row(9)),
                                new Edit.Change(FILE, before.get(0).id(), row(1), row(2)),
                                new Edit.Remove(FILE, before.get(1).id(), row(20)),
                                new Edit.Mark(FILE, null, mark)),
                        note);
        List<StoredRow> after = store.rows(FILE);
        close();
        open();

        assertThat(store.history().last(ALL))
                .containsExactly(new HistoryEntry(note, false, java.util.Set.of()));
        assertThat(reversible("anna"))
                .containsExactly(new HistoryEntry(note, false, java.util.Set.of(FILE)));
        store.history().turn(turn(note, true));
        assertThat(store.rows(FILE)).containsExactlyElementsOf(before);
        assertThat(store.mark(FILE)).isEmpty();
        assertThat(reversible("anna")).isEmpty();
        assertThat(store.history().last(ALL).get(0).undone()).isTrue();

        store.history().turn(turn(note, false));
        assertThat(store.rows(FILE)).containsExactlyInAnyOrderElementsOf(after);
        assertThat(store.mark(FILE)).contains(mark);
        assertThat(store.history().last(ALL).get(0).undone()).isFalse();
    }

    @Test
    void edits_of_one_row_are_reversible_one_after_the_other() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        HistoryNote first = note("earlier", 1, "anna");
        HistoryNote second = note("earlier", 2, "anna");
        change(first, 1, 2);
        change(second, 2, 3);
        assertThat(reversible("anna"))
                .extracting(HistoryEntry::note)
                .containsExactly(second, first);
        assertThatThrownBy(() -> store.history().turn(turn(first, true)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("someone else");
        assertThat(store.history().last(ALL).get(1).undone()).isFalse();
        store.history().turn(turn(second, true));
        store.history().turn(turn(first, true));
        assertThat(store.rows(FILE).get(0).region()).isEqualTo(row(1));
    }

    @Test
    void what_others_changed_since_is_not_reversible() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        HistoryNote mine = note("earlier", 1, "anna");
        long id = change(mine, 1, 2);
        HistoryNote others = note("others", 1, "otto");
        store.history().apply(List.of(new Edit.Change(FILE, id, row(2), row(3))), others);
        assertThat(reversible("anna")).isEmpty();
        assertThat(reversible("otto")).hasSize(1);
        assertThat(store.history().reversible("otto", "others", ALL)).as("its own").isEmpty();
        store.history().turn(turn(others, true));
        assertThat(reversible("anna")).hasSize(1);
        sql(store.path(), "UPDATE DicomRects SET nerpii = 7");
        assertThat(reversible("anna")).isEmpty();
    }

    @Test
    void an_edit_that_is_refused_leaves_no_word_of_it() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        long id = store.rows(FILE).get(0).id();
        List<Edit> stale = List.of(new Edit.Change(FILE, id, row(5), row(6)));
        assertThatThrownBy(() -> store.history().apply(stale, note("earlier", 1, "anna")))
                .isInstanceOf(StoreException.class);
        assertThat(store.history().last(ALL)).isEmpty();
    }

    @Test
    void an_edit_is_taken_back_once() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        HistoryNote note = note("earlier", 1, "anna");
        change(note, 1, 2);
        store.history().turn(turn(note, true));
        assertThatThrownBy(() -> store.history().turn(turn(note, true)))
                .isInstanceOf(StoreException.class);
        assertThat(store.rows(FILE).get(0).region()).isEqualTo(row(1));
    }

    @Tag("sqlite")
    @Test
    void a_database_from_before_has_no_history_and_is_read_all_the_same() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        Path file = store.path();
        close();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            raw.createStatement().execute("DROP TABLE pixelanon_history");
        }
        store = Stores.open(folder, RegionStore.Mode.READ);
        assertThat(store.history().last(ALL)).isEmpty();
        assertThat(reversible("anna")).isEmpty();
    }

    @Test
    void only_the_last_edits_are_looked_at() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        change(note("earlier", 1, "anna"), 1, 2);
        change(note("earlier", 2, "anna"), 2, 3);
        assertThat(store.history().reversible("anna", "now", 1)).hasSize(1);
        assertThat(store.history().last(1)).hasSize(1);
    }

    @Tag("sqlite")
    @Test
    void neither_text_nor_comments_are_in_the_history() throws Exception {
        StoredRegion named = new StoredRegion(BOX, 1, "GEHEIM", -1, 1, "2026-01-01", "anna", "");
        StoredRegion other = new StoredRegion(BOX, 1, "GEHEIM", -1, 0, "2026-01-02", "anna", "");
        StoredRegion reread = new StoredRegion(BOX, 1, "GEHEIMER", -1, 0, "2026-01-03", "anna", "");
        FileMark mark =
                new FileMark(true, "GEHEIM", "CR", "[]", "m", "b", 1, 2, "2026-01-01", "anna");
        store.replace(entry(FILE), List.of(named));
        long id = store.rows(FILE).get(0).id();
        HistoryNote decided = note("earlier", 1, "anna");
        store.history().apply(List.of(new Edit.Change(FILE, id, named, other)), decided);
        store.history()
                .apply(
                        List.of(new Edit.Change(FILE, id, other, reread)),
                        note("earlier", 2, "anna"));
        store.history().apply(List.of(new Edit.Mark(FILE, null, mark)), note("earlier", 3, "anna"));
        store.history()
                .apply(List.of(new Edit.Remove(FILE, id, reread)), note("earlier", 4, "anna"));
        assertThat(reversible("anna")).as("a text is missing").isEmpty();

        sql(store.path(), "DELETE FROM DicomRects");
        sql(store.path(), "DELETE FROM DicomTags");
        sql(store.path(), "VACUUM");
        Path file = store.path();
        close();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("GEHEIM");
        open();
    }

    @Test
    void a_decision_on_a_text_is_taken_back_without_the_history_knowing_it() throws Exception {
        StoredRegion named = new StoredRegion(BOX, 1, "GEHEIM", -1, 1, "2026-01-01", "anna", "");
        StoredRegion kept = new StoredRegion(BOX, 1, "GEHEIM", -1, 0, "2026-01-02", "anna", "");
        store.replace(entry(FILE), List.of(named));
        List<StoredRow> before = store.rows(FILE);
        HistoryNote note = note("earlier", 1, "anna");
        Edit edit = new Edit.Change(FILE, before.get(0).id(), named, kept);
        store.history().apply(List.of(edit), note);
        assertThat(reversible("anna")).hasSize(1);
        store.history().turn(turn(note, true));
        assertThat(store.rows(FILE)).isEqualTo(before);
    }
}
