package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * Bad input: each case gives one line that names file and reason, its file counts as Failed, the
 * others go on, nothing half-written stays, and the exit code is not 0.
 */
class BadInputIT {

    private static final String HEADER = "filename,left,top,right,bottom,frame,overlay\n";

    @TempDir Path folder;
    private Path good;
    private Path out;

    @BeforeEach
    void drawGood() throws IOException {
        good = image().write(in("good.dcm"), Syntax.EXPLICIT);
        out = folder.resolve("out");
    }

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static SampleFile image() {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> 9);
    }

    /** Redacts a bad input and a good one; only the good one may leave anything. */
    private void fails(Path bad, String reason, Object... options) throws IOException {
        Object[] what = options.length > 0 ? options : new Object[] {"--rect", "0,0,3,3"};
        Path report = in("report.json");
        List<Object> words =
                new ArrayList<>(List.of("redact", bad, good, "-q", "-o", out, "--report", report));
        words.addAll(Arrays.asList(what));
        Command redact = run(words.toArray());
        onlyGoodIsWritten(redact, bad, reason);
        assertThat(Files.readString(report))
                .containsOnlyOnce("\"outcome\" : \"Failed\"")
                .containsOnlyOnce("\"outcome\" : \"Redacted\"");
    }

    private void onlyGoodIsWritten(Command redact, Path bad, String reason) throws IOException {
        assertThat(redact.complaints())
                .singleElement()
                .asString()
                .startsWith("Failed: ")
                .contains(bad.toString())
                .contains(reason)
                .doesNotContain("Exception")
                .doesNotContain("internal error");
        assertThat(redact.err()).contains("2 files: 0 Clean, 1 Redacted, 0 NeedsReview, 1 Failed");
        assertThat(redact.code()).isEqualTo(1);
        assertThat(files(out)).containsExactly(out.resolve("good.dcm"));
    }

    @Test
    void a_missing_file_fails() throws IOException {
        fails(in("none.dcm"), "no such file or folder");
    }

    @Test
    void a_folder_without_dicom_fails() throws IOException {
        Path mixed = Files.createDirectories(in("texts/deep"));
        Files.writeString(mixed.resolve("a.txt"), "plain text");
        fails(in("texts"), "contains no DICOM files");
        Path empty = Files.createDirectory(in("empty"));
        Files.delete(out.resolve("good.dcm"));
        fails(empty, "contains no files");
    }

    @Test
    void a_file_that_is_not_dicom_fails_if_it_was_named() throws IOException {
        fails(Files.writeString(in("note.txt"), "plain text"), "not DICOM");
    }

    @Test
    void a_truncated_file_fails() throws IOException {
        byte[] whole = image().toBytes(Syntax.EXPLICIT);
        fails(Files.write(in("cut.dcm"), Arrays.copyOf(whole, whole.length - 100)), "(7FE0,0010)");
        Files.delete(out.resolve("good.dcm"));
        fails(Files.write(in("head.dcm"), Arrays.copyOf(whole, 140)), "");
    }

    @Test
    void a_file_of_zero_length_fails_also_in_a_folder() throws IOException {
        fails(Files.createFile(in("zero.dcm")), "empty");
        Files.delete(out.resolve("good.dcm"));
        Path sub = Files.createDirectory(in("sub"));
        Path zero = Files.createFile(sub.resolve("zero.dcm"));
        Command redact = run("redact", sub, good, "-q", "-o", out, "--rect", "0,0,3,3");
        onlyGoodIsWritten(redact, zero, "empty");
    }

    /**
     * Words before a command that drop root's right to bypass permissions; the test is skipped
     * where that is impossible.
     */
    private static List<String> withoutPrivileges(Path unreadable) throws Exception {
        if (!Files.isReadable(unreadable)) {
            return List.of();
        }
        List<String> words =
                List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--");
        boolean works;
        try {
            List<String> probe = new ArrayList<>(words);
            probe.addAll(List.of("test", "!", "-r", unreadable.toString()));
            works = new ProcessBuilder(probe).start().waitFor() == 0;
        } catch (IOException e) {
            works = false;
        }
        assumeTrue(works, "root reads everything here, and setpriv cannot change that");
        return words;
    }

    private Command redactUnprivileged(Path locked, Object... words) throws Exception {
        Path cache = in("cache");
        return Command.start(
                withoutPrivileges(locked),
                List.of(),
                Map.of("PIXELANON_CACHE", cache.toString()),
                folder,
                words);
    }

    @Test
    void a_folder_or_file_without_permission_fails() throws Exception {
        Path locked = Files.createDirectory(in("locked"));
        image().write(locked.resolve("a.dcm"), Syntax.EXPLICIT);
        Path secret = image().write(in("secret.dcm"), Syntax.EXPLICIT);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        try {
            for (Path bad : List.of(locked, secret)) {
                Command redact =
                        redactUnprivileged(
                                bad, "redact", bad, good, "-q", "-o", out, "--rect", "0,0,3,3");
                onlyGoodIsWritten(redact, bad, "permission denied");
                Files.delete(out.resolve("good.dcm"));
            }
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void an_output_folder_without_permission_fails_every_file() throws Exception {
        Files.createDirectory(out);
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("---------"));
        try {
            Command redact =
                    redactUnprivileged(out, "redact", good, "-q", "-o", out, "--rect", "0,0,3,3");
            assertThat(redact.complaints())
                    .singleElement()
                    .asString()
                    .contains("good.dcm")
                    .contains("permission denied");
            assertThat(redact.code()).isEqualTo(1);
        } finally {
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(files(out)).isEmpty();
    }

    @Test
    void frames_fewer_than_stated_fail() throws IOException {
        for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.RLE)) {
            Path bad =
                    image().frames(2)
                            .with(b -> b.text(0x00280008, "IS", "5"))
                            .write(in("few.dcm"), syntax);
            fails(bad, "5");
            Files.delete(out.resolve("good.dcm"));
        }
    }

    @Test
    void an_image_without_rows_or_columns_fails() throws IOException {
        fails(image().with(b -> b.remove(0x00280010)).write(in("r.dcm"), Syntax.EXPLICIT), "Rows");
        Files.delete(out.resolve("good.dcm"));
        fails(
                image().with(b -> b.remove(0x00280011)).write(in("c.dcm"), Syntax.EXPLICIT),
                "Columns");
    }

    @Test
    void an_unsupported_syntax_fails_by_its_name() throws IOException {
        String part2 = "1.2.840.10008.1.2.4.92";
        byte[] bytes = image().toBytes(Syntax.JPEG_BASELINE);
        byte[] wanted = Syntax.JPEG_BASELINE.uid().getBytes(StandardCharsets.US_ASCII);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(Syntax.JPEG_BASELINE.uid());
        System.arraycopy(part2.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, wanted.length);
        fails(
                Files.write(in("j2k.dcm"), bytes),
                "transfer syntax JPEG 2000 Part 2 Lossless (" + part2 + ") is not supported");
    }

    @Test
    void a_rectangle_partly_outside_is_clipped_and_reported() throws IOException {
        Path report = in("report.json");
        Command redact =
                run("redact", good, "-q", "-o", out, "--rect", "25,15,40,40", "--report", report);
        assertThat(redact.code()).isZero();
        assertThat(Files.readString(report)).contains("clipped to (25,15 5x5)");
        try (DicomFile copy = DicomFile.open(out.resolve("good.dcm"))) {
            assertThat(sample(copy, 0, 29, 19)).isZero();
            assertThat(sample(copy, 0, 24, 14)).isEqualTo(9);
        }
    }

    private Path list(String... rows) throws IOException {
        return Files.writeString(
                in("rects.csv"),
                HEADER + good + ",0,0,3,3,0,-1\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void a_rectangle_wholly_outside_fails() throws IOException {
        Path bad = image().write(in("bad.dcm"), Syntax.EXPLICIT);
        fails(bad, "lies entirely outside", "--csv", list(bad + ",30,0,35,5,0,-1"));
    }

    @Test
    void a_frame_or_overlay_that_does_not_exist_fails() throws IOException {
        Path bad =
                image().overlay(new Overlay(0x6000, 5, 5, 1, 1, 2, (f, r, c) -> true))
                        .write(in("bad.dcm"), Syntax.EXPLICIT);
        for (String plane : List.of("1,-1", "2,0", "0,3", "-1,3")) {
            fails(bad, "", "--csv", list(bad + ",0,0,3,3," + plane));
            Files.delete(out.resolve("good.dcm"));
        }
    }

    @Test
    void a_broken_csv_line_stops_the_run_with_its_number_and_file() throws IOException {
        Path bad = image().write(in("bad.dcm"), Syntax.EXPLICIT);
        String fine = bad + ",0,0,3,3,0,-1";
        for (String broken :
                List.of(
                        ",0,zero,3,3,0,-1",
                        ",0,0,3",
                        ",0,0,3,3,0,-1,7",
                        ",0,0,3,,0,-1",
                        ",9,0,3,5,0,-1",
                        ",0,0,3,3,0,99",
                        ",-2,0,3,3,0,-1")) {
            Command redact =
                    run("redact", bad, good, "-q", "-o", out, "--csv", list(fine, bad + broken));
            assertThat(redact.complaints())
                    .singleElement()
                    .asString()
                    .contains("rects.csv: line 4: ")
                    .contains(bad.toString())
                    .doesNotContain("internal error");
            assertThat(redact.code()).isEqualTo(1);
            assertThat(files(out)).isEmpty();
        }
    }

    @Test
    void a_broken_csv_line_of_no_input_stops_the_run() throws IOException {
        for (String broken : List.of("ba,0,0,3", ",0,0,3,3,0,-1", "\"ba,0,0,3")) {
            Command redact = run("redact", good, "-q", "-o", out, "--csv", list(broken));
            assertThat(redact.complaints()).singleElement().asString().contains("3");
            assertThat(redact.code()).isEqualTo(1);
            assertThat(files(out)).isEmpty();
        }
    }

    @Test
    void a_full_disk_fails_what_does_not_fit_and_leaves_nothing_of_it() throws Exception {
        Files.createDirectory(out);
        assumeTrue(
                started("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", out.toString()),
                "mounting a small disk needs root");
        try {
            Path large = SampleFile.of(1000, 1000).write(in("large.dcm"), Syntax.EXPLICIT);
            // one after the other: beside the large file there is no room for the good one
            fails(large, "No space left on device", "--rect", "0,0,3,3", "--jobs", "1");
            Files.delete(out.resolve("good.dcm"));
            Path report = in("report.json");
            // a copy byte for byte takes another way
            Command copy =
                    run(
                            "redact",
                            large,
                            good,
                            "-q",
                            "--jobs",
                            "1",
                            "-o",
                            out,
                            "--csv",
                            list(),
                            "--report",
                            report);
            onlyGoodIsWritten(copy, large, "No space left on device");
        } finally {
            assertThat(started("umount", out.toString())).isTrue();
        }
    }

    private static boolean started(String... words) throws Exception {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program: the caller skips its test and says so
        }
    }

    @Test
    void an_output_that_is_the_input_is_refused_without_in_place() throws IOException {
        byte[] before = Files.readAllBytes(good);
        Command same = run("redact", good, "-q", "-o", folder, "--rect", "0,0,3,3", "--overwrite");
        assertThat(same.complaints())
                .containsExactly(
                        "Failed: " + good + ": output is the input itself (--in-place allows it)");
        assertThat(same.code()).isEqualTo(1);
        assertThat(Files.readAllBytes(good)).isEqualTo(before);
    }

    @Test
    void in_place_replaces_the_input_atomically_and_leaves_it_alone_on_failure()
            throws IOException {
        Path original = Files.copy(good, in("original.bak"));
        Object key = Files.readAttributes(good, BasicFileAttributes.class).fileKey();
        Path few =
                image().with(b -> b.text(0x00280008, "IS", "5"))
                        .write(in("few.dcm"), Syntax.EXPLICIT);
        byte[] before = Files.readAllBytes(few);
        Path list = in("written.csv");
        Command redact =
                run(
                        "redact",
                        good,
                        few,
                        "-q",
                        "--in-place",
                        "--rect",
                        "0,0,3,3",
                        "--write-csv",
                        list);
        assertThat(redact.code()).isEqualTo(1);
        assertThat(redact.complaints()).singleElement().asString().contains("few.dcm");
        assertThat(Files.readAllBytes(few)).isEqualTo(before);
        // replaced by another file: a reader sees the old or the new one, never a mixture
        assertThat(Files.readAttributes(good, BasicFileAttributes.class).fileKey())
                .isNotEqualTo(key);
        assertThat(run("verify", original, good, "--csv", list).code()).isZero();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "good.dcm", "few.dcm", "original.bak", "written.csv");
        }
    }
}
