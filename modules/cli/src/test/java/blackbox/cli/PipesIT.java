package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.store.FileMark;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Lists of files that one command hands to the next. */
class PipesIT {

    @TempDir Path folder;
    private Path a;
    private Path b;

    @BeforeEach
    void draw() throws IOException {
        a = SampleFile.of(9, 9).write(folder.resolve("a, 1.dcm"), Syntax.EXPLICIT);
        b = SampleFile.of(9, 9).write(folder.resolve("b.dcm"), Syntax.EXPLICIT);
    }

    private Command piped(String input, Object... words) {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(words);
        } finally {
            System.setIn(in);
        }
    }

    private Command tags(String input) throws IOException {
        return piped(
                input,
                "tags",
                "-",
                "-q",
                "-o",
                Files.createTempDirectory(folder, "o").resolve("t"));
    }

    @Test
    void a_header_line_is_recognised_on_standard_input_as_in_a_file() throws IOException {
        for (String list :
                List.of(
                        "filename\n\"" + a + "\"\n" + b + "\n",
                        "\uFEFFModality,DicomFilePath\r\nCT,\"" + a + "\"\r\nMR," + b + "\r\n",
                        a + "\n\n" + b)) {
            Command tags = tags(list);
            assertThat(tags.code()).as(list + tags.err()).isZero();
            assertThat(tags.err()).contains("2 files read");
        }
        assertThat(tags("Modality,filename\nCT\n").complaints())
                .singleElement()
                .asString()
                .contains("standard input: line 2: 1 fields instead of 2");
        assertThat(tags("filename\n\"" + b + "\n").complaints())
                .singleElement()
                .asString()
                .contains("a quote is not closed");
    }

    @Test
    void names_of_a_database_are_printed_bare_and_lists_without_header() throws Exception {
        Path db = folder.resolve("db");
        FileMark mark = new FileMark(true, "", "CR", "[]", "M", "NoBIA", 9, 9, "2026-01-01", "me");
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.add(Map.of(), Map.of(a.toString(), mark, b.toString(), mark));
        }
        Path names = folder.resolve("names.txt");
        assertThat(run("db", "tagged", db, "--paths", "-o", names).code()).isZero();
        assertThat(Files.readAllLines(names)).containsExactlyInAnyOrder(a.toString(), b.toString());
        Path bare = folder.resolve("bare.csv");
        assertThat(run("db", "tagged", db, "--no-header", "-o", bare).code()).isZero();
        assertThat(Files.readAllLines(bare)).hasSize(2).noneMatch("filename"::equals);
        assertThat(run("tags", names, "-q", "-o", folder.resolve("t")).err())
                .contains("2 files read");
    }

    @Test
    void a_text_file_of_names_is_a_list_for_every_command_and_an_image_never_is()
            throws IOException {
        String two = a + "\n" + b + "\n";
        Path list = Files.writeString(folder.resolve("sample.txt"), two);
        for (List<Object> words :
                List.<List<Object>>of(
                        List.of("ocr", list, "-q", "--write-csv", folder.resolve("ocr.csv")),
                        List.of(
                                "redact",
                                list,
                                "-q",
                                "--rect",
                                "0,0,1,1",
                                "-o",
                                folder.resolve("r")),
                        List.of("anonymise", list, "-q", "-o", folder.resolve("n")),
                        List.of("blank", list, "-q", "-o", folder.resolve("k"), "--salt", "s"),
                        List.of(
                                "frames",
                                list,
                                "-q",
                                "--identify",
                                "-o",
                                folder.resolve("f.csv")))) {
            Command command = run(words.toArray());
            assertThat(command.code()).as(words + command.err()).isZero();
        }
        assertThat(Files.readAllLines(folder.resolve("f.csv"))).hasSize(3);
        Path missing = Files.writeString(folder.resolve("m.txt"), two + "none.dcm\n");
        assertThat(run("redact", missing, "--rect", "0,0,1,1", "-o", folder.resolve("x")).err())
                .contains("m.txt: line 3: no such file");
        assertThat(folder.resolve("x")).doesNotExist();
        for (Path image :
                List.of(
                        Files.writeString(folder.resolve("list.dcm"), two),
                        Files.writeString(folder.resolve("prose.txt"), "a report\n" + two),
                        Files.writeString(folder.resolve("zero.txt"), two + "\0"),
                        Files.writeString(
                                folder.resolve("dicm.txt"), " ".repeat(128) + "DICM" + two))) {
            Command command =
                    run("tags", image, "-q", "-o", folder.resolve(image.getFileName() + ".out"));
            assertThat(command.code()).as(image + command.err()).isEqualTo(1);
            assertThat(command.err()).contains("Failed: " + image).contains("0 files read");
        }
    }
}
