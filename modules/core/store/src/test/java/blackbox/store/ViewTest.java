package blackbox.store;

import static blackbox.store.RegionStoreTest.entry;
import static blackbox.store.RegionStoreTest.row;
import static blackbox.store.RegionStoreTest.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RegionStore.Mode;
import org.pixelanon.store.StoreException;

/** A database that people only look at. */
class ViewTest {

    private static final String FILE = "/a.dcm";

    @TempDir Path folder;

    private Path path;

    @BeforeEach
    void write() throws Exception {
        try (RegionStore store = Stores.open(folder, Mode.WRITE)) {
            store.replace(entry(FILE), List.of(row(1)));
            path = store.path();
        }
    }

    @Test
    void one_of_a_newer_version_is_looked_at_and_not_changed() throws Exception {
        sql(path, "UPDATE pixelanon_schema SET version = 99");
        for (Mode mode : List.of(Mode.READ, Mode.EXTEND, Mode.WRITE)) {
            assertThatThrownBy(() -> Stores.open(folder, mode))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("newer");
        }
        try (RegionStore store = Stores.open(folder, Mode.VIEW)) {
            assertThat(store.isWritable()).isFalse();
            assertThat(store.rows(FILE)).hasSize(1);
            assertThatThrownBy(() -> store.replace(entry(FILE), List.of()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("read-only");
            assertThat(store.rows(FILE)).hasSize(1);
        }
    }

    @Tag("sqlite")
    @Test
    void one_that_another_program_has_for_itself_is_busy_and_nothing_else() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            StoreException busy =
                    catchThrowableOfType(
                            StoreException.class,
                            () -> RegionStore.open(folder, Mode.WRITE, Duration.ofMillis(1)));
            assertThat(busy.isBusy()).isTrue();
            assertThat(busy.isConflict()).isFalse();
        }
        StoreException missing =
                catchThrowableOfType(
                        StoreException.class,
                        () -> RegionStore.open(folder.resolve("none.db"), Mode.VIEW));
        assertThat(missing.isBusy()).isFalse();
    }
}
