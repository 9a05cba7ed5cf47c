package blackbox.cli;

import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static blackbox.cli.WorkFolder.grey;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.Syntax;

/**
 * Defects of the Python tool that must not come back, as a user would meet them on the command
 * line: how inputs, lists, options and rules are taken. Each test is named by the sentence that
 * tells of the defect; docs/defects.md lists all.
 */
class CommandDefectsIT {

    private static final String ULTRASOUND_REGIONS = "ultrasoundregions";

    /** Rows of an OCR CSV that speak of an overlay plane. */
    private static final String ON_OVERLAY = ".*\\.dcm,\\d+,\\d+,.*";

    @TempDir Path folder;

    private WorkFolder work;

    @BeforeEach
    void begin() {
        work = new WorkFolder(folder);
    }

    @Test
    void defect_08_options_silently_ignored_without_a_database() throws Exception {
        Path us = work.drawn(SampleKind.US_REGIONS);
        Path mr = work.drawn(SampleKind.MR_OVERLAY);
        Path everything = Files.writeString(work.in("allow.txt"), "(?s).*\n");
        List<String> plain = ocr(us, mr);
        assertThat(ocr(us, mr, "--no-csv-header")).isEqualTo(plain.subList(1, plain.size()));
        List<String> rects = ocr(us, mr, "--rects");
        assertThat(rects).containsAll(plain).hasSizeGreaterThan(plain.size());
        assertThat(plain).noneMatch(l -> l.contains(ULTRASOUND_REGIONS));
        assertThat(ocr(us, mr, "--us-regions")).anyMatch(l -> l.contains(ULTRASOUND_REGIONS));
        assertThat(ocr(us, "--rects", "--except-us-regions"))
                .hasSizeLessThan(ocr(us, "--rects").size());
        assertThat(plain).anyMatch(l -> l.matches(ON_OVERLAY));
        assertThat(ocr(us, mr, "--no-overlays"))
                .isEqualTo(plain.stream().filter(l -> !l.matches(ON_OVERLAY)).toList());
        assertThat(ocr(us, mr, "--review")).isEqualTo(plain);
        String hidden = ",1";
        List<Object> drawn = new ArrayList<>();
        for (SampleKind kind : SampleKind.values()) {
            drawn.add(work.drawn(kind));
        }
        drawn.add("--rects");
        long without = ocr(drawn.toArray()).stream().filter(l -> l.endsWith(hidden)).count();
        drawn.addAll(List.of("--allowlist", everything));
        assertThat(ocr(drawn.toArray()))
                .filteredOn(l -> l.endsWith(hidden))
                .hasSizeLessThan((int) without);
        assertThat(ocr(us, "--rects", "--pii", "none"))
                .filteredOn(l -> !l.startsWith("filename,") && !l.contains(",-1,-1,-1,-1,"))
                .isNotEmpty()
                .allMatch(l -> l.endsWith(",,-1"));
    }

    private List<String> ocr(Object... arguments) throws IOException {
        Path csv = work.in("ocr.csv");
        List<Object> all = new ArrayList<>(List.of("ocr", "-q", "--jobs", 1, "--csv", csv));
        all.addAll(List.of(arguments));
        assertThat(run(all.toArray()).code()).isZero();
        return Files.readAllLines(csv);
    }

    @Test
    void defect_13_two_files_with_read_csv_only_the_last_redacted() throws Exception {
        Path a = grey(9).write(work.in("a.dcm"), Syntax.EXPLICIT);
        Path b = grey(9).write(work.in("b.dcm"), Syntax.EXPLICIT);
        Path csv =
                Files.writeString(
                        work.in("rects.csv"),
                        "filename,left,top,right,bottom,frame,overlay\n"
                                + (a + ",0,0,4,4,-1,-1\n")
                                + (a + ",10,10,12,12,0,-1\n")
                                + (b + ",5,5,6,6,-1,-1\n"));
        assertThat(work.redact(a, b, "--csv", csv)).isZero();
        try (DicomFile copy = DicomFile.open(work.out("a.dcm"))) {
            assertThat(sample(copy, 0, 4, 4)).isZero();
            assertThat(sample(copy, 0, 12, 12)).isZero();
            assertThat(sample(copy, 0, 5, 5)).isEqualTo(9);
        }
        try (DicomFile copy = DicomFile.open(work.out("b.dcm"))) {
            assertThat(sample(copy, 0, 6, 6)).isZero();
            assertThat(sample(copy, 0, 4, 4)).isEqualTo(9);
        }
    }

