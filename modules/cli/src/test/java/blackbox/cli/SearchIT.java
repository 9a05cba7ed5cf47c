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
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A search reports what it found, never that a file is clean. */
class SearchIT {

    private static final int ROWS = 60;
    private static final int COLUMNS = 240;
    private static final int TOP = 20;
    private static final int LEFT = 30;
    private static final int JUDGE = 12;
    private static final int SENSITIVE = 13;

    @TempDir Path folder;
    private Path scans;
    private Path name;
    private Path csv;
    private Path report;

    @BeforeEach
    void draw() throws IOException {
        scans = Files.createDirectory(folder.resolve("scans"));
        name = letters().write(scans.resolve("name.dcm"), Syntax.EXPLICIT);
        SampleFile.of(ROWS, COLUMNS).write(scans.resolve("plain.dcm"), Syntax.EXPLICIT);
        csv = folder.resolve("text.csv");
        report = folder.resolve("report.json");
    }

    private static SampleFile letters() {
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> Letters.isStroke(r - TOP, c - LEFT) ? 230 : 30);
    }

    private Command ocr(Object... more) {
        Object[] words = new Object[more.length + 4];
        System.arraycopy(new Object[] {"ocr", scans, "--csv", csv}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return run(words);
    }

    private String total(String key) throws IOException {
        String totals = Files.readString(report);
        totals = totals.substring(totals.indexOf("\"totals\""));
        return totals.replaceAll("(?s).*\"" + key + "\" : ([0-9]+).*", "$1");
    }

    @Test
    void a_search_says_what_it_found_and_not_that_a_file_is_clean() throws IOException {
        Command ocr = ocr("--report", report);
        assertThat(ocr.code()).as(ocr.err()).isZero();
        assertThat(ocr.err())
                .contains("2 searched: 1 with sensitive text, 1 without; 0 already known\n")
                .contains("] with sensitive text: " + name)
                .contains("] without sensitive text: " + scans.resolve("plain.dcm"))
                .doesNotContain("Clean");
        assertThat(Files.readString(report))
                .contains("\"outcome\" : \"WithSensitiveText\"")
                .contains("\"outcome\" : \"WithoutSensitiveText\"")
                .doesNotContain("Clean");
        assertThat(total("WithSensitiveText")).isEqualTo("1");
        assertThat(total("WithoutSensitiveText")).isEqualTo("1");
        assertThat(total("AlreadyKnown")).isEqualTo("0");
        assertThat(Integer.parseInt(total("regions"))).isPositive();
    }

    @Test
    void a_file_that_the_database_knows_is_said_to_be_known() throws IOException {
        Path db = folder.resolve("db");
        assertThat(ocr("--db", db).err()).contains("2 searched: ").contains("; 0 already known");
        Command again = ocr("--db", db, "--report", report);
        assertThat(again.code()).isZero();
        assertThat(again.err())
                .contains("0 searched: 0 with sensitive text, 0 without; 2 already known\n")
                .contains("] already known: " + name);
        assertThat(total("AlreadyKnown")).isEqualTo("2");
        assertThat(Files.readString(report)).contains("--review repeats the search");
        assertThat(ocr("--db", db, "--review").err())
                .contains("2 searched: 1 with sensitive text, 1 without; 0 already known\n");
    }

    @Test
    void a_file_that_could_not_be_searched_is_counted_as_failed_and_not_as_searched()
            throws IOException {
        Files.writeString(scans.resolve("torn.dcm"), "torn");
        Command ocr = ocr("--report", report);
        assertThat(ocr.code()).isEqualTo(1);
        assertThat(ocr.err())
                .contains(
                        "2 searched: 1 with sensitive text, 1 without; 0 already known; 1 Failed");
        assertThat(total("Failed")).isEqualTo("1");
    }

    @Test
    void text_that_nothing_was_asked_to_judge_is_written_as_not_judged_and_blanked_all_the_same()
            throws IOException {
        Path db = folder.resolve("db");
        Command ocr = ocr("--pii", "none", "--rects", "--db", db, "--report", report);
        assertThat(ocr.code()).isZero();
        assertThat(ocr.err())
                .contains(
                        "2 searched: 0 with sensitive text, 1 with text that was not judged, 1 without; 0 already known\n");
        assertThat(total("NotJudged")).isEqualTo("1");
        List<String[]> rows =
                Files.readAllLines(csv).stream().skip(1).map(l -> l.split(",", -1)).toList();
        assertThat(rows).hasSizeGreaterThan(2);
        assertThat(rows).allMatch(r -> r[JUDGE].isEmpty() && r[SENSITIVE].equals("-1"));
        Path list = folder.resolve("rects.csv");
        assertThat(run("db", "rects", db, "--columns", "nerengine,nerpii", "-o", list).code())
                .isZero();
        assertThat(Files.readAllLines(list))
                .hasSizeGreaterThan(3)
                .containsOnly("nerengine,nerpii", "-1,-1");

        Path out = folder.resolve("out");
        assertThat(run("redact", name, "--db", db, "-o", out.resolve("db"), "-q").code()).isZero();
        assertThat(run("redact", name, "--csv", csv, "-o", out.resolve("csv"), "-q").code())
                .isEqualTo(1); // the other file of the list is no input
        assertThat(run("redact", scans, "--csv", csv, "-o", out.resolve("csv"), "-q").code())
                .isZero();
        assertThat(run("anonymise", name, "--pii", "none", "-o", out.resolve("all"), "-q").code())
                .isZero();
        for (String made : List.of("db", "csv", "all")) {
            try (DicomFile copy = DicomFile.open(out.resolve(made).resolve("name.dcm"))) {
                for (int x = 0; x < COLUMNS; x++) {
                    for (int y = 0; y < ROWS; y++) {
                        if (Letters.isStroke(y - TOP, x - LEFT)) {
                            assertThat(Command.sample(copy, 0, x, y)).as(made).isZero();
                        }
                    }
                }
            }
        }
    }

    @Test
    void what_a_person_is_to_withhold_is_withheld_although_nothing_judged_it() {
        Command held =
                run(
                        "anonymise",
                        name,
                        "--pii",
                        "none",
                        "--on-doubt",
                        "withhold",
                        "-q",
                        "-o",
                        folder.resolve("out"));
        assertThat(held.code()).isEqualTo(3);
    }

    @Test
    void a_plane_without_text_has_a_summary_that_says_neither_harmless_nor_sensitive()
            throws IOException {
        ocr("-q");
        assertThat(Files.readAllLines(csv))
                .filteredOn(l -> l.startsWith(scans.resolve("plain.dcm").toString()))
                .singleElement()
                .asString()
                .contains(",\"[\"\"NoImageType\"\"]\",")
                .endsWith(",ppocr4,-1,-1,-1,-1,,allowlist,-1");
    }
}
