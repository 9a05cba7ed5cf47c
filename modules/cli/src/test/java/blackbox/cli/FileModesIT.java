package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Who may read what is written, and what --in-place must not replace. */
@EnabledOnOs(OS.LINUX)
class FileModesIT {

    @TempDir Path folder;
    private Path scan;

    @BeforeEach
    void draw() throws IOException {
        scan = image().write(folder.resolve("scan.dcm"), Syntax.EXPLICIT);
    }

    private static SampleFile image() {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> 9);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Path withMode(Path file, String mode) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    /** A command in a process of its own, with a umask that hides nothing. */
    private Command open(Object... words) throws Exception {
        return Command.start(
                List.of("sh", "-c", "umask 0; exec \"$@\"", "sh"),
                List.of(),
                Map.of("PIXELANON_CACHE", folder.resolve("cache").toString()),
                folder,
                words);
    }

    @Test
    void new_databases_lists_and_reports_are_private_whatever_the_umask_says() throws Exception {
        Path side = Files.createDirectory(folder.resolve("side"));
        writeAll(side);
        assertModes(side, "rw-------");
    }

    @Test
    void with_shared_and_in_a_setgid_folder_the_group_reads_and_writes_them() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        writeAll(shared, "--shared");
        assertModes(shared, "rw-rw----");
        Path setgid = Files.createDirectory(folder.resolve("setgid"));
        assertThat(new ProcessBuilder("chmod", "g+s", setgid.toString()).start().waitFor())
                .isZero();
        writeAll(setgid);
        assertModes(setgid, "rw-rw----");
    }

    private void writeAll(Path side, String... more) throws Exception {
        List<List<Object>> lines =
                List.of(
                        List.of(
                                "anonymise",
                                scan,
                                "-q",
                                "-o",
                                folder.resolve("out-" + side.getFileName()),
                                "--db",
                                side.resolve("a.db"),
                                "--report",
                                side.resolve("report.json"),
                                "--write-csv",
                                side.resolve("rects.csv")),
                        List.of("ocr", scan, "-q", "--csv", side.resolve("text.csv")),
                        List.of("db", "dump", side.resolve("a.db"), "-o", side.resolve("d.json")),
                        List.of("db", "export", side.resolve("a.db"), "-o", side.resolve("e.csv")),
                        List.of("db", "import", side.resolve("b.db"), side.resolve("e.csv")),
                        List.of("db", "rects", side.resolve("a.db"), "-o", side.resolve("r.csv")),
                        List.of("tags", scan, "-q", "-o", side.resolve("tags.txt")),
                        List.of(
                                "csv",
                                "summary",
                                side.resolve("e.csv"),
                                "-o",
                                side.resolve("s.txt"),
                                "--chart",
                                side.resolve("chart.svg")));
        for (List<Object> line : lines) {
            List<Object> words = new ArrayList<>(line);
            words.addAll(Arrays.asList(more));
            Command command = open(words.toArray());
            assertThat(command.code()).as(line + ": " + command.err()).isZero();
        }
    }

    private static void assertModes(Path side, String expected) throws IOException {
        List<Path> files = Command.files(side);
        assertThat(files).hasSizeGreaterThanOrEqualTo(11);
        for (Path file : files) {
            assertThat(mode(file)).as(file.toString()).isEqualTo(expected);
        }
    }

    /** The files beside the database, too, while it is open. */
    @Test
    void the_log_of_a_database_is_as_private_as_the_database() throws Exception {
        Path db = folder.resolve("d.db");
        try (var store =
                org.pixelanon.store.RegionStore.open(
                        db, org.pixelanon.store.RegionStore.Mode.WRITE)) {
            assertThat(store.isWritable()).isTrue();
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path file = folder.resolve("d.db" + suffix);
                assertThat(mode(file)).as(suffix).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void lists_that_are_replaced_keep_their_mode() throws Exception {
        Path report = withMode(Files.writeString(folder.resolve("r.json"), "{}"), "rw-r--r--");
        Path list = withMode(Files.writeString(folder.resolve("l.csv"), ""), "rw-r-----");
        Command redact =
                run(
                        "redact",
                        scan,
                        "-q",
                        "--rect",
                        "0,0,3,3",
                        "-o",
                        folder.resolve("out"),
                        "--report",
                        report,
                        "--write-csv",
                        list);
        assertThat(redact.code()).isZero();
        assertThat(Files.size(report)).isGreaterThan(10);
        assertThat(mode(report)).isEqualTo("rw-r--r--");
        assertThat(mode(list)).isEqualTo("rw-r-----");
    }

    @Test
    void copies_have_the_mode_of_their_input() throws Exception {
        for (String mode : List.of("rw-------", "rw-r-----", "r--r--r--", "rw-rw-rw-")) {
            withMode(scan, mode);
            for (String line :
                    List.of(
                            "redact %s -q --rect 0,0,3,3 -o %s",
                            "anonymise %s -q -o %s",
                            "blank %s -q -o %s",
                            "frames %s -q --extract %s --format png")) {
                Path out = folder.resolve("out");
                Command command = open((Object[]) String.format(line, scan, out).split(" "));
                assertThat(command.code()).as(line + command.err()).isZero();
                Path written = Command.files(out).get(0);
                assertThat(mode(written)).as(line).isEqualTo(mode);
                Files.delete(written);
            }
        }
    }

    @Test
    void in_place_keeps_mode_owner_and_group() throws Exception {
        withMode(scan, "rw-r-----");
        boolean root = "root".equals(Files.getOwner(folder).getName());
        if (root) {
            Files.setAttribute(scan, "unix:uid", 1234);
            Files.setAttribute(scan, "unix:gid", 4321);
        }
        byte[] before = Files.readAllBytes(scan);
        Command redact = open("redact", scan, "-q", "--rect", "0,0,3,3", "--in-place");
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(Files.readAllBytes(scan)).isNotEqualTo(before);
        assertThat(mode(scan)).isEqualTo("rw-r-----");
        if (root) {
            assertThat(Files.getAttribute(scan, "unix:uid")).isEqualTo(1234);
            assertThat(Files.getAttribute(scan, "unix:gid")).isEqualTo(4321);
        }
    }

    @Test
    void in_place_is_refused_where_the_owner_cannot_be_kept() throws Exception {
        assumeTrue("root".equals(Files.getOwner(folder).getName()), "needs a second user");
        // root without its rights is an account like any other, and may read what the test runs on
        List<String> nobody =
                List.of("setpriv", "--bounding-set=-chown,-fowner,-dac_override", "--");
        withMode(folder, "rwxrwxrwx");
        withMode(scan, "rw-rw-rw-");
        Files.setAttribute(scan, "unix:uid", 1234);
        byte[] before = Files.readAllBytes(scan);
        Command redact =
                Command.start(
                        nobody,
                        List.of(),
                        Map.of(),
                        folder,
                        "redact",
                        scan,
                        "-q",
                        "--rect",
                        "0,0,3,3",
                        "--in-place");
        assertThat(redact.complaints())
                .singleElement()
                .asString()
                .contains("owner or group cannot be kept");
        assertThat(redact.code()).isEqualTo(1);
        assertThat(scan).hasBinaryContent(before);
    }

    @Test
    void in_place_refuses_links_by_name() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.dcm"), scan);
        byte[] before = Files.readAllBytes(scan);
        Command symbolic = run("redact", link, "-q", "--rect", "0,0,3,3", "--in-place");
        assertThat(symbolic.complaints())
                .singleElement()
                .asString()
                .contains(link.toString())
                .contains("symbolic link");
        assertThat(link).isSymbolicLink();
        Files.delete(link);
        Path second = Files.createLink(folder.resolve("second.dcm"), scan);
        for (String line :
                List.of(
                        "redact %s -q --rect 0,0,3,3 --in-place",
                        "anonymise %s -q --in-place",
                        "redact " + folder + " -q --rect 0,0,3,3 --in-place")) {
            Command hard = run((Object[]) String.format(line, second).split(" "));
            assertThat(hard.complaints())
                    .isNotEmpty()
                    .allMatch(l -> l.contains("2 hard links") && l.contains("--in-place"));
            assertThat(hard.code()).isEqualTo(1);
        }
        assertThat(scan).hasBinaryContent(before);
        assertThat(second).hasBinaryContent(before);
        Command copy =
                run("redact", second, "-q", "--rect", "0,0,3,3", "-o", folder.resolve("out"));
        assertThat(copy.code()).isZero();
    }
}
