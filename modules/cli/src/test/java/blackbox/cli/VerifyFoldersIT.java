package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The command {@code verify} on two folders. */
class VerifyFoldersIT {

    private static final String HEADER = "filename,left,top,right,bottom,frame,overlay\n";

    @TempDir Path folder;
    private Path scans;
    private Path clean;
    private Path list;

    @BeforeEach
    void redact() throws IOException {
        scans = Files.createDirectory(folder.resolve("scans"));
        clean = folder.resolve("clean");
        list = folder.resolve("rects.csv");
        Files.createDirectories(scans.resolve("deep/er"));
        image().write(scans.resolve("a.dcm"), Syntax.EXPLICIT);
        image().frames(3)
                .overlay(new Overlay(0x6000, 20, 30, 1, 1, 1, (f, r, c) -> true))
                .write(scans.resolve("deep/er/b.dcm"), Syntax.RLE);
        image().write(scans.resolve("deep/c.dcm"), Syntax.DEFLATED);
        Files.writeString(scans.resolve("notes.txt"), "plain text");
        String rows =
                scans.resolve("a.dcm")
                        + ",0,0,3,3,0,-1\n"
                        + (scans.resolve("deep/er/b.dcm") + ",0,0,3,3,-1,-1\n");
        Path given = Files.writeString(folder.resolve("given.csv"), HEADER + rows);
        Command redact =
                run("redact", scans, "-q", "-o", clean, "--csv", given, "--write-csv", list);
        assertThat(redact.code()).as(redact.err()).isZero();
    }

