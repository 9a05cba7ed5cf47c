package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;

/** Lists without end, and folders that cannot be used: a plain line, in little memory. */
class EndlessListsIT {

    private static final int COLUMNS = 3_000_000;
    private static final String HEADER = "filename,left,top,right,bottom,frame,overlay";

    @TempDir static Path lists;

    @TempDir Path folder;

    private static Path image;

    @BeforeAll
    static void write() throws IOException {
        image = lists.resolve("us.dcm");
        Files.write(image, SampleSet.of(5).kinds(List.of(SampleKind.US_REGIONS)).draw(0).toBytes());
        repeated("columns.csv", "", COLUMNS);
        repeated("more-columns.csv", HEADER, COLUMNS);
        repeated("fields.csv", HEADER + "\n" + image, COLUMNS);
        repeated("line.csv", "x", -COLUMNS * 4);
        repeated("field.csv", HEADER + "\n\"x", -COLUMNS * 4);
        repeated("quote.csv", HEADER + "\n\"x\n\n", -COLUMNS * 4);
    }

    /** So many further columns, or so many further letters if it is negative. */
    private static void repeated(String name, String head, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(lists.resolve(name))) {
            out.write(head);
            for (int i = 0; i < Math.abs(count); i++) {
                out.write(count < 0 ? "y" : ",c" + i);
            }
        }
    }

    private static List<Path> all() throws IOException {
        return Command.files(lists).stream().filter(f -> f.toString().endsWith(".csv")).toList();
    }

    private static void plain(Command command, String what) {
        assertThat(command.code()).as(what + "\n" + command.err()).isIn(1, 2);
        assertThat(command.err().lines().toList()).as(what).hasSizeBetween(1, 2);
        // what stands in for networks where they cannot run is said first
        assertThat(command.err().replaceFirst("^Note: text was searched with [^\n]*\n", ""))
                .as(what)
                .startsWith("pixelanon: ")
                .doesNotContain("Exception", "Error:", "java.", "picocli", "\tat ");
    }

    @Test
    void every_command_that_reads_a_list_refuses_one_of_millions_of_columns() throws IOException {
        Path list = lists.resolve("columns.csv");
        Path more = lists.resolve("more-columns.csv");
        Path out = folder.resolve("out");
        List<List<Object>> commands =
                List.of(
                        List.of("ocr", list),
                        List.of("anonymise", list, "-o", out),
                        List.of("redact", list, "--rect", "0,0,1,1", "-o", out),
                        List.of("redact", "--csv", more, "-o", out),
                        List.of("redact", image, "--csv", more, "-o", out),
                        List.of("verify", image, image, "--csv", more),
                        List.of("tags", list),
                        List.of("frames", list, "-i"),
                        List.of("blank", list, "-o", out),
                        List.of("db", "import", out, more),
                        List.of("csv", "summary", list),
                        List.of("csv", "overlays", list),
                        List.of("csv", "group", list, "--by", "c1", "--head", 1),
                        List.of("csv", "sample", list, "--by", "c1"),
                        List.of("csv", "filter", list),
                        List.of("csv", "ocr-summary", list));
        for (List<Object> words : commands) {
            plain(run(words.toArray()), words.toString());
        }
        assertThat(Command.files(folder)).isEmpty();
    }

    @Test
    void a_list_without_end_takes_little_memory() throws Exception {
        Map<String, String> environment =
                Map.of("PIXELANON_CACHE", folder.resolve("cache").toString());
        for (Path list : all()) {
            for (List<Object> words :
                    List.<List<Object>>of(
                            List.of("ocr", list),
                            List.of("redact", image, "--csv", list, "--dry-run"),
                            List.of("csv", "filter", list, "-o", folder.resolve("o.csv")))) {
                Command command =
                        Command.start(
                                List.of(),
                                List.of("-Xmx256m"),
                                environment,
                                folder,
                                words.toArray());
                plain(command, words.toString());
            }
        }
    }

    @Test
    void a_folder_for_temporary_files_that_is_not_there_or_no_folder_changes_nothing()
            throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        int run = 0;
        for (Path temporary : List.of(folder.resolve("none"), file, Path.of("/proc"))) {
            Map<String, String> environment =
                    Map.of("PIXELANON_CACHE", folder.resolve("cache" + run).toString());
            List<String> jvm = List.of("-Djava.io.tmpdir=" + temporary);
            Path db = folder.resolve("db" + run);
            Path out = folder.resolve("out" + run++);
            for (List<Object> words :
                    List.<List<Object>>of(
                            List.of("ocr", image, "-q", "--db", db),
                            List.of("redact", image, "-q", "--db", db, "-o", out),
                            List.of("db", "rects", db))) {
                Command command =
                        Command.start(List.of(), jvm, environment, folder, words.toArray());
                assertThat(command.code()).as(words + command.err()).isZero();
                assertThat(command.err()).doesNotContain("SEVERE", "Exception", "\tat ");
            }
        }
    }

    @Test
    void without_any_folder_for_native_libraries_one_line_says_what_is_needed() throws Exception {
        Map<String, String> environment = Map.of("PIXELANON_CACHE", "/proc/none");
        List<String> jvm = List.of("-Djava.io.tmpdir=" + folder.resolve("none"));
        Path out = folder.resolve("out");
        List<List<Object>> commands = new ArrayList<>();
        commands.add(List.of("ocr", image, "-q", "--write-csv", folder.resolve("o.csv")));
        commands.add(List.of("anonymise", image, "-q", "-o", out));
        commands.add(List.of("ocr", image, "-q", "--db", out));
        commands.add(List.of("demo"));
        for (List<Object> words : commands) {
            Command command = Command.start(List.of(), jvm, environment, folder, words.toArray());
            plain(command, words.toString());
        }
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }
}
