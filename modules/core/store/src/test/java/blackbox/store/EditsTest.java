package blackbox.store;

import static blackbox.store.RegionStoreTest.contents;
import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.row;
import static blackbox.store.RegionStoreTest.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

class EditsTest {

    private static final String FILE = "/a.dcm";

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

    @Test
    void a_new_row_gets_a_number_and_its_inverse_takes_it_away() throws Exception {
        Edit done = store.apply(List.of(new Edit.Add(FILE, 0, row(1)))).get(0);
        StoredRow stored = store.rows(FILE).get(0);
        assertThat(done).isEqualTo(new Edit.Add(FILE, stored.id(), row(1)));
        assertThat(stored.author()).isEqualTo(Author.PERSON);
        store.apply(List.of(done.inverse()));
        assertThat(store.rows(FILE)).isEmpty();
        store.apply(List.of(done.inverse().inverse()));
        assertThat(store.rows(FILE)).containsExactly(stored);
    }

    @Test
    void a_row_of_a_scan_that_is_changed_is_a_persons_until_the_change_is_taken_back()
            throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        StoredRow before = store.rows(FILE).get(0);
        Edit edit = new Edit.Change(FILE, before.id(), row(1), row(2));
        store.apply(List.of(edit));
        assertThat(store.rows(FILE).get(0).author()).isEqualTo(Author.PERSON);
        assertThat(contents(store, FILE)).containsExactly(row(2));
        store.apply(List.of(edit.inverse()));
        assertThat(store.rows(FILE)).containsExactly(before);
    }

    @Test
    void an_edit_of_what_somebody_else_changed_is_refused_whole() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        long id = store.rows(FILE).get(0).id();
        sql(store.path(), "UPDATE DicomRects SET nerpii = 0");
        List<Edit> edits =
                List.of(new Edit.Add(FILE, 0, row(9)), new Edit.Remove(FILE, id, row(1)));
        assertThatThrownBy(() -> store.apply(edits))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("someone else");
        assertThat(store.rows(FILE)).hasSize(1);
        assertThatThrownBy(
                        () ->
                                store.apply(
                                        List.of(
                                                new Edit.Mark(
                                                        FILE,
                                                        MarksAndAuditTest.mark(true),
                                                        MarksAndAuditTest.mark(false)))))
                .isInstanceOf(StoreException.class);
        assertThat(store.mark(FILE)).isEmpty();
    }

    @Test
    void a_thousand_random_edits_are_taken_back_to_the_row() throws Exception {
        store.replace(entry(FILE), List.of(row(1), row(20), row(40)));
        List<StoredRow> before = store.rows(FILE);
        Random random = new Random(3);
        List<Edit> done = new ArrayList<>();
        FileMark mark = null;
        for (int i = 0; i < 1000; i++) {
            List<StoredRow> rows = store.rows(FILE);
            StoredRow any = rows.isEmpty() ? null : rows.get(random.nextInt(rows.size()));
            int what = random.nextInt(4);
            Edit edit;
            if (what == 0 || any == null) {
                edit = new Edit.Add(FILE, 0, row(random.nextInt(500)));
            } else if (what == 1) {
                edit = new Edit.Change(FILE, any.id(), any.region(), row(random.nextInt(500)));
            } else if (what == 2) {
                edit = new Edit.Remove(FILE, any.id(), any.region());
            } else {
                FileMark next = mark == null ? MarksAndAuditTest.mark(random.nextBoolean()) : null;
                edit = new Edit.Mark(FILE, mark, next);
                mark = next;
            }
            done.addAll(store.apply(List.of(edit)));
        }
        Collections.reverse(done);
        store.apply(done.stream().map(Edit::inverse).toList());
        assertThat(store.rows(FILE)).isEqualTo(before);
        assertThat(store.mark(FILE)).isEmpty();
    }

    @Test
    void the_version_changes_when_another_connection_writes_and_only_then() throws Exception {
        long before = store.version();
        store.apply(List.of(new Edit.Add(FILE, 0, row(1))));
        assertThat(store.version()).isEqualTo(before);
        sql(store.path(), "UPDATE DicomRects SET nerpii = 0");
        assertThat(store.version()).isNotEqualTo(before);
    }
}