    @Test
    void defect_14_allow_list_never_applied_in_redaction() throws Exception {
        Path a = grey(9).write(work.in("a.dcm"), Syntax.EXPLICIT);
        Path allow = Files.writeString(work.in("allow.txt"), "(?i)some harmless words\n");
        Path csv =
                Files.writeString(
                        work.in("ocr.csv"),
                        "filename,left,top,right,bottom,frame,overlay,ocr_text,is_sensitive\n"
                                + (a + ",0,0,4,4,0,-1,Some harmless words,1\n")
                                + (a + ",10,10,14,14,0,-1,Other words,1\n"));
        assertThat(work.redact(a, "--csv", csv, "--allowlist", allow)).isZero();
        try (DicomFile copy = DicomFile.open(work.out("a.dcm"))) {
            assertThat(sample(copy, 0, 2, 2)).isEqualTo(9);
            assertThat(sample(copy, 0, 12, 12)).isZero();
        }
    }

    @Test
    void defect_20_tesseract_path_hard_coded() throws Exception {
        Path us = work.drawn(SampleKind.US_REGIONS);
        Command ocr =
                Command.start(
                        List.of(),
                        List.of(),
                        Map.of("PIXELANON_CACHE", work.in("cache").toString()),
                        folder,
                        "ocr",
                        us,
                        "--rects",
                        "--effort",
                        "fast",
                        "--csv",
                        work.in("a.csv"),
                        "-q");
        assertThat(ocr.err())
                .contains("1 searched: 1 with sensitive text, 0 without; 0 already known");
        assertThat(ocr.code()).isZero();
        assertThat(Files.readString(work.in("a.csv"))).contains(",tesseract,");
    }

    @Test
    void defect_21_seconds_and_300_mb_before_doing_anything() throws Exception {
        Path a = grey(9).write(work.in("a.dcm"), Syntax.EXPLICIT);
        Path loaded = work.in("loaded.txt");
        Command redact =
                Command.start(
                        List.of(),
                        List.of("-Xmx20m", "-Xlog:class+load:file=" + loaded),
                        Map.of("PIXELANON_CACHE", work.in("cache").toString()),
                        folder,
                        "redact",
                        a,
                        "-o",
                        folder.resolve("out"),
                        "--rect",
                        "0,0,3,3");
        assertThat(redact.err()).contains("1 file: 0 Clean, 1 Redacted");
        assertThat(redact.code()).isZero();
        // slow and large parts are loaded only when used
        assertThat(Files.readString(loaded))
                .contains("org.pixelanon.dicom.redact.Redactor ")
                .doesNotContain("net.sourceforge.tess4j")
                .doesNotContain("com.sun.jna")
                .doesNotContain("org.sqlite")
                .doesNotContain("net.datafaker");
        assertThat(work.in("cache")).doesNotExist();
    }

