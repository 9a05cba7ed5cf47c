package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Lists and reports never take the place of anything else, and are written whole or not at all. */
class SideOutputsIT {

    @TempDir Path folder;
    private Path scan;
    private Path other;
    private Path out;
    private Path db;
    private Path list;
    private Path allow;

    @BeforeEach
    void draw() throws IOException {
        Path scans = Files.createDirectory(folder.resolve("scans"));
        scan = SampleFile.of(20, 30).write(scans.resolve("a.dcm"), Syntax.EXPLICIT);
        other = SampleFile.of(20, 30).write(folder.resolve("other.dcm"), Syntax.EXPLICIT);
        out = folder.resolve("out");
        db = folder.resolve("audit.db");
        RegionStore.open(db, RegionStore.Mode.WRITE).close();
        list =
                Files.writeString(
                        folder.resolve("rects.csv"),
                        "filename,left,top,right,bottom,frame,overlay\n"
                                + scan
                                + ",0,0,3,3,-1,-1\n");
        allow = Files.writeString(folder.resolve("allow.txt"), "left\n");
    }

    /** The command ends before any work, and no file is another than before. */
    private void refused(Object... words) throws IOException {
        List<Path> before = files(folder);
        List<byte[]> contents = contents(before);
        Command command = run(words);
        String line = Arrays.toString(words) + command.err();
        assertThat(command.code()).as(line).isEqualTo(2);
        assertThat(command.err()).as(line).doesNotContain("Exception");
        assertThat(files(folder)).as(line).isEqualTo(before);
        List<byte[]> after = contents(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as(line + before.get(i)).isEqualTo(contents.get(i));
        }
    }

