package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Native libraries planted in the program's cache or in the current folder: OpenJPEG, Leptonica,
 * Tesseract, SQLite and JNA. The job needs all of them. Each test runs as whoever runs it, and,
 * where that is root, as an account without a home as well.
 */
@EnabledOnOs(OS.LINUX)
class PlantedLibrariesIT {

    /** Another account, which does not exist. */
    private static final int STRANGER = 54322;

    /** What the program unpacks when it is left alone, by name. */
    private static Map<String, byte[]> genuine = Map.of();

    /** Names that a loader might search besides those the program unpacks. */
    private static final List<String> PLAIN =
            List.of(
                    "libleptonica.so",
                    "libtesseract.so",
                    "libopenjp2.so",
                    "libsqlitejdbc.so",
                    "libjnidispatch.so",
                    "jna.so");

    private Path root;
    private Path marker;
    private Path input;
    private byte[] planted;

    @BeforeEach
    void draw() throws Exception {
        root = Files.createTempDirectory("planted").toRealPath();
        open(root, "rwxr-xr-x");
        marker = Files.createDirectory(root.resolve("marks")).resolve("ran");
        open(marker.getParent(), "rwxrwxrwx");
        Path plain =
                SampleFile.of(60, 200)
                        .samples((f, r, c, k) -> Letters.isStroke(r - 20, c - 15) ? 230 : 20)
                        .write(root.resolve("plain.dcm"), Syntax.EXPLICIT);
        Command coded =
                run(
                        "redact",
                        plain,
                        "-q",
                        "--rect",
                        "0,0,1,1",
                        "-o",
                        root.resolve("in"),
                        "--transfer-syntax",
                        "jpeg2000");
        assertThat(coded.code()).as(coded.err()).isZero();
        input = root.resolve("in").resolve("plain.dcm");
        open(input.getParent(), "rwxr-xr-x");
        open(input, "rw-r--r--");
        planted = trap();
        learn();
    }

