package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/** Lists of rectangles that are handed on: they do not say where the files were. */
class SharedListsIT {

    @TempDir Path folder;

    private Path archive;
    private Path clean;
    private Path list;

    @BeforeEach
    void draw() throws IOException {
        archive = folder.resolve("ward/archive");
        clean = folder.resolve("clean");
        list = folder.resolve("rects.csv");
        byte[] us = SampleSet.of(5).kinds(List.of(SampleKind.US_REGIONS)).draw(0).toBytes();
        for (String name : List.of("s1/1.dcm", "s2/1.dcm")) {
            Files.createDirectories(archive.resolve(name).getParent());
            Files.write(archive.resolve(name), us);
        }
    }

    private Command redact(Object... more) {
        Object[] words = {"redact", "-q", archive, "-o", clean, "--relative-path", archive};
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return run(all);
    }

    @Test
    void a_list_leaves_the_prefix_out_that_is_taken_off_the_paths() throws IOException {
        Command command = redact("--rect", "0,0,9,9", "--write-csv", list);

        assertThat(command.code()).as(command.err()).isZero();
        String text = Files.readString(list);
        assertThat(text).contains("\ns1/1.dcm,0,0,9,9,").contains("\ns2/1.dcm,0,0,9,9,");
        assertThat(text).doesNotContain("ward").doesNotContain(folder.toString());
    }

    @Test
    void such_a_list_proves_the_copies_file_by_file_and_by_folder() throws IOException {
        assertThat(redact("--rect", "0,0,9,9", "--write-csv", list).code()).isZero();
        Path one = archive.resolve("s1/1.dcm");
        Path copy = clean.resolve("s1/1.dcm");

        Command folders = run("verify", archive, clean, "--csv", list);
        Command files = run("verify", one, copy, "--csv", list, "--relative-path", archive);
        Command unknown = run("verify", one, copy, "--csv", list);

        assertThat(folders.code()).as(folders.out() + folders.err()).isZero();
        assertThat(files.code()).as(files.out() + files.err()).isZero();
        assertThat(unknown.code()).as("the list contains no files of that path").isEqualTo(1);
    }

    @Test
    void such_a_list_is_read_again_below_the_same_prefix() throws IOException {
        assertThat(redact("--rect", "0,0,9,9", "--write-csv", list).code()).isZero();
        Path again = folder.resolve("again");

        Command command =
                run(
                        "redact",
                        "-q",
                        archive,
                        "--csv",
                        list,
                        "-o",
                        again,
                        "--relative-path",
                        archive);

        assertThat(command.code()).as(command.err()).isZero();
        for (String name : List.of("s1/1.dcm", "s2/1.dcm")) {
            assertThat(Files.mismatch(again.resolve(name), clean.resolve(name))).isEqualTo(-1);
        }
    }

    @Test
    void a_listed_file_that_is_not_there_fails_the_proof_of_folders() throws IOException {
        assertThat(redact("--rect", "0,0,9,9", "--write-csv", list).code()).isZero();
        Files.delete(archive.resolve("s2/1.dcm"));
        Files.delete(clean.resolve("s2/1.dcm"));

        Command command = run("verify", archive, clean, "--csv", list, "--relative-path", archive);
        Command rest = run("verify", archive, clean, "--csv", list);

        assertThat(command.code()).isEqualTo(1);
        assertThat(command.out()).contains("s2/1.dcm").contains("it is missing");
        assertThat(rest.code()).as("may be a row of another folder; " + rest.err()).isZero();
        assertThat(rest.out()).contains("about other files: 1");
    }
}