    private static SampleFile image() {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> 9);
    }

    private Command verify(Object... more) {
        List<Object> words = new ArrayList<>(List.of("verify", scans, clean, "-q", "--csv", list));
        words.addAll(Arrays.asList(more));
        return run(words.toArray());
    }

    private void isRed(Command verify, String... lines) {
        assertThat(verify.out().lines().filter(l -> l.startsWith("NOT verified: ")))
                .hasSameSizeAs(lines);
        assertThat(verify.out()).contains(lines);
        assertThat(verify.code()).isEqualTo(1);
    }

    @Test
    void copies_that_are_what_the_list_says_are_proven_together() throws IOException {
        Path report = folder.resolve("proof.json");
        Command verify = verify("--report", report);
        assertThat(verify.out())
                .contains("3 files: 2 redacted as listed, 1 identical, 0 differ")
                .contains("1 not DICOM, skipped")
                .doesNotContain("NOT verified");
        assertThat(verify.code()).isZero();
        assertThat(Files.readString(report))
                .contains("\"REDACTED\" : 2")
                .contains("\"IDENTICAL\" : 1")
                .contains("\"samplesInside\" : 16")
                .contains("\"exitCode\" : 0");
        assertThat(verify("--jobs", "1").out()).isEqualTo(verify("--jobs", "7").out());
    }

    @Test
    void the_list_of_a_run_that_searched_text_proves_its_copies() throws IOException {
        Path drawn = folder.resolve("drawn");
        Path out = folder.resolve("anonymised");
        assertThat(run("synth", "--out", drawn, "--count", "4", "--seed", "3").code()).isZero();
        Command anonymise = run("anonymise", drawn, "-q", "-o", out, "--write-csv", list);
        assertThat(anonymise.code()).as(anonymise.err()).isZero();
        Command verify = run("verify", drawn, out, "-q", "--csv", list);
        assertThat(verify.out()).contains("4 files: ").doesNotContain("NOT verified");
        assertThat(verify.code()).isZero();
    }

    @Test
    void each_copy_that_differs_is_named_and_the_others_are_counted() throws IOException {
        Path a = clean.resolve("a.dcm");
        Path c = clean.resolve("deep/c.dcm");
        Files.copy(scans.resolve("a.dcm"), a, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        byte[] bytes = Files.readAllBytes(c);
        bytes[bytes.length - 1]++;
        Files.write(c, bytes);
        Path report = folder.resolve("proof.json");
        Command verify = verify("--report", report);
        assertThat(verify.out())
                .contains("NOT verified: " + scans.resolve("a.dcm") + ": ")
                .contains("16 samples inside a rectangle")
                .contains("NOT verified: " + scans.resolve("deep/c.dcm") + ": ")
                .contains("the list has no rectangle for " + scans.resolve("deep/c.dcm"))
                .contains("3 files: 1 redacted as listed, 0 identical, 2 differ");
        assertThat(verify.code()).isEqualTo(1);
        assertThat(Files.readString(report))
                .contains("\"DIFFERS\" : 2")
                .contains("\"exitCode\" : 1");
    }

    @Test
    void what_is_on_one_side_only_is_named() throws IOException {
        Files.delete(clean.resolve("a.dcm"));
        isRed(verify(), "NOT verified: " + scans.resolve("a.dcm") + ": no copy");
        Command allowed = verify("--allow-missing");
        assertThat(allowed.out()).contains("1 without copy").contains("a.dcm: no copy");
        assertThat(allowed.code()).isZero();
        Path extra = image().write(clean.resolve("extra.dcm"), Syntax.EXPLICIT);
        Path text = Files.writeString(clean.resolve("deep/extra.txt"), "plain text");
        isRed(
                verify("--allow-missing"),
                "NOT verified: " + scans.resolve("a.dcm") + ": no copy",
                "NOT verified: " + extra + ": no original",
                "NOT verified: " + text + ": no original");
    }

    @Test
    void a_file_that_cannot_be_read_is_not_proven() throws IOException {
        Path b = scans.resolve("deep/er/b.dcm");
        byte[] bytes = Files.readAllBytes(b);
        Files.write(b, Arrays.copyOf(bytes, bytes.length - 40));
        Files.write(clean.resolve("a.dcm"), new byte[0]);
        Command verify = verify();
        assertThat(verify.out())
                .contains("NOT verified: " + b + ": ")
                .contains("NOT verified: " + scans.resolve("a.dcm") + ": ")
                .doesNotContain("internal error");
        assertThat(verify.code()).isEqualTo(1);
    }

    @Test
    void a_row_of_a_file_that_is_in_neither_folder_is_not_proven_and_others_are_counted()
            throws IOException {
        String rows = Files.readString(list);
        Path typo = scans.resolve("typo.dcm");
        Files.writeString(
                list, rows + "/elsewhere/x.dcm,0,0,3,3,0,-1\n" + typo + ",0,0,3,3,0,-1\n");
        Command verify = verify();
        isRed(verify, "NOT verified: " + typo + ": the list has it (line ");
        assertThat(verify.out()).contains("rows of the list that are about other files: 2");
    }

    @Test
    void rows_may_name_the_copies() throws IOException {
        Files.writeString(list, Files.readString(list).replace(scans.toString(), clean.toString()));
        assertThat(verify().code()).isZero();
    }

    @Test
    void copies_within_the_folder_of_the_originals_are_no_originals() throws IOException {
        Path inner = Files.move(clean, scans.resolve("clean"));
        Command verify = run("verify", scans, inner, "-q", "--csv", list);
        assertThat(verify.out()).contains("3 files: 2 redacted as listed, 1 identical");
        assertThat(verify.code()).isZero();
    }

    @Test
    void a_folder_and_a_file_or_no_folder_are_wrong_usage_or_fail() throws IOException {
        assertThat(run("verify", scans, list, "--csv", list).code()).isEqualTo(2);
        assertThat(run("verify", list, clean, "--csv", list).code()).isEqualTo(2);
        assertThat(verify("--jobs", "0").code()).isEqualTo(2);
        Command none = run("verify", scans, folder.resolve("none"), "-q", "--csv", list);
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.complaints()).singleElement().asString().contains("none");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("verify", empty, empty, "-q", "--csv", list).code()).isEqualTo(1);
    }
}
