package blackbox.store;

import static blackbox.store.RegionStoreTest.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.Edit;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoreException;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.claims.Claim;

class ClaimsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path folder;

    private RegionStore filled(int files) throws Exception {
        RegionStore store = Stores.open(folder, RegionStore.Mode.WRITE);
        Map<String, List<StoredRegion>> rows = new LinkedHashMap<>();
        for (int i = 0; i < files; i++) {
            rows.put("/f%04d.dcm".formatted(i), List.of(row(1)));
        }
        store.add(rows, Map.of());
        return store;
    }

    private static List<String> names(List<Claim> claims) {
        return claims.stream().map(Claim::filename).toList();
    }

    @Test
    void a_file_is_one_persons_until_it_is_given_back() throws Exception {
        try (RegionStore store = filled(3)) {
            List<String> one = List.of("/f0000.dcm");
            List<Claim> ada = store.claims().claim(one, "ada", HOUR);
            assertThat(ada.get(0).person()).isEqualTo("ada");
            assertThat(store.claims().claim(one, "bob", HOUR)).isEqualTo(ada);
            assertThat(store.claims().release(one, "bob")).isZero();
            assertThat(names(store.claims().next(5, "bob", HOUR)))
                    .containsExactly("/f0001.dcm", "/f0002.dcm");
            assertThat(store.claims().next(5, "ada", HOUR)).isEmpty();
            assertThat(store.claims().all()).hasSize(3);
            assertThat(store.claims().release(one, "ada")).isEqualTo(1);
            assertThat(store.claims().claim(one, "bob", HOUR).get(0).person()).isEqualTo("bob");
            assertThat(store.claims().releaseAll("bob")).isEqualTo(3);
            assertThat(store.claims().all()).isEmpty();
        }
    }

    @Test
    void a_claim_that_ended_is_anybodys_and_is_not_renewed() throws Exception {
        try (RegionStore store = filled(1)) {
            List<String> one = List.of("/f0000.dcm");
            store.claims().claim(one, "ada", Duration.ofMillis(1));
            while (!store.claims().all().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(store.claims().renew("ada", HOUR)).isEmpty();
            Claim bob = store.claims().claim(one, "bob", HOUR).get(0);
            assertThat(bob.person()).isEqualTo("bob");
            Claim renewed = store.claims().renew("bob", HOUR.multipliedBy(2)).get(0);
            assertThat(renewed.since()).isEqualTo(bob.since());
            assertThat(renewed.until()).isAfter(bob.until());
        }
    }

    @Test
    void done_files_are_not_next_and_tagged_ones_are() throws Exception {
        try (RegionStore store = filled(2)) {
            store.apply(
                    List.of(
                            new Edit.Mark("/f0000.dcm", null, MarksAndAuditTest.mark(false)),
                            new Edit.Mark("/f0001.dcm", null, MarksAndAuditTest.mark(true))));
            assertThat(names(store.claims().next(9, "ada", HOUR))).containsExactly("/f0001.dcm");
        }
    }

    @Test
    void who_may_only_read_claims_nothing() throws Exception {
        filled(1).close();
        try (RegionStore store = Stores.open(folder, RegionStore.Mode.READ)) {
            assertThatThrownBy(() -> store.claims().next(1, "ada", HOUR))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void eight_processes_claim_a_thousand_files_and_none_twice() throws Exception {
        filled(1000).close();
        List<Process> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(client("person" + i, 10, HOUR));
        }
        List<String> claimed = new ArrayList<>();
        for (Process client : clients) {
            try (BufferedReader said = client.inputReader()) {
                said.lines().forEach(claimed::add);
            }
            assertThat(client.waitFor()).as(String.join("\n", claimed)).isZero();
        }
        assertThat(claimed).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void the_claims_of_a_client_that_was_killed_come_back() throws Exception {
        try (RegionStore store = filled(4)) {
            Process client = client("ada", 2, Duration.ofSeconds(1), "then wait");
            List<String> had = new ArrayList<>();
            try (BufferedReader said = client.inputReader()) {
                for (String line = said.readLine(); !"waits".equals(line); line = said.readLine()) {
                    assertThat(line).isNotNull();
                    had.add(line);
                }
                client.destroyForcibly().waitFor();
            }
            List<String> back = new ArrayList<>();
            while (back.size() < 4) {
                back.addAll(names(store.claims().next(4, "bob", HOUR)));
                Thread.sleep(20);
            }
            assertThat(had).hasSizeGreaterThanOrEqualTo(4);
            assertThat(back)
                    .containsExactlyInAnyOrderElementsOf(List.copyOf(new java.util.TreeSet<>(had)));
        }
    }

    private Process client(String person, int most, Duration lease, String... more)
            throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClaimWorker.class.getName(),
                                Stores.place(folder).toString(),
                                person,
                                Integer.toString(most),
                                Long.toString(lease.toMillis())));
        words.addAll(List.of(more));
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }
}
