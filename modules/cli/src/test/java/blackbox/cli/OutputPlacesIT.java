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

/** Where copies go: into one file, below one folder, and never two into one place. */
class OutputPlacesIT {

    private static final String RECT = "0,0,5,5";

    @TempDir Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void draw() throws IOException {
        first = drawn("archive/a/x.dcm", 1);
        second = drawn("archive/b/deep/x.dcm", 2);
    }

    private Path drawn(String name, long seed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(
                file, SampleSet.of(seed).kinds(List.of(SampleKind.US_REGIONS)).draw(0).toBytes());
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private List<Path> written() throws IOException {
        Path out = folder.resolve("out");
        return Command.files(out).stream().map(out::relativize).toList();
    }

    @Test
    void a_file_named_by_o_is_written_by_every_command_that_makes_copies() throws IOException {
        assertThat(run("redact", first, "--rect", RECT, "-o", out("r.dcm"), "-q").code()).isZero();
        assertThat(run("anonymise", first, "-o", out("a.DCM"), "-q").code()).isZero();
        assertThat(run("blank", first, "-o", out("b.dcm"), "-q").code()).isZero();

        assertThat(written()).extracting(Path::toString).containsExactly("a.DCM", "b.dcm", "r.dcm");
    }

    @Test
    void a_file_named_by_o_is_not_replaced_without_overwrite() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(out("r.dcm"), "mine");
        Object[] words = {"redact", first, "--rect", RECT, "-o", out("r.dcm"), "-q"};

        Command refused = run(words);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.complaints().get(0)).contains("--overwrite");
        assertThat(out("r.dcm")).hasContent("mine");
        Command done = run("redact", first, "--rect", RECT, "-o", out("r.dcm"), "--overwrite");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(Files.size(out("r.dcm"))).isGreaterThan(4);
    }

    @Test
    void a_file_named_by_o_is_refused_for_several_inputs() throws IOException {
        for (List<String> words :
                List.of(
                        List.of("redact", "--rect", RECT),
                        List.of("anonymise"),
                        List.of("blank"))) {
            Object[] all = new Object[words.size() + 4];
            for (int i = 0; i < words.size(); i++) {
                all[i] = words.get(i);
            }
            all[words.size()] = first;
            all[words.size() + 1] = second;
            all[words.size() + 2] = "-o";
            all[words.size() + 3] = out("r.dcm");
            Command command = run(all);
            assertThat(command.code()).isEqualTo(2);
            assertThat(command.err()).contains("r.dcm names one file, but there are 2 inputs");
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void a_folder_may_be_called_like_a_file() throws IOException {
        Files.createDirectories(out("there.dcm"));

        assertThat(run("redact", first, "--rect", RECT, "-o", out("there.dcm"), "-q").code())
                .isZero();
        assertThat(run("redact", first, "--rect", RECT, "-o", out("new.dcm") + "/", "-q").code())
                .isZero();

        assertThat(written())
                .extracting(Path::toString)
                .containsExactly("new.dcm/x.dcm", "there.dcm/x.dcm");
    }

    @Test
    void the_copy_named_by_o_is_no_place_for_a_list() {
        Command command =
                run(
                        "redact",
                        first,
                        "--rect",
                        RECT,
                        "-o",
                        out("r.dcm"),
                        "--write-csv",
                        out("r.dcm"));

        assertThat(command.code()).isEqualTo(2);
    }

    @Test
    void inputs_of_one_name_keep_their_folders_in_any_order() throws IOException {
        String tree = "redact -q --rect " + RECT;
        assertThat(redacted(tree, first, second).code()).isZero();
        List<Path> one = written();
        assertThat(one).extracting(Path::toString).containsExactly("a/x.dcm", "b/deep/x.dcm");

        Command again = redacted(tree + " --resume", second, first);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(written()).isEqualTo(one);
    }

    private Command redacted(String words, Object... inputs) {
        Object[] all = new Object[inputs.length + words.split(" ").length + 2];
        String[] first = words.split(" ");
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(inputs, 0, all, first.length, inputs.length);
        all[all.length - 2] = "-o";
        all[all.length - 1] = folder.resolve("out");
        return run(all);
    }

    @Test
    void files_of_a_list_keep_their_folders_and_are_proven_below_the_one_they_have_in_common()
            throws IOException {
        Path third = drawn("archive/b/deep/y.dcm", 3);
        Path list = folder.resolve("list.csv");
        StringBuilder rows = new StringBuilder("filename,left,top,right,bottom,frame,overlay\n");
        for (Path file : List.of(third, second, first)) {
            rows.append(file).append(",0,0,9,9,-1,-1\n");
        }
        Files.writeString(list, rows);

        assertThat(redacted("redact -q --csv " + list).code()).isZero();

        assertThat(written())
                .extracting(Path::toString)
                .containsExactly("a/x.dcm", "b/deep/x.dcm", "b/deep/y.dcm");
        Command proof =
                run("verify", folder.resolve("archive"), folder.resolve("out"), "--csv", list);
        assertThat(proof.code()).as(proof.out() + proof.err()).isZero();
    }

    @Test
    void folders_that_hold_files_of_one_name_keep_theirs() throws IOException {
        Files.move(second, folder.resolve("archive/b/x.dcm"));
        Files.delete(folder.resolve("archive/b/deep"));

        Command command =
                redacted(
                        "redact -q --rect " + RECT,
                        folder.resolve("archive/a"),
                        folder.resolve("archive/b"));

        assertThat(command.code()).as(command.err()).isZero();
        assertThat(written()).extracting(Path::toString).containsExactly("a/x.dcm", "b/x.dcm");
    }

    @Test
    void other_names_stay_flat_and_a_prefix_that_is_given_holds() throws IOException {
        Path other = drawn("archive/b/y.dcm", 3);
        assertThat(redacted("redact -q --rect " + RECT, first, other).code()).isZero();
        assertThat(written()).extracting(Path::toString).containsExactly("x.dcm", "y.dcm");

        Command prefix =
                redacted("redact -q --rect " + RECT + " --relative-path " + folder, first, second);

        assertThat(prefix.code()).as(prefix.err()).isZero();
        assertThat(written())
                .extracting(Path::toString)
                .containsExactly("archive/a/x.dcm", "archive/b/deep/x.dcm", "x.dcm", "y.dcm");
    }

    @Test
    void pictures_of_files_of_one_name_keep_their_folders() throws IOException {
        Command command =
                run("frames", first, second, "-x", folder.resolve("out"), "-f", "png", "-q");

        assertThat(command.code()).as(command.err()).isZero();
        assertThat(written()).allMatch(p -> p.startsWith("a") || p.startsWith("b/deep"));
    }

    @Test
    void a_list_that_is_there_is_replaced_only_by_overwrite() throws IOException {
        Path there = Files.writeString(folder.resolve("there.txt"), "mine");
        Path table = Files.writeString(folder.resolve("t.csv"), "A,B\n1,2\n");
        Path database = folder.resolve("db");
        assertThat(run("ocr", first, "--db", database, "-q").code()).isZero();
        for (List<Object> words :
                List.<List<Object>>of(
                        List.of("tags", first, "-q"),
                        List.of("frames", first, "-i", "-q"),
                        List.of("csv", "summary", table),
                        List.of("csv", "filter", table),
                        List.of("csv", "group", table, "--by", "A", "--head", 1),
                        List.of("csv", "sample", table, "--by", "A"),
                        List.of("db", "rects", database),
                        List.of("db", "dump", database),
                        List.of("db", "export", database),
                        List.of("allowlist", "build"),
                        List.of("completion"))) {
            Object[] all = java.util.Arrays.copyOf(words.toArray(), words.size() + 2);
            all[words.size()] = "-o";
            all[words.size() + 1] = there;
            Command refused = run(all);
            assertThat(refused.code()).as(words.toString()).isEqualTo(2);
            assertThat(refused.err()).contains(there + ": exists (--overwrite replaces it)");
            assertThat(there).hasContent("mine");
            Object[] more = java.util.Arrays.copyOf(all, all.length + 1);
            more[all.length] = "--overwrite";
            assertThat(run(more).code()).as(words.toString()).isZero();
            assertThat(Files.readString(there)).isNotEqualTo("mine");
            Files.writeString(there, "mine");
        }
    }
}