    @AfterEach
    void remove() throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void open(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    /**
     * A library that leaves a mark when it is loaded; where there is no compiler, bytes that are no
     * library.
     */
    private byte[] trap() throws IOException, InterruptedException {
        Path source = root.resolve("trap.c");
        Files.writeString(
                source,
                """
                #include <stdio.h>
                __attribute__((constructor)) static void ran(void) {
                  FILE *f = fopen("%s", "a");
                  if (f) { fputs("ran", f); fclose(f); }
                }
                """
                        .formatted(marker));
        Path library = root.resolve("trap.so");
        try {
            int built =
                    new ProcessBuilder(
                                    "gcc",
                                    "-shared",
                                    "-fPIC",
                                    "-o",
                                    library.toString(),
                                    source.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor();
            assertThat(built).isZero();
        } catch (IOException e) {
            return new byte[4096]; // no compiler: what is loaded is told by its digest alone
        }
        ProcessBuilder trial = new ProcessBuilder("true");
        trial.environment().put("LD_PRELOAD", library.toString());
        assertThat(trial.start().waitFor()).isZero();
        assertThat(marker).as("the trap works").exists();
        Files.delete(marker);
        return Files.readAllBytes(library);
    }

    private void learn() throws Exception {
        if (!genuine.isEmpty()) {
            return;
        }
        Path cache = folder("clean", List.of(), "rwx------");
        Map<String, String> environment = Map.of("PIXELANON_CACHE", cache.toString());
        assertDone(job(List.of(), List.of(), environment, "clean-out"), "clean-out");
        Map<String, byte[]> found = new TreeMap<>();
        for (Path file : Command.files(cache)) {
            found.put(cache.relativize(file).toString(), Files.readAllBytes(file));
        }
        found.keySet().removeIf(name -> name.contains("jna")); // gone with the process
        assertThat(found).hasSizeGreaterThanOrEqualTo(4);
        genuine = found;
    }

    /** A folder of the account that runs the job. */
    private Path folder(String name, List<String> before, String mode) throws IOException {
        Path made = Files.createDirectories(root.resolve(name));
        own(made, self(before));
        open(made, mode);
        return made;
    }

    private static void own(Path path, int uid) throws IOException {
        if (Accounts.uid(path) != uid) {
            UserPrincipal user =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(Integer.toString(uid));
            Files.setOwner(path, user);
        }
    }

    /** Puts the trap into a folder under all names and in the right sizes. */
    private void plant(Path cache, int owner) throws IOException {
        for (Map.Entry<String, byte[]> file : genuine.entrySet()) {
            Path path = cache.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(
                    path, Arrays.copyOf(planted, Math.max(planted.length, file.getValue().length)));
            own(path, owner);
            open(path, "rwxr-xr-x");
            for (String name : PLAIN) {
                Path other = path.resolveSibling(name);
                if (Files.notExists(other)) {
                    Files.write(other, planted);
                    open(other, "rwxr-xr-x");
                }
            }
            own(path.getParent(), owner);
        }
    }

    private Command job(
            List<String> before, List<String> jvm, Map<String, String> environment, String out)
            throws Exception {
        Path work = folder("work", before, "rwxr-xr-x");
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("PATH", "/usr/bin:/bin");
        Path target = folder(out, before, "rwx------");
        return Command.start(
                before,
                jvm,
                all,
                work,
                "anonymise",
                input,
                "-q",
                "-o",
                target.resolve("out"),
                "--db",
                target.resolve("db"));
    }

    private void assertDone(Command done, String out) throws IOException {
        assertThat(marker).as("planted code ran; " + done.err()).doesNotExist();
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.err()).contains("1 Redacted");
        assertThat(root.resolve(out).resolve("out").resolve("plain.dcm")).exists();
    }

    private int self(List<String> before) throws IOException {
        return before.isEmpty() ? Accounts.self() : Accounts.ORDINARY;
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void what_is_planted_in_a_cache_that_others_can_write_never_runs(List<String> before)
            throws Exception {
        Path open = folder("open", before, "rwxrwxrwx");
        plant(open, self(before));
        open(open, "rwxrwxrwx");
        assertDone(job(before, List.of(), Map.of("PIXELANON_CACHE", open.toString()), "a"), "a");

        Path parent = folder("parent", before, "rwxrwxrwx");
        Path below = Files.createDirectory(parent.resolve("pixelanon"));
        plant(below, self(before));
        own(below, self(before));
        open(below, "rwx------");
        assertDone(job(before, List.of(), Map.of("XDG_CACHE_HOME", parent.toString()), "b"), "b");

        Path link = Files.createSymbolicLink(root.resolve("link"), open);
        assertDone(job(before, List.of(), Map.of("PIXELANON_CACHE", link.toString()), "c"), "c");
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void what_is_planted_in_a_cache_of_our_own_is_replaced_and_never_runs(List<String> before)
            throws Exception {
        Path cache = folder("own", before, "rwx------");
        plant(cache, self(before));
        assertDone(job(before, List.of(), Map.of("PIXELANON_CACHE", cache.toString()), "a"), "a");
        for (String name : genuine.keySet()) {
            assertThat(cache.resolve(name)).hasBinaryContent(genuine.get(name));
        }
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void what_is_planted_in_a_folder_of_somebody_else_never_runs(List<String> before)
            throws Exception {
        assumeTrue(Accounts.self() == 0, "only root can give files away");
        Path cache = folder("strange", before, "rwxr-xr-x");
        plant(cache, STRANGER);
        assertDone(job(before, List.of(), Map.of("PIXELANON_CACHE", cache.toString()), "a"), "a");
        own(cache, STRANGER);
        Path link = Files.createSymbolicLink(root.resolve("link"), cache);
        assertDone(job(before, List.of(), Map.of("PIXELANON_CACHE", link.toString()), "b"), "b");
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void what_is_planted_where_the_program_is_started_never_runs(List<String> before)
            throws Exception {
        Path work = folder("work", before, "rwxr-xr-x");
        for (String place :
                List.of(
                        ".",
                        "cache",
                        "cache/pixelanon",
                        ".cache/pixelanon",
                        "?/.cache/pixelanon")) {
            plant(work.resolve(place).normalize(), self(before));
        }
        for (String name : PLAIN) {
            Files.write(work.resolve(name), planted);
            open(work.resolve(name), "rwxr-xr-x");
        }
        for (String name : genuine.keySet()) {
            Path file = work.resolve(Path.of(name).getFileName().toString());
            Files.write(file, planted);
            open(file, "rwxr-xr-x");
        }
        assertDone(job(before, List.of(), Map.of("PIXELANON_CACHE", "cache"), "a"), "a");
        assertDone(job(before, List.of(), Map.of("XDG_CACHE_HOME", "cache"), "b"), "b");
        // an account without a home, and a search path that ends with nothing, which means here
        assertDone(
                job(before, List.of("-Duser.home=?"), Map.of("LD_LIBRARY_PATH", "/nowhere:"), "c"),
                "c");
    }

    /** Where the wrappers of Tesseract and Leptonica look, unless they find it elsewhere. */
    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void what_is_planted_in_the_folder_for_temporary_files_never_runs(List<String> before)
            throws Exception {
        Path temporary = folder("tmp", before, "rwxrwxrwx");
        setSticky(temporary);
        for (String wrapper : List.of("tess4j", "lept4j", "sqlite")) {
            for (String place : List.of(".", "linux-x86-64", "linux-aarch64")) {
                Path there = Files.createDirectories(temporary.resolve(wrapper).resolve(place));
                for (String name : PLAIN) {
                    Files.write(there.resolve(name), planted);
                    open(there.resolve(name), "rwxr-xr-x");
                }
            }
        }
        List<String> jvm = List.of("-Djava.io.tmpdir=" + temporary);
        Path cache = folder("own", before, "rwx------");
        assertDone(job(before, jvm, Map.of("PIXELANON_CACHE", cache.toString()), "a"), "a");
        assertDone(job(before, jvm, Map.of("PIXELANON_CACHE", "relative"), "b"), "b");
    }

    private static void setSticky(Path folder) throws Exception {
        assertThat(new ProcessBuilder("chmod", "1777", folder.toString()).start().waitFor())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("blackbox.cli.Accounts#all")
    void without_any_folder_of_its_own_the_command_says_so_and_loads_nothing(List<String> before)
            throws Exception {
        Path open = folder("open", before, "rwxrwxrwx");
        plant(open, self(before));
        Command refused =
                job(
                        before,
                        List.of("-Djava.io.tmpdir=" + open),
                        Map.of("PIXELANON_CACHE", open.toString()),
                        "a");
        assertThat(marker).doesNotExist();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "native libraries need a folder that only this account can write",
                        "PIXELANON_CACHE")
                .doesNotContain("Exception");
        assertThat(root.resolve("a").resolve("out").resolve("plain.dcm")).doesNotExist();
    }
}
