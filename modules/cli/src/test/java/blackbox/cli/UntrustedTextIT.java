package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.StoredRegion;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Names, values and texts that would steer a terminal, or be executed by a spreadsheet. */
@EnabledOnOs(OS.LINUX)
class UntrustedTextIT {

    private static final String HOSTILE =
            "a\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u2028\u2066\u007fb";

    /** What a terminal may get: nothing of the kinds control, format, and separators of lines. */
    private static final Predicate<String> HARMLESS =
            Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]*").asMatchPredicate();

    private static final List<String> TEXTS =
            List.of(
                    "=1+1",
                    "'=1+1",
                    "''=1+1",
                    "+A1",
                    "-A1",
                    "@A1",
                    " =1+1",
                    "\uFF1D1",
                    "'",
                    "'A",
                    "-5",
                    "+3",
                    "'-5",
                    "A=1",
                    "=HYPERLINK(\"x\",\"y\")");

    @TempDir Path folder;
    private Path scan;
    private Path db;

    @BeforeEach
    void draw() throws IOException {
        scan =
                SampleFile.of(20, 30)
                        .with(
                                b ->
                                        b.text(0x00080005, "CS", "ISO_IR 192")
                                                .text(0x00080070, "LO", "=1+1")
                                                .text(0x00100010, "PN", HOSTILE))
                        .write(folder.resolve("x" + HOSTILE + "\nForged: y.dcm"), Syntax.EXPLICIT);
        db = folder.resolve("db");
        List<StoredRegion> rows = new ArrayList<>();
        int at = 0;
        for (String text : TEXTS) {
            rows.add(row(at++, text));
        }
        rows.add(row(at, HOSTILE));
        try (RegionStore store = RegionStore.open(db, RegionStore.Mode.WRITE)) {
            store.add(Map.of("=name.dcm", rows), Map.of());
        }
    }

    private static StoredRegion row(int at, String text) {
        InclusiveBox box = new InclusiveBox(at, 0, at + 1, 1, 0, -1);
        return new StoredRegion(box, 1, text, 50, 1, "2026-11-23 12:11:34", "somebody");
    }

    private Command shown(Object... words) throws Exception {
        Command command =
                Command.start(
                        List.of(),
                        List.of(
                                "-Dpixelanon.output.terminal=true",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"),
                        Map.of(
                                "PIXELANON_CACHE",
                                folder.resolve("c").toString(),
                                "LC_ALL",
                                "C.UTF-8"),
                        folder,
                        words);
        assertHarmless(command.out(), words);
        assertHarmless(command.err(), words);
        return command;
    }

    private static void assertHarmless(String said, Object... words) {
        assertThat(said.replace("\r\n", "\n").replace("\n", "").replace("\t", ""))
                .as(List.of(words).toString())
                .matches(HARMLESS, "harmless");
    }

    @Test
    void nothing_that_steers_a_terminal_reaches_it() throws Exception {
        assertThat(shown("tags", scan).out()).contains("a\\x1b[2J").contains("Patient's Name");
        assertThat(shown("tags", scan, "--format", "csv").out())
                .contains("\\x1b[2J")
                .contains("\\u202e");
        assertThat(shown("tags", scan, "--format", "json").out())
                .contains("\\u001B[2J")
                .contains("\\u202e");
        assertThat(shown("db", "text", db).out()).contains("\\x1b[2J");
        assertThat(shown("db", "export", db).out()).contains("\\x1b[2J").contains("\\u2028");
        Path csv = folder.resolve("list.csv");
        assertThat(run("db", "export", db, "-o", csv).code()).isZero();
        assertThat(shown("csv", "filter", csv).out()).contains("\\x1b[2J");
        assertThat(shown("csv", "summary", csv, "--top", 50).out()).contains("\u241B[2J");
    }

    @Test
    void messages_are_lines_whatever_names_and_values_they_tell() throws Exception {
        Path text = Files.writeString(folder.resolve(HOSTILE + "\nForged.dcm"), "no image");
        Path list =
                Files.writeString(
                        folder.resolve("rows.csv"),
                        "filename,left,top,right,bottom\n\"" + HOSTILE + "\",0,0,1,1\n");
        Path names = Files.writeString(folder.resolve("n.csv"), "filename\n\"" + HOSTILE + "\"\n");
        Path rules =
                Files.writeString(
                        folder.resolve("deid.dicom." + HOSTILE),
                        "FORMAT dicom\n%filter "
                                + HOSTILE
                                + "\nLABEL "
                                + HOSTILE
                                + "\n  "
                                + HOSTILE);
        Path allow = Files.writeString(folder.resolve(HOSTILE + ".txt"), HOSTILE + "(\n(\n");
        Path out = folder.resolve("out");
        for (List<Object> words :
                List.<List<Object>>of(
                        List.of("redact", text, "--rect", "0,0,1,1", "-o", out),
                        List.of("redact", scan, "--csv", list, "-o", out),
                        List.of("redact", names, "--rect", "0,0,1,1", "-o", out),
                        List.of("redact", scan, "--rect", HOSTILE, "-o", out),
                        List.of("ocr", text, "--pii", HOSTILE),
                        List.of("verify", scan, text, "--csv", list),
                        List.of("rules", "check", rules),
                        List.of("redact", scan, "--rules", rules, "-o", out),
                        List.of("allowlist", "check", allow),
                        List.of("csv", "filter", list, "--where", HOSTILE + "=1"),
                        List.of("csv", "summary", folder.resolve(HOSTILE)),
                        List.of("db", "check", folder.resolve(HOSTILE)),
                        List.of("tags", text),
                        List.of("tags", scan, "--profile", HOSTILE),
                        List.of(HOSTILE),
                        List.of("tags", scan, "--" + HOSTILE))) {
            Command command = run(words.toArray());
            assertThat(command.code()).as(words + command.err()).isNotZero();
            assertThat(command.err() + command.out()).as(words.toString()).isNotEmpty();
            assertHarmless(command.err(), words);
            assertHarmless(command.out(), words);
            assertThat((command.err() + command.out()).lines())
                    .as(words.toString())
                    .noneMatch(l -> l.startsWith("Forged"));
        }
    }

    @Test
    void a_file_gets_the_values_as_they_are() throws IOException {
        Path csv = folder.resolve("tags.csv");
        assertThat(run("tags", scan, "--format", "csv", "-o", csv, "-q").code()).isZero();
        assertThat(Files.readString(csv)).contains(HOSTILE);
    }

    private List<String> texts(Path of) throws IOException {
        Path json = folder.resolve(of.getFileName() + ".json");
        assertThat(run("db", "dump", of, "-o", json).code()).isZero();
        return Pattern.compile("\"ocrtext\": ?\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(Files.readString(json))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void text_that_a_spreadsheet_would_execute_is_guarded_and_comes_back_as_it_was()
            throws IOException {
        Path csv = folder.resolve("export.csv");
        assertThat(run("db", "export", db, "-o", csv).code()).isZero();
        String written = Files.readString(csv);
        assertThat(written.lines())
                .noneMatch(l -> l.matches(".*,\"?[ ]*[=@\uFF1D].*"))
                .anyMatch(l -> l.contains(",'=1+1,"))
                .anyMatch(l -> l.contains(",'''=1+1,"))
                .anyMatch(l -> l.contains(",-5,"))
                .anyMatch(l -> l.startsWith("=name.dcm,"));
        Path again = folder.resolve("again");
        assertThat(run("db", "import", again, csv).code()).isZero();
        assertThat(texts(again)).containsExactlyInAnyOrderElementsOf(texts(db));

        Path filtered = folder.resolve("filtered.csv");
        assertThat(run("csv", "filter", csv, "--where", "ocr_text='=1+1", "-o", filtered).code())
                .isZero();
        assertThat(Files.readAllLines(filtered)).hasSize(2);
        assertThat(Files.readAllLines(filtered).get(1)).contains(",''=1+1,");
        Path raw = folder.resolve("raw.csv");
        assertThat(run("db", "export", db, "--raw-csv", "-o", raw).code()).isZero();
        assertThat(Files.readString(raw)).contains(",=1+1,").contains(",'=1+1,");
        Path all = folder.resolve("all.csv");
        assertThat(run("csv", "filter", csv, "--raw-csv", "-o", all).code()).isZero();
        assertThat(Files.readAllLines(all)).isEqualTo(Files.readAllLines(raw));
    }

    @Test
    void values_of_tags_are_guarded_as_well() throws IOException {
        for (List<String> form : List.of(List.of("--format=csv"), List.of("--profile", "bia"))) {
            Path csv = folder.resolve(form.size() + ".csv");
            List<Object> words = new ArrayList<>(List.of("tags", scan, "-q", "-o", csv));
            words.addAll(form);
            assertThat(run(words.toArray()).code()).isZero();
            assertThat(Files.readString(csv)).contains(",'=1+1").doesNotContain(",=1+1");
            Path raw = folder.resolve(form.size() + "raw.csv");
            words.set(4, raw);
            words.add("--raw-csv");
            assertThat(run(words.toArray()).code()).isZero();
            assertThat(Files.readString(raw)).contains(",=1+1");
        }
    }
}
