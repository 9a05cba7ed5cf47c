package blackbox.cli;

import static blackbox.cli.S3Folder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.sources.profile.ProfileFile;
import org.pixelanon.sources.profile.SourceProfile;

/** Profiles hold credentials, and nothing else does. */
class SourcesIT {

    private static final String KEY = "key of the profiles";

    @TempDir Path folder;

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("PIXELANON_KEY", KEY);
        environment.put("PIXELANON_PROFILES", folder.resolve("kept/profiles").toString());
        environment.put("PIXELANON_CACHE", folder.resolve("cache").toString());
        return environment;
    }

    private Command start(Object... words) throws Exception {
        return Command.start(
                List.of(), List.of("-XX:TieredStopAtLevel=1"), environment(), folder, words);
    }

    private void keep(String name, Map<String, String> settings) throws IOException {
        ProfileFile file = new ProfileFile(folder.resolve("kept/profiles"));
        Map<String, SourceProfile> all = new TreeMap<>(file.read(KEY.toCharArray()));
        all.put(name, new SourceProfile(name, "s3", "", settings));
        file.write(all, KEY.toCharArray());
    }

    @Test
    void defect_34_s3_over_http_only_credentials_in_urls_logs_and_a_plain_file() throws Exception {
        try (S3Server server = S3Server.proxy(folder, "scans", "clean")) {
            server.put("scans", "a.dcm", image("1.2.1", "1.2.1.1", "1.2.1.1.1"));
            keep(
                    "hospital",
                    Map.of(
                            "endpoint",
                            "http://127.0.0.1:" + server.port(),
                            "path-style",
                            "true",
                            "allow-http",
                            "true",
                            "key-id",
                            S3Server.KEY_ID,
                            "secret-key",
                            S3Server.SECRET));
            Path made = Files.createDirectory(folder.resolve("made"));
            Command redact =
                    start(
                            "redact",
                            "s3://scans/",
                            "-o",
                            "s3://clean/",
                            "--rect",
                            "0,0,3,3",
                            "--login",
                            "hospital",
                            "-v",
                            "--report",
                            made.resolve("report.json"),
                            "--write-csv",
                            made.resolve("rects.csv"));
            assertThat(redact.code()).as(redact.err()).isZero();
            assertThat(server.keys("clean")).containsExactly("a.dcm");
            keep(
                    "wrong",
                    Map.of(
                            "endpoint",
                            "https://127.0.0.1:" + server.port(),
                            "retries",
                            "0",
                            "key-id",
                            S3Server.KEY_ID,
                            "secret-key",
                            S3Server.SECRET));
            Command failed = start("tags", "s3://scans/", "--login", "wrong");
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err()).contains("cannot be reached to list it (SSL");
            Command profiles = start("sources", "profiles");
            assertThat(profiles.out())
                    .contains("hospital: s3://", "secret-key is set", "key-id is set");
            StringBuilder all = new StringBuilder();
            for (Command command : List.of(redact, failed, profiles)) {
                all.append(command.out()).append(command.err());
            }
            for (Path below : List.of(made, folder.resolve("kept"), folder.resolve("cache"))) {
                for (Path file : Command.files(below)) {
                    all.append(file).append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            assertThat(all).doesNotContain(S3Server.SECRET, S3Server.KEY_ID, KEY);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve("kept/profiles"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void profiles_are_read_with_their_key_alone() throws Exception {
        keep("hospital", Map.of("secret-key", "s3cret", "region", "eu-west-1"));
        Path file = folder.resolve("kept/profiles");
        ProfileFile profiles = new ProfileFile(file);
        assertThat(profiles.read(KEY.toCharArray()).get("hospital").settings())
                .containsEntry("secret-key", "s3cret");
        assertThat(profiles.read(KEY.toCharArray()).get("hospital").toString())
                .doesNotContain("s3cret");
        refused(profiles, "other");
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, 12, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            refused(profiles, KEY);
        }
    }

    private static void refused(ProfileFile profiles, String key) {
        assertThatThrownBy(() -> profiles.read(key.toCharArray()))
                .isInstanceOf(PixelAnonException.class)
                .message()
                .contains("profiles: ")
                .doesNotContain("s3cret", key);
    }

    @Test
    void secrets_are_taken_from_no_command_line() {
        Command login =
                Command.run("sources", "login", "a", "--source-option", "secret-key=hunter2");
        assertThat(login.code()).isEqualTo(2);
        assertThat(login.err())
                .contains("secret-key: is a secret and would be visible on the command line")
                .doesNotContain("hunter2");
        Command tags =
                Command.run("tags", "s3://scans/", "--source-option", "session-token=hunter2");
        assertThat(tags.complaints().get(0))
                .contains("session-token: is a secret")
                .doesNotContain("hunter2");
        Command unknown =
                Command.run("tags", "s3://scans/", "--source-option", "endpiont=https://x");
        assertThat(unknown.complaints().get(0)).contains("endpiont", "no such setting");
        Command kinds = Command.run("sources", "kinds");
        assertThat(kinds.out()).contains("s3://: ", "secret-key (secret)", "endpoint: ");
    }

    @Test
    void settings_are_read_from_standard_input_where_nobody_can_be_asked() throws Exception {
        InputStream in = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream(
                            "key-id=me\nsecret-key=hunter2\nnonsense\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            Command login = Command.run("sources", "login", "a");
            assertThat(login.code()).isEqualTo(2);
            assertThat(login.err())
                    .contains("line 3 of standard input is not NAME=VALUE")
                    .doesNotContain("hunter2");
        } finally {
            System.setIn(in);
        }
    }
}