    @Test
    void defect_22_db_default_writes_nothing() throws Exception {
        Path us = work.drawn(SampleKind.US_REGIONS);
        Path data = Files.createDirectories(work.in("smi/data/dicompixelanon"));
        Map<String, String> environment =
                Map.of(
                        "SMI_ROOT",
                        work.in("smi").toString(),
                        "PIXELANON_CACHE",
                        work.in("cache").toString());
        Command ocr =
                Command.start(
                        List.of(), List.of(), environment, folder, "ocr", us, "--db", "default");
        assertThat(ocr.code()).as(ocr.err()).isZero();
        assertThat(data.resolve("dcmaudit.sqlite.db")).isNotEmptyFile();
        assertThat(work.redact(us, "--db", data)).isZero();
        assertThat(work.out("us-regions.dcm")).isRegularFile();
        assertThat(Files.mismatch(us, work.out("us-regions.dcm"))).isNotNegative();
        Command unset =
                Command.start(List.of(), List.of(), Map.of(), folder, "ocr", us, "--db", "default");
        assertThat(unset.code()).isEqualTo(1);
        assertThat(unset.complaints())
                .containsExactly(
                        "pixelanon: --db default: the environment variable SMI_ROOT is not set");
    }

    @Test
    void defect_23_missing_file_exit_0() throws Exception {
        Path a = grey(9).write(work.in("a.dcm"), Syntax.EXPLICIT);
        Path none = work.in("none.dcm");
        for (List<Object> command :
                List.<List<Object>>of(
                        List.of("ocr", none, a, "-q", "--csv", work.in("x.csv")),
                        List.of("redact", none, a, "-q", "--rect", "0,0,1,1", "-o", work.in("1")),
                        List.of("anonymise", none, a, "-q", "-o", work.in("2")),
                        List.of("verify", none, a, "--csv", work.in("x.csv")))) {
            Command missing = run(command.toArray());
            assertThat(missing.code()).as(command.toString()).isEqualTo(1);
            assertThat(missing.complaints()).singleElement().asString().contains(none.toString());
        }
        assertThat(work.in("1/a.dcm")).isRegularFile();
        assertThat(work.in("2/a.dcm")).isRegularFile();
    }

    @Test
    void defect_24_crashes_after_ocr_without_a_database() throws Exception {
        Path us = work.drawn(SampleKind.US_REGIONS);
        Path csv = work.in("ocr.csv");
        Command ocr = run("ocr", us, "--csv", csv, "-q");
        assertThat(ocr.code()).isZero();
        assertThat(ocr.err())
                .contains("1 searched: 1 with sensitive text, 0 without; 0 already known")
                .doesNotContain("error");
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThan(1);
        Command anonymise = run("anonymise", us, "-o", folder.resolve("out"), "-q");
        assertThat(anonymise.code()).as(anonymise.err()).isZero();
        assertThat(work.out("us-regions.dcm")).isRegularFile();
    }

    @Test
    void defect_28_deid_rules_ignored() throws Exception {
        Path file = grey(200).write(work.in("grey.dcm"), Syntax.EXPLICIT);
        Path rules =
                Files.writeString(
                        work.in("deid.dicom.here"),
                        "FORMAT dicom\n%filter graylist\nLABEL here\n  equals Rows 20\n  coordinates 2,3,4,5\n");
        assertThat(work.redact(file, "--rules", rules)).isZero();
        assertBlankThere(work.out("grey.dcm"));
        Path anonymised = folder.resolve("anonymised");
        assertThat(run("anonymise", file, "-o", anonymised, "--rules", rules, "-q").code())
                .isZero();
        assertBlankThere(anonymised.resolve("grey.dcm"));
        Path csv = work.in("ocr.csv");
        assertThat(run("ocr", file, "--rules", rules, "--csv", csv, "-q").code()).isZero();
        assertThat(Files.readAllLines(csv))
                .filteredOn(l -> l.contains(",rules,2,3,4,5,"))
                .hasSize(1);
    }

    private static void assertBlankThere(Path copy) throws IOException {
        try (DicomFile file = DicomFile.open(copy)) {
            for (int y = 0; y < 20; y++) {
                for (int x = 0; x < 30; x++) {
                    boolean there = x >= 2 && x <= 4 && y >= 3 && y <= 5;
                    assertThat(sample(file, 0, x, y)).isEqualTo(there ? 0 : 200);
                }
            }
        }
    }
}
