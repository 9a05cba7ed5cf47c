package blackbox.store;

import static blackbox.store.RegionStoreTest.contents;
import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.row;
import static blackbox.store.RegionStoreTest.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.Edit;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;

/** A new scan never loses what a person decided. */
class RescanTest {

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
    void a_new_scan_replaces_what_a_scan_found_and_nobody_touched() throws Exception {
        store.replace(entry(FILE), List.of(row(1), row(20)));
        assertThat(store.rows(FILE)).allMatch(r -> r.author() == Author.SCAN);
        store.replace(entry(FILE), List.of(row(30)));
        assertThat(contents(store, FILE)).containsExactly(row(30));
    }

    @Test
    void a_rectangle_a_person_drew_stays() throws Exception {
        StoredRegion drawn = region(-1, "", 1);
        store.apply(List.of(new Edit.Add(FILE, 0, drawn)));
        store.replace(entry(FILE), List.of(row(1)));
        store.replace(entry(FILE), List.of(row(20)));
        assertThat(contents(store, FILE)).containsExactly(drawn, row(20));
    }

    @Test
    void a_row_that_the_python_tool_judged_anew_stays_and_stands_for_the_same_finding()
            throws Exception {
        store.replace(entry(FILE), List.of(row(1), row(20)));
        sql(store.path(), "UPDATE DicomRects SET nerpii = 0 WHERE \"left\" = 1");
        store.replace(entry(FILE), List.of(row(1), row(20)));
        List<StoredRow> rows = store.rows(FILE);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).author()).isEqualTo(Author.PERSON);
        assertThat(rows.get(0).region().sensitive()).isZero();
        assertThat(rows.get(1).author()).isEqualTo(Author.SCAN);
    }

    @Test
    void a_judgement_holds_within_4_pixels_but_not_for_another_text() throws Exception {
        store.replace(entry(FILE), List.of(region(1, "AXIAL", 1)));
        sql(store.path(), "UPDATE DicomRects SET nerpii = 0");
        StoredRegion moved =
                new StoredRegion(
                        new InclusiveBox(9, 16, 41, 34, 0, -1), 1, "AXIAL", 50, 1, "t", "me");
        store.replace(entry(FILE), List.of(moved));
        assertThat(store.rows(FILE)).hasSize(1);
        store.replace(entry(FILE), List.of(region(1, "SOMEBODY", 1)));
        assertThat(contents(store, FILE)).hasSize(2).contains(region(1, "SOMEBODY", 1));
    }

    @Test
    void what_the_python_tool_wrote_stays_because_nothing_proves_that_no_person_accepted_it()
            throws Exception {
        sql(
                store.path(),
                "INSERT INTO DicomRects(filename,top,bottom,\"left\",\"right\",frame,overlay,ocrengine,ocrtext,nerengine,"
                        + "nerpii,last_modified,last_modified_by) VALUES('/a.dcm',1,5,1,10,0,-1,1,'X',0,1,'t','root')");
        store.replace(entry(FILE), List.of(row(20)));
        assertThat(store.rows(FILE)).hasSize(2);
        assertThat(store.rows(FILE).get(0).author()).isEqualTo(Author.UNPROVEN);
    }

    @Test
    void rows_of_a_file_that_is_marked_stay() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        store.apply(List.of(new Edit.Mark(FILE, null, MarksAndAuditTest.mark(false))));
        store.replace(entry(FILE), List.of(row(20)));
        assertThat(contents(store, FILE)).containsExactly(row(1), row(20));
    }

    @Test
    void a_mark_the_python_tool_sets_keeps_the_rows_too() throws Exception {
        store.replace(entry(FILE), List.of(row(1)));
        sql(store.path(), "INSERT INTO DicomTags(filename, mark) VALUES('/a.dcm', 'F')");
        store.replace(entry(FILE), List.of());
        assertThat(contents(store, FILE)).containsExactly(row(1));
    }

    @Test
    void the_same_scan_twice_adds_nothing() throws Exception {
        store.append(entry(FILE), List.of(row(1), row(20)));
        store.append(entry(FILE), List.of(row(1), row(30)));
        assertThat(contents(store, FILE)).containsExactly(row(1), row(20), row(30));
    }

    @Test
    void our_notes_hold_no_text() throws Exception {
        store.replace(entry(FILE), List.of(region(1, "SECRETWORD", 1)));
        assertThat(
                        RegionStoreTest.count(
                                store.path(),
                                "SELECT count(*) FROM pixelanon_rows WHERE digest LIKE '%SECRET%'"))
                .isZero();
        assertThat(RegionStoreTest.count(store.path(), "SELECT count(*) FROM pixelanon_rows"))
                .isEqualTo(1);
    }

    private static StoredRegion region(int engine, String text, int sensitive) {
        return new StoredRegion(
                new InclusiveBox(10, 14, 40, 34, 0, -1), engine, text, 50, sensitive, "t", "me");
    }
}
