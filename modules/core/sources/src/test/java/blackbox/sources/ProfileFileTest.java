package blackbox.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.profile.ProfileFile;
import org.pixelanon.sources.profile.SourceProfile;

/** Profiles with credentials in their encrypted file. */
class ProfileFileTest {

    private static final String SECRET = "made-up secret";
    private static final SourceProfile PROFILE =
            new SourceProfile(
                    "hospital", "s3", "s3://scans/", Map.of("secret-key", SECRET, "region", "x"));

    @TempDir Path folder;

    private Path written() throws IOException {
        Path file = folder.resolve("profiles");
        new ProfileFile(file).write(Map.of("hospital", PROFILE), "right key".toCharArray());
        return file;
    }

    private static Map<String, SourceProfile> read(Path file, String key) throws IOException {
        return new ProfileFile(file).read(key.toCharArray());
    }

    @Test
    void what_is_kept_comes_back_with_its_key_and_says_nothing_without() throws IOException {
        Path file = written();

        assertThat(read(file, "right key")).containsExactly(Map.entry("hospital", PROFILE));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET, "hospital", "scans");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> read(file, "brass lantern"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("brass lantern");
    }

    @Test
    void a_file_that_was_changed_anywhere_is_refused() throws IOException {
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 10, 30, whole.length / 2, whole.length - 1}) {
            byte[] other = whole.clone();
            other[at] ^= 1;
            Files.write(file, other);
            assertThatThrownBy(() -> read(file, "right key"))
                    .as("byte " + at)
                    .isInstanceOf(SourceException.class);
        }
        Files.write(file, new byte[20]);
        assertThatThrownBy(() -> read(file, "right key")).isInstanceOf(SourceException.class);
    }

    @Test
    void the_same_profiles_are_never_the_same_bytes() throws IOException {
        byte[] once = Files.readAllBytes(written());
        assertThat(Files.readAllBytes(written())).isNotEqualTo(once);
    }

    @Test
    void without_a_file_there_are_no_profiles() throws IOException {
        assertThat(read(folder.resolve("none"), "any")).isEmpty();
    }

    @Test
    void nobody_who_changes_profiles_at_the_same_time_loses_anything() throws Exception {
        Path file = folder.resolve("new folder/profiles");
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SourceProfile mine = new SourceProfile("p" + i, "s3", "", Map.of());
            all.add(
                    people.submit(
                            () -> {
                                new ProfileFile(file)
                                        .change(
                                                "key".toCharArray(),
                                                profiles -> profiles.put(mine.name(), mine));
                                return null;
                            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        people.shutdown();
        assertThat(read(file, "key")).containsOnlyKeys("p0", "p1", "p2", "p3");
    }

    @Test
    void a_change_that_fails_leaves_all_as_it_was() throws IOException {
        Path file = written();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(
                        () ->
                                new ProfileFile(file)
                                        .change(
                                                "right key".toCharArray(),
                                                profiles -> {
                                                    profiles.clear();
                                                    throw new SourceException("not so");
                                                }))
                .hasMessage("not so");
        assertThat(file).hasBinaryContent(before);
    }
}
