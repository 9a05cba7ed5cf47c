package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.Edit;
import org.pixelanon.store.Listing;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;

class RegionStoreTest {

    private static final String COLUMNS = "SELECT count(*) FROM pragma_table_info('DicomRects')";

    /** The schema as the Python tool creates it. */
    static final String SEED_SCHEMA =
            "CREATE TABLE DicomRects(id INTEGER PRIMARY KEY AUTOINCREMENT, filename CHAR(512),"
                    + " top INTEGER, bottom INTEGER, left INTEGER, right INTEGER, frame INTEGER, overlay INTEGER, ocrengine INTEGER,"
                    + " ocrtext CHAR(512), nerengine INTEGER, nerpii INTEGER, last_modified TIMESTAMP, last_modified_by CHAR(512));"
                    + "CREATE TABLE DicomTags(id INTEGER PRIMARY KEY AUTOINCREMENT, filename CHAR(512) UNIQUE, mark CHAR(1), comment"
                    + " CHAR(512), modality CHAR(512), imagetype CHAR(512), manufacturermodelname CHAR(512), burnedinannotation"
                    + " CHAR(512), rows INTEGER, columns INTEGER, last_modified TIMESTAMP, last_modified_by CHAR(512));";

    @TempDir Path folder;

    @Test
    void what_is_written_is_read_again() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.append(entry("/a.dcm"), List.of(row(1), row(2)));
            assertThat(contents(store, "/a.dcm")).containsExactly(row(1), row(2));
            assertThat(store.knows("/a.dcm")).isTrue();
            assertThat(store.knows("/b.dcm")).isFalse();
        }
        Stores.open(folder, RegionStore.Mode.READ).close();
    }

    @Tag("sqlite")
    @Test
    void a_database_of_the_python_tool_opens_shows_and_extends() throws Exception {
        Path file = folder.resolve("dcmaudit.sqlite.db");
        sql(
                file,
                SEED_SCHEMA
                        + "INSERT INTO DicomRects(filename,top,bottom,left,right,frame,overlay,ocrengine,ocrtext,"
                        + "nerengine,nerpii,last_modified,last_modified_by) VALUES('/x.dcm',25,48,19,80,0,-1,1,'SOME TEXT',50,1,"
                        + "'2026-11-23 12:11:34','root')");
        try (RegionStore store = RegionStore.open(file, RegionStore.Mode.WRITE)) {
            assertThat(store.rows("/x.dcm")).hasSize(1);
            assertThat(store.rows("/x.dcm").get(0).region().box())
                    .isEqualTo(new InclusiveBox(19, 25, 80, 48, 0, -1));
            store.append(entry("/x.dcm"), List.of(row(7)));
        }
        assertThat(count(file, "SELECT count(*) FROM DicomRects WHERE filename='/x.dcm'"))
                .isEqualTo(2);
        assertThat(count(file, COLUMNS)).isEqualTo(14);
        assertThat(count(file, "SELECT count(*) FROM pragma_table_info('DicomTags')"))
                .isEqualTo(12);
    }

    @Test
    void a_reason_is_kept_beside_the_row_and_goes_with_it() throws Exception {
        StoredRegion named =
                new StoredRegion(
                        new InclusiveBox(1, 2, 3, 4, 0, -1), -1, "", -1, 1, "t", "me", "name");
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            List<Edit> added = store.apply(List.of(new Edit.Add("/a.dcm", 0, named)));
            long id = store.rows("/a.dcm").get(0).id();
            assertThat(contents(store, "/a.dcm")).containsExactly(named);
            List<Edit> removed = store.apply(List.of(added.get(0).inverse()));
            assertThat(count(store.path(), "SELECT count(*) FROM pixelanon_reasons")).isZero();
            store.apply(List.of(removed.get(0).inverse()));
            assertThat(contents(store, "/a.dcm")).containsExactly(named);
            assertThat(store.rows("/a.dcm").get(0).id()).isEqualTo(id);
        }
    }

    @Test
    void who_saw_a_text_is_kept_beside_its_row_and_stays_when_a_person_decides() throws Exception {
        String seen = "components,ppocr3>ppocr4";
        InclusiveBox box = new InclusiveBox(1, 2, 3, 4, 0, -1);
        StoredRegion found = new StoredRegion(box, 1, "a", -1, 1, "t", "me", "", seen);
        StoredRegion kept = new StoredRegion(box, 1, "a", -1, 0, "u", "me", "", seen);
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.append(entry("/a.dcm"), List.of(row(1), found, row(2)));
            assertThat(contents(store, "/a.dcm")).containsExactly(row(1), found, row(2));
            long id = store.rows("/a.dcm").get(1).id();
            store.apply(List.of(new Edit.Change("/a.dcm", id, found, kept)));
            assertThat(contents(store, "/a.dcm")).containsExactly(row(1), kept, row(2));
            List<Edit> removed = store.apply(List.of(new Edit.Remove("/a.dcm", id, kept)));
            assertThat(count(store.path(), "SELECT count(*) FROM pixelanon_witnesses")).isZero();
            store.apply(List.of(removed.get(0).inverse()));
            assertThat(contents(store, "/a.dcm")).contains(kept);
        }
        assertThat(Listing.RECTS.columns()).hasSize(14);
    }

    @Test
    void a_reason_somebody_else_gave_meanwhile_is_not_overwritten() throws Exception {
        StoredRegion plain =
                new StoredRegion(new InclusiveBox(1, 2, 3, 4, 0, -1), -1, "", -1, 1, "t", "me");
        StoredRegion named = new StoredRegion(plain.box(), -1, "", -1, 1, "t", "me", "name");
        StoredRegion dated = new StoredRegion(plain.box(), -1, "", -1, 1, "t", "me", "date");
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.apply(List.of(new Edit.Add("/a.dcm", 0, plain)));
            long id = store.rows("/a.dcm").get(0).id();
            store.apply(List.of(new Edit.Change("/a.dcm", id, plain, named)));
            assertThatThrownBy(
                            () -> store.apply(List.of(new Edit.Change("/a.dcm", id, plain, dated))))
                    .isInstanceOf(StoreException.class);
            assertThat(contents(store, "/a.dcm")).containsExactly(named);
        }
    }

    @Tag("sqlite")
    @Test
    void a_database_without_our_later_tables_can_still_be_read() throws Exception {
        Path file = folder.resolve("dcmaudit.sqlite.db");
        try (RegionStore store = RegionStore.open(file, RegionStore.Mode.WRITE)) {
            store.append(entry("/a.dcm"), List.of(row(1)));
        }
        sql(file, "DROP TABLE pixelanon_reasons");
        sql(file, "DROP TABLE pixelanon_witnesses");
        try (RegionStore store = RegionStore.open(file, RegionStore.Mode.READ)) {
            assertThat(contents(store, "/a.dcm")).containsExactly(row(1));
        }
    }

    @Tag("sqlite")
    @Test
    void another_programs_database_is_refused_and_not_touched() throws Exception {
        Path file = folder.resolve("other.db");
        sql(file, "CREATE TABLE bookmarks(id INTEGER)");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> RegionStore.open(file, RegionStore.Mode.WRITE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another program");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_newer_database_is_refused() throws Exception {
        Stores.open(folder, RegionStore.Mode.WRITE).close();
        sql(Stores.place(folder), "UPDATE pixelanon_schema SET version = 99");
        assertThatThrownBy(() -> Stores.open(folder, RegionStore.Mode.READ))
                .hasMessageContaining("newer");
    }

    @Tag("sqlite")
    @Test
    void a_missing_database_is_no_empty_one() {
        assertThatThrownBy(() -> Stores.open(folder, RegionStore.Mode.READ))
                .hasMessageContaining("no such database");
    }

    @Tag("sqlite")
    @Test
    void a_file_that_is_no_database_is_refused() throws Exception {
        Path file = folder.resolve("text.db");
        Files.writeString(
                file,
                "this is plain text, long enough to be looked at as a database header by SQLite\n"
                        .repeat(20));
        assertThatThrownBy(() -> RegionStore.open(file, RegionStore.Mode.WRITE))
                .hasMessageContaining("is not a database");
    }

    @Test
    void defect_33_concurrent_creation_of_a_database_crashes_54_inserts_a_second()
            throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx64m",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    StoreWriter.class.getName(),
                                    Stores.place(folder).toString(),
                                    "/file" + i + ".dcm",
                                    "40")
                            .redirectErrorStream(true)
                            .start());
        }
        for (Process process : processes) {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
        assertThat(count(Stores.place(folder), "SELECT count(*) FROM DicomRects"))
                .isEqualTo(8 * 40 * 5);
    }

    static List<StoredRegion> contents(RegionStore store, String filename) throws StoreException {
        return store.rows(filename).stream().map(StoredRow::region).toList();
    }

    static AuditEntry entry(String filename) {
        return new AuditEntry(filename, "", "Scanned", "0.1.0", "{}", "{}", "2026-01-02 03:04:05");
    }

    static StoredRegion row(int n) {
        return new StoredRegion(
                new InclusiveBox(n, n, n + 9, n + 4, 0, -1),
                1,
                "TEXT " + n,
                50,
                1,
                "2026-01-02 03:04:05",
                "me");
    }

    static void sql(Path file, String statements) throws Exception {
        Stores.sql(file, statements);
    }

    static int count(Path file, String query) throws Exception {
        return Stores.count(file, query);
    }
}
