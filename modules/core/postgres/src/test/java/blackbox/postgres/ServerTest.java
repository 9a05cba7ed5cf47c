package blackbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.Edit;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RegionStore.Mode;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.server.ServerAddress;

class ServerTest {

    private static final String FILE = "/a.dcm";

    private static Path owners(String schema) {
        return TestServer.address("postgres", schema);
    }

    private static void sql(String statements) throws Exception {
        try (Connection connection = TestServer.server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static StoredRegion region(int sensitive) {
        InclusiveBox box = new InclusiveBox(1, 2, 3, 4, 0, -1);
        return new StoredRegion(box, -1, "", -1, sensitive, "t", "me");
    }

    @Test
    void roles_may_do_what_they_are_for_and_nothing_else() throws Exception {
        sql(
                "CREATE ROLE pixelanon_reader NOLOGIN; CREATE ROLE pixelanon_curator NOLOGIN;"
                        + "CREATE ROLE rita LOGIN IN ROLE pixelanon_reader;"
                        + "CREATE ROLE carl LOGIN IN ROLE pixelanon_curator;"
                        + "CREATE ROLE nora LOGIN");
        Path curator = TestServer.address("carl", "roles");
        Path reader = TestServer.address("rita", "roles");
        assertThatThrownBy(() -> RegionStore.open(curator, Mode.WRITE))
                .hasMessageContaining("its owner must open it first");
        RegionStore.open(owners("roles"), Mode.WRITE).close();
        try (RegionStore store = RegionStore.open(curator, Mode.WRITE)) {
            store.apply(List.of(new Edit.Add(FILE, 0, region(1))));
            store.apply(List.of(new Edit.Add(FILE, 70, region(0))));
            store.apply(List.of(new Edit.Add(FILE, 0, region(0))));
            assertThat(store.rows(FILE)).hasSize(3);
            assertThat(store.rows(FILE).get(2).id()).isEqualTo(71);
            store.claims().next(1, "carl", Duration.ofHours(1));
        }
        for (Mode mode : List.of(Mode.WRITE, Mode.EXTEND)) {
            assertThatThrownBy(() -> RegionStore.open(reader, mode))
                    .hasMessageContaining("may only read");
        }
        for (Mode mode : List.of(Mode.READ, Mode.VIEW)) {
            try (RegionStore store = RegionStore.open(reader, mode)) {
                assertThat(store.rows(FILE)).hasSize(3);
                assertThat(store.claims().all()).hasSize(1);
                assertThat(store.isWritable()).isFalse();
            }
        }
        assertThatThrownBy(() -> RegionStore.open(TestServer.address("nora", "roles"), Mode.READ))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void of_two_who_change_one_row_the_second_is_told() throws Exception {
        try (RegionStore one = RegionStore.open(owners("two"), Mode.WRITE);
                RegionStore two = RegionStore.open(owners("two"), Mode.WRITE)) {
            long id = ((Edit.Add) one.apply(List.of(new Edit.Add(FILE, 0, region(1)))).get(0)).id();
            long seen = two.version();
            one.apply(List.of(new Edit.Change(FILE, id, region(1), region(0))));
            assertThat(two.version()).isNotEqualTo(seen);
            StoreException late =
                    catchThrowableOfType(
                            StoreException.class,
                            () ->
                                    two.apply(
                                            List.of(
                                                    new Edit.Change(
                                                            FILE, id, region(1), region(7)))));
            assertThat(late.isConflict()).isTrue();
            assertThat(two.rows(FILE).get(0).region()).isEqualTo(region(0));
        }
    }

    @Test
    void who_waits_too_long_for_another_writer_is_told_that_it_is_busy() throws Exception {
        RegionStore.open(owners("busy"), Mode.WRITE).close();
        try (RegionStore store =
                        RegionStore.open(owners("busy"), Mode.EXTEND, Duration.ofMillis(50));
                Connection other = TestServer.server().getPostgresDatabase().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE busy.pixelanon_change");
            StoreException busy =
                    catchThrowableOfType(
                            StoreException.class,
                            () -> store.apply(List.of(new Edit.Add(FILE, 0, region(1)))));
            assertThat(busy.isBusy()).isTrue();
            other.rollback();
            store.apply(List.of(new Edit.Add(FILE, 0, region(1))));
            assertThat(store.rows(FILE)).hasSize(1);
        }
    }

    @Test
    void what_is_not_there_is_told() {
        assertThatThrownBy(() -> RegionStore.open(owners("nothing"), Mode.READ))
                .hasMessageContaining("contains no rectangles table");
        Path elsewhere = Path.of(owners("x").toString().replace("/postgres?", "/nowhere?"));
        assertThatThrownBy(() -> RegionStore.open(elsewhere, Mode.READ))
                .hasMessageContaining("no such database");
    }

    @Test
    void a_server_elsewhere_must_prove_itself() throws Exception {
        String port = ":" + TestServer.server().getPort();
        // another name of this machine, which does not count as local
        Path far = ServerAddress.path("postgresql://postgres@0.0.0.0" + port + "/postgres");
        assertThatThrownBy(() -> RegionStore.open(far, Mode.READ)).hasMessageContaining("no TLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:geheim@host/db",
                "postgresql://me:ge/heim@host/db",
                "postgresql://host/db?password=geheim",
                "postgresql://host/db?options=geheim",
                "postgresql://host:123456/geheim",
                "postgresql://host",
            })
    void a_wrong_address_is_refused_and_its_secret_is_not_shown(String text) {
        assertThatThrownBy(() -> ServerAddress.path(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("heim"));
    }
}