    private static List<byte[]> contents(List<Path> files) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }

    @Test
    void what_is_read_is_not_replaced_by_any_path() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), scan);
        Path hard = Files.createLink(folder.resolve("hard.json"), scan);
        Path turned = folder.resolve("scans/../scans/./a.dcm");
        Path through = Files.createSymbolicLink(folder.resolve("through"), folder);
        for (Path input : List.of(scan, link, hard, turned, through.resolve("scans/a.dcm"))) {
            refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--report", input);
            refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--write-csv", input);
            refused("anonymise", scan, "-q", "-o", out, "--report", input);
            refused("ocr", scan, "-q", "--csv", input);
            refused("ocr", scan, "-q", "--report", input);
            refused("tags", scan, "-q", "-o", input);
            refused("frames", scan, "-q", "--identify", "-o", input);
        }
        refused("redact", scan, "-q", "--csv", list, "-o", out, "--write-csv", list);
        refused("redact", scan, "-q", "--csv", list, "-o", out, "--report", list);
        Path named = Files.writeString(folder.resolve("in.csv"), "filename\n" + scan + "\n");
        refused("ocr", named, "-q", "--csv", named);
        refused("tags", named, "-q", "-o", named);
        refused("anonymise", scan, "-q", "-o", out, "--allowlist", allow, "--report", allow);
        refused("csv", "summary", list, "-o", list);
        refused("csv", "summary", list, "--chart", list.resolveSibling("x.svg"), "-o", list);
        refused("csv", "filter", list, "-o", through.resolve("rects.csv"));
        refused("csv", "sample", list, "--by", "frame", "-o", list);
        refused("allowlist", "build", "--glossary", allow, "-o", allow);
    }

    @Test
    void lists_and_reports_may_lie_in_a_folder_that_the_run_makes() {
        Command redact =
                run(
                        "redact",
                        scan,
                        "-q",
                        "--rect",
                        "0,0,3,3",
                        "-o",
                        out,
                        "--report",
                        out.resolve("r.json"),
                        "--write-csv",
                        out.resolve("lists/l.csv"));
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(out.resolve("r.json")).exists();
        assertThat(out.resolve("lists/l.csv")).exists();
        assertThat(out.resolve("a.dcm")).exists();
    }

    @Test
    void an_output_of_the_run_is_not_replaced() throws Exception {
        Path copy = out.resolve("a.dcm");
        refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--report", copy);
        Files.createDirectory(out);
        refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--report", copy);
        refused("anonymise", scan, "-q", "-o", out, "--write-csv", copy);
        refused("redact", scan, "-q", "--rect", "0,0,3,3", "--in-place", "--report", scan);
        Path above = Files.createSymbolicLink(folder.resolve("above"), out);
        refused(
                "redact",
                scan,
                "-q",
                "--rect",
                "0,0,3,3",
                "-o",
                out,
                "--report",
                above.resolve("a.dcm"));
    }

    @Test
    void the_database_and_the_files_beside_it_are_not_replaced() throws Exception {
        Path log = folder.resolve("audit.db-wal");
        refused("anonymise", scan, "-q", "-o", out, "--db", db, "--report", db);
        refused("anonymise", scan, "-q", "-o", out, "--db", db, "--write-csv", log);
        refused("ocr", scan, "-q", "--db", db, "--csv", db);
        Path fresh = folder.resolve("new");
        Files.createDirectory(fresh);
        refused("ocr", scan, "-q", "--db", fresh, "--csv", fresh.resolve(RegionStore.FILE_NAME));
        Path note = fresh.resolve("952e4562cd3ebdf5205ee934be4b20f9_DicomRects.table");
        refused("ocr", scan, "-q", "--db", fresh, "--csv", note);
        refused("db", "dump", db, "-o", db);
        refused("db", "export", db, "-o", log);
        refused("db", "rects", db, "-o", db);
        refused("rules", "from-db", db, "-o", db, "--overwrite");
    }

    @Test
    void no_dicom_file_and_no_database_is_replaced_although_the_run_does_not_know_it()
            throws Exception {
        refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--report", other);
        refused("tags", scan, "-q", "-o", other);
        refused("ocr", scan, "-q", "--csv", db);
        refused("csv", "summary", list, "-o", other);
        refused("db", "dump", db, "-o", other);
    }

    @Test
    void two_lists_do_not_share_a_file() throws Exception {
        Path both = folder.resolve("both");
        refused(
                "redact",
                scan,
                "-q",
                "--rect",
                "0,0,3,3",
                "-o",
                out,
                "--report",
                both,
                "--write-csv",
                folder.resolve("scans/../both"));
        refused("ocr", scan, "-q", "--csv", both, "--report", both);
        refused("csv", "summary", list, "-o", both, "--chart", both);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void devices_and_folders_are_refused_and_a_dash_is_standard_output() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        for (Object odd : List.of("/dev/null", "/dev/stdout", pipe, folder)) {
            refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--report", odd);
            refused("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--write-csv", odd);
            refused("ocr", scan, "-q", "--csv", odd);
            refused("tags", scan, "-q", "-o", odd);
            refused("db", "dump", db, "-o", odd);
        }
        Path nowhere = folder.resolve("no/such/folder.json");
        Command report =
                run("redact", scan, "-q", "--rect", "0,0,3,3", "-o", out, "--report", nowhere);
        assertThat(report.complaints())
                .containsExactly("pixelanon: " + nowhere + ": cannot be written");
        assertThat(report.code()).isEqualTo(1);
        assertThat(out).doesNotExist();
        Command dump =
                Command.start(List.of(), List.of(), Map.of(), folder, "db", "dump", db, "-o", "-");
        assertThat(dump.out()).startsWith("{\"rects\"");
        assertThat(folder.resolve("-")).doesNotExist();
    }

    @Test
    void a_run_that_fails_at_once_leaves_the_list_of_the_run_before() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept.csv"), "from before\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "no,column\n1,2\n");
        List<Path> before = files(folder);
        for (Command failed :
                List.of(
                        run("redact", scan, "-q", "--csv", bad, "-o", out, "--write-csv", kept),
                        run(
                                "redact",
                                scan,
                                "-q",
                                "--db",
                                folder.resolve("none.db"),
                                "-o",
                                out,
                                "--write-csv",
                                kept),
                        run("anonymise", bad, "-q", "-o", out, "--write-csv", kept),
                        run(
                                "anonymise",
                                scan,
                                "-q",
                                "-o",
                                out,
                                "--rules",
                                bad,
                                "--write-csv",
                                kept),
                        run("ocr", bad, "-q", "--csv", kept),
                        run("ocr", scan, "-q", "--rules", bad, "--csv", kept),
                        run("tags", bad, "-q", "-o", kept))) {
            assertThat(failed.code()).as(failed.err()).isIn(1, 2);
            assertThat(kept).as(failed.err()).hasContent("from before\n");
        }
        assertThat(files(folder)).isEqualTo(before);
        assertThat(run("ocr", scan, "-q", "--csv", kept).code()).isZero();
        assertThat(Files.readString(kept)).startsWith("filename,");
    }
}
