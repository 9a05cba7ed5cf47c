package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;

class DbServerIT {

    private static EmbeddedPostgres server;
    private static String url;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        url = "postgresql://postgres@localhost:" + server.getPort() + "/postgres?schema=review";
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static StoredRegion region(int left, String text) {
        InclusiveBox box = new InclusiveBox(left, 2, left + 3, 4, 0, -1);
        return new StoredRegion(box, 1, text, 50, 1, "2026-11-23 12:11:34", "me");
    }

    private Path filled() throws IOException {
        Path db = folder.resolve("audit");
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.add(
                    Map.of(
                            "/a.dcm", List.of(region(1, "ONE"), region(9, "TWO")),
                            "/b.dcm", List.of(region(5, "THREE"))),
                    Map.of());
        }
        return db;
    }

    private List<String> listed(String what, String db) throws IOException {
        Path out = folder.resolve("out.csv");
        Command command = Command.run("db", what, db, "-o", out, "--overwrite");
        assertThat(command.code()).as(command.err()).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void a_folder_goes_to_a_server_is_claimed_there_and_comes_back() throws Exception {
        Path db = filled();
        Command merged = Command.run("db", "merge", url, db);
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.err()).contains("3 rows added");
        List<String> rects = listed("rects", url);
        assertThat(rects).hasSize(4).isEqualTo(listed("rects", db.toString()));
        assertThat(Command.run("db", "check", url).out()).endsWith(": sound\n").doesNotContain("?");

        assertThat(Command.run("db", "claim", url, "--next", "1").out()).isEqualTo("/a.dcm\n");
        assertThat(Command.run("db", "claim", url, "--next", "5").out()).isEqualTo("/b.dcm\n");
        assertThat(listed("claims", url)).hasSize(3).element(1).asString().startsWith("/a.dcm,");
        assertThat(Command.run("db", "release", url).err()).contains("2 files released");
        assertThat(Command.run("db", "claim", url).out()).isEmpty();

        Path back = folder.resolve("back");
        assertThat(Command.run("db", "merge", back, url).code()).isZero();
        assertThat(listed("rects", back.toString())).isEqualTo(rects);
        assertThat(Files.exists(back.resolve(RegionStore.FILE_NAME))).isTrue();
    }

    @Test
    void claims_are_kept_in_a_folder_as_well() throws Exception {
        Path db = filled();
        assertThat(Command.run("db", "claim", db, "/b.dcm").out()).isEqualTo("/b.dcm\n");
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.EXTEND)) {
            store.claims().claim(List.of("/a.dcm"), "colleague", java.time.Duration.ofHours(1));
        }
        Command others = Command.run("db", "claim", db, "/a.dcm");
        assertThat(others.code()).isEqualTo(1);
        assertThat(others.err()).contains("/a.dcm: claimed by colleague until ");
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_shown() {
        Command refused = Command.run("db", "rects", "postgresql://me:geheim@db.example/review");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("PGPASSFILE").doesNotContain("geheim");
        assertThat(refused.out()).isEmpty();
    }
}
