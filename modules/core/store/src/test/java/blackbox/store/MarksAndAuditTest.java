package blackbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;

class MarksAndAuditTest {

    @TempDir Path folder;

    @Tag("sqlite")
    @Test
    void a_mark_is_set_changed_and_listed_by_sqlite3() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            assertThat(store.mark("/a.dcm")).isEmpty();
            store.apply(List.of(new Edit.Mark("/a.dcm", null, mark(true))));
            assertThat(store.mark("/a.dcm")).contains(mark(true));
            store.apply(List.of(new Edit.Mark("/a.dcm", mark(true), mark(false))));
            assertThat(store.mark("/a.dcm")).contains(mark(false));
            assertThat(store.knows("/a.dcm")).isTrue();
            assertThat(mark(true).toString()).doesNotContain("words");
        }
        assertThat(sqlite3("SELECT filename, mark, rows, columns FROM DicomTags"))
                .isEqualTo("/a.dcm|F|512|640");
    }

    @Test
    void audit_entries_are_kept_in_order_and_per_file() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.replace(entry("/a.dcm", "redacted"), List.of());
            store.append(entry("/b.dcm", "refused"), List.of());
            store.append(entry("/a.dcm", "unchanged"), List.of());
            assertThat(store.audits("/a.dcm"))
                    .containsExactly(entry("/a.dcm", "redacted"), entry("/a.dcm", "unchanged"));
        }
    }

    @Tag("sqlite")
    @Test
    void defect_22_db_default_writes_nothing() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.append(RegionStoreTest.entry("/a.dcm"), List.of(RegionStoreTest.row(3)));
        }
        assertThat(sqlite3("SELECT top,bottom,left,right,frame,overlay,ocrengine FROM DicomRects"))
                .isEqualTo("3|7|3|12|0|-1|1");
    }

    @Test
    void what_is_opened_to_be_read_is_not_written() throws Exception {
        Stores.open(folder, RegionStore.Mode.WRITE).close();
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.READ)) {
            assertThat(store.audits("/a.dcm")).isEmpty();
            assertThatThrownBy(
                            () -> store.apply(List.of(new Edit.Mark("/a.dcm", null, mark(true)))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("read-only");
        }
    }

    @Tag("sqlite")
    @Test
    void a_damaged_database_is_refused() throws Exception {
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE)) {
            store.append(RegionStoreTest.entry("/a.dcm"), List.of(RegionStoreTest.row(3)));
        }
        Path file = folder.resolve(RegionStore.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        assertThatThrownBy(() -> RegionStore.open(file, RegionStore.Mode.WRITE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    private String sqlite3(String query) throws Exception {
        Process process =
                new ProcessBuilder(
                                "sqlite3", folder.resolve(RegionStore.FILE_NAME).toString(), query)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    static FileMark mark(boolean tagged) {
        return new FileMark(
                tagged,
                "words",
                "US",
                "[\"ORIGINAL\"]",
                "NoModel",
                "NoBIA",
                512,
                640,
                "2026-01-02 03:04:05",
                "me");
    }

    private static AuditEntry entry(String filename, String outcome) {
        return new AuditEntry(
                filename, "/out.dcm", outcome, "0.1.0", "{}", "{}", "2026-01-02 03:04:05");
    }
}
