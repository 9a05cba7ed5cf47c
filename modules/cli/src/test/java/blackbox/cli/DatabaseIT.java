package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.cli.Main;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.AuditEntry;
import org.pixelanon.store.Edit;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.store.StoredRow;
import org.pixelanon.store.StoredRow.Author;
import org.pixelanon.synth.BenchmarkFiles;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/** Commands that share a database, as processes of their own. */
class DatabaseIT {

    @TempDir static Path samples;

    @TempDir Path folder;

    private record Ended(int code, String said) {}

    @BeforeAll
    static void draw() throws IOException {
        SampleSet.of(11)
                .kinds(List.of(SampleKind.CR_MONOCHROME2, SampleKind.US_PALETTE))
                .write(samples, 2);
        Files.delete(samples.resolve(SampleSet.TRUTH));
    }

    @Test
    void every_output_has_its_rows_and_its_audit_entry_without_text() throws Exception {
        Path db = folder.resolve("db");
        Path out = folder.resolve("out");
        assertThat(pixelanon("anonymise", samples, "-o", out, "--db", db, "-q").code()).isZero();
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.READ)) {
            for (Path original : files(samples)) {
                List<AuditEntry> audits = store.audits(original.toString());
                assertThat(audits).hasSize(1);
                assertThat(audits.get(0).outcome()).isEqualTo("Redacted");
                assertThat(audits.get(0).output())
                        .isEqualTo(out.resolve(original.getFileName()).toString());
                assertThat(audits.get(0).verificationJson()).contains("\"passed\":true");
                assertThat(audits.get(0).planJson()).contains("\"blanked\":[[");
                for (StoredRow row : store.rows(original.toString())) {
                    assertThat(row.author()).isEqualTo(Author.SCAN);
                    if (row.region().text().length() > 3) {
                        assertThat(audits.get(0).toString()).doesNotContain(row.region().text());
                    }
                }
            }
        }
    }

    @Test
    void a_second_run_from_the_database_changes_no_row() throws Exception {
        Path db = folder.resolve("db");
        assertThat(pixelanon("ocr", samples, "--db", db, "-q").code()).isZero();
        List<StoredRow> before = rows(db);
        assertThat(before).anyMatch(r -> r.region().text().length() > 3);
        Path out = folder.resolve("out");
        assertThat(pixelanon("anonymise", samples, "-o", out, "--db", db, "-q").code()).isZero();
        assertThat(rows(db)).isEqualTo(before);
        assertThat(pixelanon("redact", samples, "-o", folder.resolve("r"), "--db", db, "-q").code())
                .isZero();
        assertThat(rows(db)).isEqualTo(before);
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.READ)) {
            assertThat(store.audits(before.get(0).filename()))
                    .extracting(AuditEntry::outcome)
                    .containsExactly("Scanned", "Redacted", "Redacted");
        }
    }

    @Test
    void a_review_heeds_what_a_person_drew_and_what_a_person_judged() throws Exception {
        Path db = folder.resolve("db");
        Path one = files(samples).get(0);
        assertThat(pixelanon("ocr", one, "--db", db, "-q").code()).isZero();
        StoredRow judged =
                rows(db).stream()
                        .filter(r -> r.region().sensitive() == 1 && r.region().box().left() >= 0)
                        .findFirst()
                        .orElseThrow();
        StoredRegion drawn =
                new StoredRegion(new InclusiveBox(3, 200, 9, 206, 0, -1), -1, "", -1, 1, "", "me");
        StoredRegion text = judged.region();
        StoredRegion harmless =
                new StoredRegion(
                        text.box(),
                        text.ocrEngine(),
                        text.text(),
                        text.nerEngine(),
                        0,
                        "",
                        "me",
                        "",
                        text.witnesses());
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.apply(
                    List.of(
                            new Edit.Add(one.toString(), 0, drawn),
                            new Edit.Change(one.toString(), judged.id(), text, harmless)));
        }
        Path list = folder.resolve("rects.csv");
        Path out = folder.resolve("out");
        Ended ended =
                pixelanon(
                        "anonymise",
                        one,
                        "-o",
                        out,
                        "--db",
                        db,
                        "--review",
                        "--write-csv",
                        list,
                        "-q");
        assertThat(ended.code()).as(ended.said()).isZero();
        InclusiveBox box = text.box();
        assertThat(Files.readString(list))
                .contains(",3,200,9,206,0,-1")
                .doesNotContain(
                        ","
                                + box.left()
                                + ","
                                + box.top()
                                + ","
                                + box.right()
                                + ","
                                + box.bottom()
                                + ",");
        assertThat(rows(db))
                .extracting(StoredRow::region)
                .contains(drawn, harmless)
                .doesNotContain(text);
    }

    @Test
    void only_a_file_that_a_person_marked_done_says_that_no_text_is_burned_in() throws Exception {
        Path db = folder.resolve("db");
        Path done = files(samples).get(0);
        Path other = files(samples).get(1);
        assertThat(pixelanon("ocr", samples, "--db", db, "-q").code()).isZero();
        FileMark mark =
                new FileMark(false, "", "CR", "[]", "NoModel", "NoBIA", 512, 640, "t", "me");
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.apply(List.of(new Edit.Mark(done.toString(), null, mark)));
        }
        Path out = folder.resolve("out");
        assertThat(pixelanon("redact", samples, "-o", out, "--db", db, "-q").code()).isZero();
        assertThat(burnedIn(out.resolve(done.getFileName()))).isEqualTo("NO");
        assertThat(burnedIn(out.resolve(other.getFileName()))).isNotEqualTo("NO");
    }

    private static String burnedIn(Path file) throws IOException {
        try (DicomFile dicom = DicomFile.open(file)) {
            return dicom.attributes().getString(Tag.BurnedInAnnotation).orElse("");
        }
    }

    @Test
    void a_database_that_cannot_be_used_gives_one_line_and_exit_1() throws Exception {
        Path text = Files.writeString(folder.resolve("text.db"), "plain text ".repeat(200));
        Path foreign = folder.resolve("foreign.db");
        run("sqlite3", foreign.toString(), "CREATE TABLE bookmarks(id)");
        Path newer = folder.resolve("newer.db");
        RegionStore.open(newer, RegionStore.Mode.WRITE).close();
        run("sqlite3", newer.toString(), "UPDATE pixelanon_schema SET version = 99");
        refused(text, "is not a database");
        refused(foreign, "is the database of another program");
        refused(newer, "was written by a newer PixelAnon");
        refused(text.resolve("below"), "cannot create folder");
        assertThat(Files.readString(text)).startsWith("plain text");
        Ended missing =
                pixelanon(
                        "redact",
                        samples,
                        "-o",
                        folder.resolve("o"),
                        "--db",
                        folder.resolve("none"));
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.said().lines().toList())
                .containsExactly(
                        "pixelanon: "
                                + folder.resolve("none").resolve(RegionStore.FILE_NAME)
                                + ": no such database");
    }

    @Test
    void a_locked_database_gives_one_line_after_the_wait() throws Exception {
        Path db = folder.resolve("db");
        RegionStore.open(db, RegionStore.Mode.WRITE).close();
        Path file = db.resolve(RegionStore.FILE_NAME);
        Process holder =
                new ProcessBuilder(
                                "python3",
                                "-c",
                                "import sqlite3,sys\nd=sqlite3.connect(sys.argv[1],isolation_level=None)\n"
                                        + "d.execute('BEGIN EXCLUSIVE')\nprint('held',flush=True)\nsys.stdin.read()",
                                file.toString())
                        .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('h');
            Ended ended = pixelanon("ocr", samples, "--db", db, "--db-wait", "1", "-q");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said().lines().toList())
                    .containsExactly(
                            "pixelanon: " + file + ": database is locked by another program");
        } finally {
            holder.destroy();
        }
    }

    @Test
    void a_full_disk_under_the_database_fails_its_files_and_publishes_nothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.toString()).code()
                        == 0,
                "skipped: only root can mount a small disk");
        try {
            RegionStore.open(disk, RegionStore.Mode.WRITE).close();
            run("dd", "if=/dev/zero", "of=" + disk.resolve("fill"), "bs=1k");
            Path out = folder.resolve("out");
            Ended ended = pixelanon("anonymise", samples, "-o", out, "--db", disk, "-q");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said()).contains("dcmaudit.sqlite.db: ");
            assertThat(files(out)).isEmpty();
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void ctrl_c_leaves_no_part_file_and_complete_lists_and_resume_ends_the_job() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        new BenchmarkFiles(5).cine(in.resolve("a.dcm"), 40, 640, 480, Syntax.EXPLICIT);
        Files.copy(files(samples).get(0), in.resolve("b.dcm"));
        Path out = folder.resolve("out");
        Path report = folder.resolve("report.json");
        Path list = folder.resolve("rects.csv");
        Path db = folder.resolve("db");
        Object[] command = {
            "anonymise",
            in,
            "-o",
            out,
            "--db",
            db,
            "--report",
            report,
            "--write-csv",
            list,
            "--jobs",
            "1",
            "--resume"
        };
        Process process = start(command);
        while (files(out).isEmpty() && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5); // until the part file of the first output is begun
        }
        run("kill", "-INT", Long.toString(process.pid()));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(130);
        assertThat(said).contains("stopping").contains("Note: ");
        assertThat(files(out)).noneMatch(p -> p.toString().endsWith(".part"));
        assertThat(Files.readString(report)).contains("stopped").endsWith("}");
        assertThat(Files.readString(list)).startsWith("filename,");
        assertThat(pixelanon(command).code()).isZero();
        assertThat(files(out)).hasSize(2);
    }

    private void refused(Path database, String reason) throws Exception {
        Ended ended = pixelanon("ocr", samples, "--db", database, "-q");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said().lines().toList())
                .singleElement()
                .asString()
                .startsWith("pixelanon: " + database)
                .endsWith(": " + reason);
    }

    private static List<StoredRow> rows(Path database) throws IOException {
        List<StoredRow> rows = new ArrayList<>();
        try (RegionStore store = RegionStore.open(database, RegionStore.Mode.READ)) {
            for (var file : store.files()) {
                rows.addAll(store.rows(file.filename()));
            }
        }
        return rows;
    }

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Ended pixelanon(Object... arguments) throws Exception {
        return ended(start(arguments));
    }

    private static Ended run(String... command) throws Exception {
        return ended(new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true).start());
    }

    private static Ended ended(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
