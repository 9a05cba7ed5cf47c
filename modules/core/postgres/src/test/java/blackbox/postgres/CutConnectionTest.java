package blackbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.Edit;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.RegionStore.Mode;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.server.ServerAddress;

class CutConnectionTest {

    private static final String FILE = "/a.dcm";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static int schemas;

    private Relay relay;
    private Path through;
    private RegionStore store;

    @BeforeEach
    void open() throws Exception {
        relay = new Relay(TestServer.server().getPort());
        String schema = "cut_" + ++schemas;
        RegionStore.open(TestServer.address("postgres", schema), Mode.WRITE).close();
        through =
                ServerAddress.path(
                        "postgresql://postgres@localhost:"
                                + relay.port()
                                + "/postgres?sslmode=disable&schema="
                                + schema);
        store = RegionStore.open(through, Mode.EXTEND, PATIENCE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        relay.close();
    }

    private static Edit add(int n) {
        InclusiveBox box = new InclusiveBox(n, n, n + 9, n + 4, 0, -1);
        return new Edit.Add(FILE, 0, new StoredRegion(box, -1, "", -1, 1, "t", "me"));
    }

    @ParameterizedTest
    @CsvSource({
        "INSERT INTO DicomRects, BEFORE",
        "INSERT INTO DicomRects, AFTER",
        "pixelanon_rows, AFTER",
        "COMMIT, BEFORE",
        "COMMIT, AFTER",
    })
    void an_edit_is_stored_once_wherever_the_connection_is_cut(String word, Relay.Cut cut)
            throws Exception {
        store.apply(List.of(add(1)));
        relay.cutAt(word, cut);
        List<Edit> done = store.apply(List.of(add(2), add(3)));
        assertThat(store.rows(FILE)).hasSize(3);
        assertThat(store.rows(FILE).get(1).id()).isEqualTo(((Edit.Add) done.get(0)).id());
    }

    @Test
    void reading_goes_on_over_a_new_connection() throws Exception {
        store.apply(List.of(add(1)));
        long version = store.version();
        relay.cutAt("SELECT", Relay.Cut.AFTER);
        assertThat(store.rows(FILE)).hasSize(1);
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void an_edit_whose_end_nobody_can_tell_is_told_apart_and_is_there_whole() throws Exception {
        relay.cutForGoodAt("COMMIT", Relay.Cut.AFTER);
        StoreException unknown =
                catchThrowableOfType(
                        StoreException.class, () -> store.apply(List.of(add(1), add(2))));
        assertThat(unknown.isUncertain()).isTrue();
        assertThat(unknown.getMessage()).contains("not known").doesNotContain("?");
        relay.open();
        assertThat(store.rows(FILE)).hasSize(2);
    }

    @Test
    void an_edit_that_was_cut_and_cannot_be_done_again_leaves_nothing() throws Exception {
        relay.cutForGoodAt("INSERT INTO DicomRects", Relay.Cut.AFTER);
        StoreException busy =
                catchThrowableOfType(StoreException.class, () -> store.apply(List.of(add(1))));
        assertThat(busy.isBusy()).isTrue();
        assertThat(busy.isUncertain()).isFalse();
        relay.open();
        assertThat(store.rows(FILE)).isEmpty();
        store.apply(List.of(add(1)));
        assertThat(store.rows(FILE)).hasSize(1);
    }
}
