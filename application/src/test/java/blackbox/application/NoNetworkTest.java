package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The launcher where there is no network: it does the same, and writes nowhere else. Linux only.
 */
class NoNetworkTest {

    /** No interface but one that is down, and a folder for temporary files that nobody else has. */
    private static final List<String> ALONE =
            List.of(
                    "unshare",
                    "--net",
                    "--mount",
                    "sh",
                    "-c",
                    "mount -t tmpfs none /tmp && \"$@\"");

    /** What the virtual machine itself keeps there while it runs. */
    private static final String OF_THE_MACHINE = "hsperfdata_";

    private Path folder;
    private Path home;

    /** What a process printed and how it ended. */
    private record Ended(int code, String said) {}

    /** Not below the folder for temporary files, which another one hides. */
    @BeforeEach
    void make() throws IOException {
        folder =
                Files.createTempDirectory(
                        Path.of(System.getProperty("pixelanon.application")).getParent(), "alone");
        home = Files.createDirectories(folder.resolve("home"));
    }

    @AfterEach
    void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> alone() throws IOException {
        boolean administrator =
                Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(Integer.valueOf(0));
        List<String> words = new ArrayList<>(ALONE);
        if (!administrator) {
            words.add(1, "--map-root-user");
        }
        words.add("sh");
        return words;
    }

    private Ended call(List<String> before, String... words)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(before);
        all.addAll(List.of(words));
        Path said = Files.createTempFile(folder.getParent(), "said", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("PIXELANON_JAVA_OPTS", "-Duser.home=" + home);
            int code =
                    builder.redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start()
                            .waitFor();
            return new Ended(code, Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    private static String launcher() {
        return Path.of(System.getProperty("pixelanon.application"), "bin", "pixelanon-cli")
                .toString();
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }

    @Test
    void without_a_network_the_copies_are_the_same_and_nothing_lies_elsewhere() throws Exception {
        Ended tried = tried();
        assumeTrue(tried.code() == 0, "no namespace without a network: " + tried.said());
        assertThat(tried.said().lines().filter(l -> l.contains("up"))).isEmpty();
        Ended drawn = call(List.of(), launcher(), "synth", "-o", "drawn", "--count", "2");
        assertThat(drawn.code()).as(drawn.said()).isZero();
        Files.delete(folder.resolve("drawn/truth.json"));
        Ended usual = anonymised(List.of(), "usual");
        assertThat(usual.code()).as(usual.said()).isLessThanOrEqualTo(3);
        List<Path> before = below(folder);

        List<String> listing = new ArrayList<>(alone());
        listing.addAll(List.of("sh", "-c", "\"$@\"; code=$?; find /tmp -type f; exit $code", "sh"));
        Ended ended = anonymised(listing, "alone");

        assertThat(ended.code()).as(ended.said()).isEqualTo(usual.code());
        List<Path> copies = below(folder.resolve("usual"));
        assertThat(copies).isNotEmpty();
        assertThat(below(folder.resolve("alone"))).isEqualTo(copies);
        for (Path copy : copies) {
            assertThat(folder.resolve("alone").resolve(copy))
                    .hasSameBinaryContentAs(folder.resolve("usual").resolve(copy));
        }
        assertThat(ended.said().lines().filter(l -> l.startsWith("/tmp/")))
                .allMatch(l -> l.contains(OF_THE_MACHINE));
        List<Path> added = new ArrayList<>(below(folder));
        added.removeAll(before);
        assertThat(added).allMatch(p -> p.startsWith("alone"));
        assertThat(below(home)).allMatch(p -> p.startsWith(Path.of(".cache", "pixelanon")));
    }

    private Ended tried() throws InterruptedException {
        try {
            List<String> words = new ArrayList<>(alone());
            return call(words, "cat", "/sys/class/net/lo/operstate");
        } catch (IOException e) {
            return new Ended(1, e.toString()); // there is no such command
        }
    }

    private Ended anonymised(List<String> before, String out) throws Exception {
        return call(
                before, launcher(), "anonymise", "drawn", "-o", out, "-q", "--effort", "balanced");
    }
}
