package blackbox.store;

import static blackbox.store.RegionStoreTest.contents;
import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RegionStore.Mode;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;

@Tag("sqlite")
class BadDatabasesTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir Path folder;

    @Test
    void a_locked_database_is_told_after_the_wait_and_nothing_is_lost() throws Exception {
        try (RegionStore store = RegionStore.open(folder, Mode.WRITE, SHORT)) {
            store.append(entry("/a.dcm"), List.of(row(1)));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store.path());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                assertThatThrownBy(() -> store.append(entry("/a.dcm"), List.of(row(20))))
                        .isInstanceOf(StoreException.class)
                        .hasMessage(store.path() + ": database is locked by another program");
                assertThatThrownBy(() -> RegionStore.open(folder, Mode.WRITE, SHORT))
                        .hasMessageContaining("locked");
                statement.execute("ROLLBACK");
            }
            store.append(entry("/a.dcm"), List.of(row(20)));
            assertThat(contents(store, "/a.dcm")).containsExactly(row(1), row(20));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatThrownBy(() -> RegionStore.open(file.resolve("below/deep"), Mode.WRITE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot create folder");
        assertThat(Files.readString(file)).isEqualTo("text");
    }

    @Test
    void a_folder_where_nothing_can_be_written_is_told() {
        Path proc = Path.of("/proc");
        assumeTrue(Files.isDirectory(proc), "no /proc: skipped");
        assertThatThrownBy(() -> RegionStore.open(proc, Mode.WRITE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void what_must_exist_is_not_made() {
        assertThatThrownBy(() -> RegionStore.open(folder, Mode.EXTEND))
                .hasMessageContaining("no such database");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_page_damaged_after_opening_is_told_and_the_file_is_left_as_it_is() throws Exception {
        List<StoredRegion> many = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            many.add(row(10 * i));
        }
        try (RegionStore store = RegionStore.open(folder, Mode.WRITE)) {
            store.append(entry("/a.dcm"), many);
        }
        Path file = folder.resolve(RegionStore.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length / 4, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        try (RegionStore store = RegionStore.open(file, Mode.READ)) {
            assertThatThrownBy(() -> store.rows("/a.dcm"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(file + ": database is damaged");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void a_full_disk_is_told_and_what_was_committed_is_there() throws Exception {
        Path disk = mount("size=600k");
        try {
            int written = 0;
            try (RegionStore store = RegionStore.open(disk, Mode.WRITE)) {
                StoreException full = null;
                while (full == null) {
                    assertThat(written).as("rows on a disk of 600 KB").isLessThan(100_000);
                    try {
                        store.append(entry("/f" + written), List.of(row(1), row(20), row(40)));
                        written++;
                    } catch (StoreException e) {
                        full = e;
                    }
                }
                assertThat(full)
                        .hasMessage(
                                disk.resolve(RegionStore.FILE_NAME) + ": No space left on device");
                assertThat(store.files()).hasSize(written);
            }
            try (RegionStore store = RegionStore.open(disk, Mode.READ)) {
                assertThat(written).isPositive();
                assertThat(store.files()).hasSize(written).allMatch(f -> f.rectangles() == 3);
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void a_database_on_a_read_only_disk_is_read_and_not_written() throws Exception {
        Path disk = mount("size=4m");
        try {
            try (RegionStore store = RegionStore.open(disk, Mode.WRITE)) {
                store.append(entry("/a.dcm"), List.of(row(1)));
            }
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isZero();
            try (RegionStore store = RegionStore.open(disk, Mode.READ)) {
                assertThat(contents(store, "/a.dcm")).containsExactly(row(1));
            }
            assertThatThrownBy(() -> RegionStore.open(disk, Mode.WRITE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("read-only");
        } finally {
            run("umount", disk.toString());
        }
    }

    private Path mount(String options) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean root = run("id", "-u") == 0 && System.getProperty("user.name").equals("root");
        assumeTrue(
                root && run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()) == 0,
                "skipped: only root can mount a small disk");
        return disk;
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isNotNull();
        return process.waitFor();
    }
}
