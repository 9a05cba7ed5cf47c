package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.ReadAccess;
import org.pixelanon.store.index.FileIndex;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** The catalogue of many files, and what it stands for. */
class IndexIT {

    @TempDir Path folder;
    private JobFolder files;
    private Path index;

    @BeforeEach
    void draw() throws IOException {
        files = new JobFolder(folder);
        files.mixed();
        Files.writeString(files.below("b/empty.dcm"), "");
        SampleFile.of(20, 30)
                .frames(3)
                .overlay(new Overlay(0x6002, 20, 30, 1, 1, 1, (f, r, c) -> r == c))
                .with(
                        b ->
                                b.text(0x00080060, "CS", "MR")
                                        .text(0x00100010, "PN", "PLANTED^NAME")
                                        .text(0x00100020, "LO", "PLANTED-ID")
                                        .text(0x00280301, "CS", "YES"))
                .write(files.below("a/overlay.dcm"), Syntax.RLE);
        index = folder.resolve("files.index");
    }

    private Command update() {
        return run("index", "update", "-q", index, files.in);
    }

    /** What a command writes into a file. */
    private List<String> written(Object... words) throws IOException {
        Path out = folder.resolve("written.csv");
        Files.deleteIfExists(out);
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-o", out));
        Command command = run(all.toArray());
        assertThat(command.code()).as(command.err()).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void files_are_read_once_until_they_change_and_gone_ones_are_marked() throws IOException {
        Command first = update();
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err())
                .contains("7 files met, 7 read, 1 could not be read", "empty.dcm: is empty");
        assertThat(update().err()).contains("7 files met, 1 read");
        files.clean("a/clean.dcm", 41);
        files.clean("new.dcm", 42);
        Files.delete(files.in.resolve("a/redacted.dcm"));
        Files.delete(files.in.resolve("b/empty.dcm"));
        assertThat(update().err()).contains("6 files met, 2 read");
        assertThat(written("index", "export", index))
                .hasSize(6)
                .noneMatch(line -> line.contains("redacted.dcm") || line.contains("notes.txt"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(index)))
                .isEqualTo("rw-------");
    }

    @Test
    void it_says_what_a_file_is_and_not_of_whom() throws IOException {
        update();
        List<String> rows = written("index", "export", index, "--where", "Modality=MR");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .startsWith("filename,FileSize,FileModified,FileState,FileReason,SOP");
        assertThat(rows.get(1))
                .startsWith(files.in.resolve("a/overlay.dcm").toAbsolutePath() + ",")
                .contains(",1.2.840.10008.1.2.5,MR,")
                .endsWith(",20,30,3,1,YES");
        assertThat(
                        new String(
                                Files.readAllBytes(index),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("PLANTED");
        assertThat(
                        written(
                                "index",
                                "export",
                                index,
                                "--not-empty",
                                "Overlays",
                                "--contains",
                                "filename=over"))
                .hasSize(2);
        assertThat(run("index", "export", index, "--where", "Color=red").err())
                .contains("--where: an index has no column 'Color'; it has filename, ");
    }

    @Test
    void it_is_an_input_of_every_command_with_filters() throws IOException {
        update();
        Command tags =
                run("tags", "-q", index, "--where", "Modality=US", "-o", folder.resolve("t.txt"));
        assertThat(tags.code()).as(tags.err()).isZero();
        assertThat(tags.err()).contains("1 file read");
        Command all = run("tags", "-q", index, "-o", folder.resolve("u.txt"));
        assertThat(all.err()).contains("empty.dcm: is empty");
        assertThat(all.code()).as("what could not be read is not left out").isEqualTo(1);
        Command redact =
                run(
                        "redact",
                        "-q",
                        index,
                        "--where",
                        "ManufacturerModelName=Model 40",
                        "-o",
                        files.out,
                        "--rect",
                        "0,0,3,3");
        assertThat(redact.code()).as(redact.err()).isZero();
        assertThat(Command.files(files.out)).containsExactly(files.out.resolve("a/clean.dcm"));
        Command job =
                run(
                        "anonymise",
                        "-q",
                        index,
                        "--where",
                        "Modality=US",
                        "-o",
                        files.out,
                        "--us-regions",
                        "--effort",
                        "fast",
                        "--manifest",
                        files.manifest);
        assertThat(job.code()).as(job.err()).isZero();
        assertThat(files.ends()).containsOnlyKeys("a/redacted.dcm");
        assertThat(run("tags", files.in, "--where", "Modality=US").err())
                .contains(files.in + ": is not an index");
        assertThat(run("tags", index, "--where", "Modality=XX").err()).contains("has no such file");
    }

    @Test
    void it_is_a_table_of_the_csv_commands() throws IOException {
        update();
        assertThat(
                        written(
                                "csv",
                                "filter",
                                index,
                                "--where",
                                "Modality=MR",
                                "--overlays",
                                "present",
                                "--print",
                                "Rows"))
                .containsExactly("Rows", "20");
        assertThat(written("csv", "summary", index, "--columns", "FileState"))
                .anyMatch(line -> line.endsWith("5  DICOM"));
        assertThat(
                        written(
                                "csv",
                                "group",
                                index,
                                "--by",
                                "Modality",
                                "--head",
                                "1",
                                "--print",
                                "Modality"))
                .contains("MR", "US");
    }

    @Test
    void a_scan_that_was_killed_goes_on() throws IOException {
        Path lone = files.in.resolve("a/clean.dcm");
        try (FileIndex begun = FileIndex.update(index, ReadAccess.OWNER)) {
            begun.begin();
        }
        assertThat(run("index", "show", index).code()).isEqualTo(1);
        assertThat(run("index", "update", "-q", index, lone).err()).contains("1 file met, 1 read");
        assertThat(update().err()).contains("7 files met, 6 read");
        assertThat(run("index", "show", index).code()).isZero();
    }

    @Test
    void nothing_else_is_taken_for_an_index() throws IOException {
        Path text = Files.writeString(folder.resolve("letter"), "words");
        Command refused = run("index", "update", "-q", text, files.in);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(text + ": is not an index of PixelAnon");
        assertThat(text).hasContent("words");
        assertThat(run("index", "export", folder.resolve("none")).err()).contains("no such file");
        update();
        assertThat(run("tags", index, "-o", index, "--overwrite").code()).isEqualTo(2);
        assertThat(run("index", "update", "-q", index, folder.resolve("nowhere")).code())
                .isEqualTo(1);
    }
}
