package blackbox.cli;

import static blackbox.cli.Command.region;
import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code --rules} in ocr, redact and anonymise: which pixels are blanked, and which never. */
class RulesIT {

    private static final Path SMI =
            Path.of(System.getProperty("pixelanon.shared"), "rules", "deid.dicom.smi");
    private static final int GREY = 900;

    @TempDir Path folder;

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private Path rules(String... lines) throws IOException {
        return Files.write(folder.resolve("deid.dicom.test"), List.of(lines));
    }

    private Command redact(Object... options) {
        List<Object> all = new ArrayList<>(List.of("redact", "-q", "-o", folder.resolve("out")));
        all.addAll(List.of(options));
        return run(all.toArray());
    }

    private static SampleFile angiogram(int size, int frames) {
        return SampleFile.of(size, size)
                .frames(frames)
                .bits(16, 12, 11)
                .samples((f, r, c, k) -> GREY)
                .highBitOverlay(0x6000, 12, (f, r, c) -> true)
                .with(
                        b ->
                                b.text(Tag.Modality, "CS", "XA")
                                        .text(Tag.ManufacturerModelName, "LO", "ZiehmNetPort"));
    }

    /** Checks that exactly the pixels of the rectangles are blank, on all frames and overlays. */
    private static void assertBlank(Path file, List<PixelRectangle> rectangles, long pixels)
            throws IOException {
        try (DicomFile copy = DicomFile.open(file)) {
            for (PlaneGeometry g : copy.planes()) {
                byte[] bits =
                        g.plane() instanceof OverlayPlane overlay
                                ? copy.overlay(overlay)
                                : new byte[0];
                Optional<Frame> decoded =
                        g.plane() instanceof FramePlane frame
                                ? Optional.of(copy.frame(frame.index()))
                                : Optional.empty();
                long blank = 0;
                for (int y = 0; y < g.height(); y++) {
                    for (int x = 0; x < g.width(); x++) {
                        int column = x;
                        int row = y;
                        boolean inside = rectangles.stream().anyMatch(r -> r.contains(column, row));
                        boolean set =
                                decoded.isPresent()
                                        ? decoded.get().sample(x, y, 0) == GREY
                                        : bits[y * g.width() + x] != 0;
                        if (set == inside) {
                            assertThat(set).as(g.plane() + " " + x + "," + y).isEqualTo(!inside);
                        }
                        blank += inside ? 1 : 0;
                    }
                }
                assertThat(blank).isEqualTo(pixels);
            }
        }
    }

    @Test
    void the_rules_of_the_seed_blank_exactly_their_pixels_on_files_of_three_sizes()
            throws Exception {
        Assumptions.assumeTrue(Files.exists(SMI), "no rules of other people here");
        Map<Integer, int[][]> known =
                Map.of(
                        1024,
                        new int[][] {{0, 0, 196, 148}, {0, 940, 189, 1006}, {706, 0, 1023, 66}},
                        576,
                        new int[][] {{0, 0, 110, 83}, {0, 529, 106, 566}, {397, 0, 575, 37}},
                        512,
                        new int[][] {{0, 0, 98, 74}, {0, 470, 95, 503}, {353, 0, 511, 33}});
        Map<Integer, Long> pixels = Map.of(1024, 63_389L, 576, 20_192L, 512, 16_095L);
        Path report = folder.resolve("report.json");
        for (Map.Entry<Integer, int[][]> size : known.entrySet()) {
            String name = "xa" + size.getKey() + ".dcm";
            int frames = size.getKey() == 512 ? 2 : 1;
            Path file =
                    angiogram(size.getKey(), frames).write(folder.resolve(name), Syntax.EXPLICIT);
            assertThat(redact(file, "--rules", SMI, "--report", report).code()).isZero();
            List<PixelRectangle> rectangles = new ArrayList<>();
            for (int[] r : size.getValue()) {
                rectangles.add(PixelRectangle.ofInclusive(r[0], r[1], r[2], r[3]));
            }
            assertBlank(out(name), rectangles, pixels.get(size.getKey()));
            boolean clipped = Files.readString(report).contains("is clipped to the image");
            assertThat(clipped).as("512: one rectangle ends at column 512").isEqualTo(frames == 2);
        }
    }

    private Path ultrasound(String name) throws IOException {
        return SampleFile.of(20, 30)
                .frames(3)
                .samples((f, r, c, k) -> GREY % 256)
                .with(b -> b.sequence(Tag.SequenceOfUltrasoundRegions, region(4, 3, 20, 15)))
                .write(folder.resolve(name), Syntax.EXPLICIT);
    }

    private static void assertKept(Path copy) throws IOException {
        try (DicomFile file = DicomFile.open(copy)) {
            for (int f = 0; f < 3; f++) {
                for (int y = 0; y < 20; y++) {
                    for (int x = 0; x < 30; x++) {
                        boolean kept = x >= 4 && x <= 20 && y >= 3 && y <= 15;
                        assertThat(sample(file, f, x, y)).isEqualTo(kept ? GREY % 256 : 0);
                    }
                }
            }
        }
    }

    @Test
    void default_rules_are_those_of_the_shared_folder_else_the_built_in_one() throws Exception {
        Path us = ultrasound("us.dcm");
        List<Object> words =
                List.of("redact", "-q", us, "--rules", "default", "-o", folder.resolve("out"));
        Command builtIn = Command.start(List.of(), List.of(), Map.of(), folder, words.toArray());
        assertThat(builtIn.code()).as(builtIn.err()).isZero();
        assertKept(out("us.dcm"));
        Path shared = Files.createDirectories(folder.resolve("smi/data/deid"));
        Files.writeString(
                shared.resolve("deid.dicom.site"),
                "FORMAT dicom\n%filter a\nLABEL a\npresent SequenceOfUltrasoundRegions\ncoordinates 0,0,0,0\n");
        Files.writeString(shared.resolve("readme.txt"), "no rules");
        List<Object> again = new ArrayList<>(words);
        again.add("--overwrite");
        Command own =
                Command.start(
                        List.of(),
                        List.of(),
                        Map.of("SMI_ROOT", folder.resolve("smi").toString()),
                        folder,
                        again.toArray());
        assertThat(own.code()).as(own.err()).isZero();
        try (DicomFile file = DicomFile.open(out("us.dcm"))) {
            assertThat(sample(file, 2, 0, 0)).isZero();
            assertThat(sample(file, 2, 1, 0)).isEqualTo(GREY % 256);
        }
    }

    @Test
    void a_folder_of_rules_unites_its_files_and_a_file_that_none_matches_is_copied_and_told()
            throws Exception {
        Path many = Files.createDirectories(folder.resolve("many"));
        Files.writeString(
                many.resolve("a"),
                "FORMAT dicom\n%filter a\nLABEL a\npresent SequenceOfUltrasoundRegions\nkeepcoordinates from:SequenceOfUltrasoundRegions\n");
        Files.writeString(many.resolve("b"), "{ Rows.equals(\"7\") } (0,0,1,1)\n");
        Path us = ultrasound("us.dcm");
        Path plain =
                SampleFile.of(9, 9)
                        .samples((f, r, c, k) -> 1)
                        .write(folder.resolve("plain.dcm"), Syntax.EXPLICIT);
        Path report = folder.resolve("report.json");
        assertThat(redact(us, plain, "--rules", many, "--report", report).code()).isZero();
        assertKept(out("us.dcm"));
        assertThat(out("plain.dcm")).hasSameBinaryContentAs(plain);
        assertThat(Files.readString(report)).containsOnlyOnce("no rule matches this file");
    }

    @Test
    void rules_with_a_mistake_stop_the_run_before_any_file_naming_file_and_line() throws Exception {
        Path us = ultrasound("us.dcm");
        Path broken = rules("FORMAT dicom", "%filter a", "LABEL a", "contians Modality US");
        Command stopped = redact(us, "--rules", broken);
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.complaints()).singleElement().asString().contains(broken + ": line 4: ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void sections_that_say_nothing_about_pixels_are_reported_as_not_evaluated() throws Exception {
        Path us = ultrasound("us.dcm");
        Path rules = rules("FORMAT dicom", "%filter a", "LABEL a", "%header", "ADD X Y");
        Command done = redact(us, "--rules", rules);
        assertThat(done.code()).isZero();
        assertThat(done.err()).contains("Note: " + rules + ": section %header is ignored");
        assertThat(out("us.dcm")).hasSameBinaryContentAs(us);
    }

    @Test
    void a_rule_that_denies_withholds_the_file_with_its_reason_if_extensions_are_heeded()
            throws Exception {
        Path us = ultrasound("us.dcm");
        Path deny =
                rules("FORMAT dicom", "%filter a", "#@ deny", "#@ reason letters", "LABEL mine");
        Command withheld = redact(us, "--rules", deny, "--rule-extensions");
        assertThat(withheld.code()).isEqualTo(3);
        assertThat(withheld.complaints())
                .singleElement()
                .asString()
                .contains("rule 'mine' withholds the file: letters");
        assertThat(out("us.dcm")).doesNotExist();
        assertThat(redact(us, "--rules", deny).code()).isZero();
    }

    @Test
    void the_rule_lab_counts_hits_misses_and_text_left_uncovered() throws Exception {
        Path inputs = Files.createDirectories(folder.resolve("lab"));
        for (int i = 0; i < 3; i++) {
            Console.six().get(i).draw(inputs.resolve(i + ".dcm"), i);
        }
        Path rules =
                rules(
                        "FORMAT dicom",
                        "%filter a",
                        "LABEL first",
                        "equals SoftwareVersions 1.0",
                        "coordinates 0,0,500,20",
                        "LABEL second",
                        "equals Rows 176",
                        "coordinates 0,0,9,9");
        Path csv = folder.resolve("lab.csv");
        Path json = folder.resolve("lab.json");
        Command lab =
                run("rules", "test", rules, inputs, "--no-ocr", "--csv", csv, "--json", json, "-q");
        assertThat(lab.code()).as(lab.err()).isZero();
        assertThat(lab.out())
                .contains("      2  first (a), line 3")
                .contains("      1  second (a), line 6")
                .contains("1 files without a matching rule\n  " + inputs.resolve("1.dcm"))
                .contains("1 files with several matching rules\n  " + inputs.resolve("2.dcm"))
                .contains("2 rectangles outside the image");
        assertThat(Files.readAllLines(csv)).hasSize(4);
        assertThat(Files.readString(json)).contains("\"unmatched\":1", "\"ambiguous\":1");
    }

    @Test
    void checking_tells_kind_and_line_and_an_error_is_what_a_run_would_refuse() throws Exception {
        Path never =
                rules("FORMAT dicom", "%filter a", "LABEL a", "equals Rows 1", "+ equals Rows 2");
        Command check = run("rules", "check", never);
        assertThat(check.code()).isZero();
        assertThat(check.out())
                .contains(": warning: line 3: 'a' never matches", "1 rules, 0 errors, 1 warnings");
        Path filter = Files.writeString(folder.resolve("filter.script"), "true.");
        Command refused = run("rules", "check", filter, never);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("is a CTP filter script");
        if (Files.exists(SMI)) {
            Command smi = run("rules", "check", SMI);
            assertThat(smi.code()).isZero();
            assertThat(smi.out()).contains("(353,0 160x34) extends outside the image");
        }
    }

    @Test
    void an_error_of_the_check_is_what_a_run_refuses_for_all_public_rules() throws Exception {
        Path public_ = SMI.getParent();
        Assumptions.assumeTrue(Files.isDirectory(public_), "no rules of other people here");
        Path input = angiogram(8, 1).write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        try (Stream<Path> walk = Files.walk(public_)) {
            for (Path rules : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (rules.endsWith("MANIFEST.csv")) {
                    continue;
                }
                Command check = run("rules", "check", rules);
                Command used = redact(input, "--rules", rules, "--dry-run");
                boolean refused =
                        !used.err().contains("Clean")
                                && !used.err().contains("Redacted")
                                && !used.err().contains("NeedsReview");
                assertThat(check.code()).as(rules + used.err()).isEqualTo(refused ? 1 : 0);
                assertThat(check.out().contains(": error: ")).as(check.out()).isEqualTo(refused);
            }
        }
    }

    @Test
    void a_folder_of_rules_is_checked_file_by_file() throws Exception {
        Path good = rules("FORMAT dicom", "%filter a", "LABEL a", "coordinates 0,0,3,3");
        Files.writeString(folder.resolve("bad.script"), "{ Rows.isLessThan(\"x\") } (0,0,3,3)");
        Command check = run("rules", "check", folder);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out())
                .contains(good + ": 1 rules, 0 errors")
                .contains("bad.script: error: line 1: isLessThan needs a number");
    }

    @Test
    void a_comparison_of_numbers_is_used_and_a_negative_size_is_refused_by_its_line()
            throws Exception {
        Path less =
                Files.writeString(
                        folder.resolve("less.script"),
                        "{ Rows.isLessThan(\"41\") }\n(0,0,20,10)\n");
        Path more =
                Files.writeString(
                        folder.resolve("more.script"),
                        "{ Rows.isGreaterThan(\"41\") }\n(0,0,20,10)\n");
        Path input = angiogram(40, 1).write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        assertThat(redact(input, "--rules", less, "--overwrite").err()).contains("1 Redacted");
        assertBlank(out("in.dcm"), List.of(new PixelRectangle(0, 0, 20, 10)), 200);
        assertThat(redact(input, "--rules", more, "--overwrite").err()).contains("1 Clean");
        Path negative =
                Files.writeString(
                        folder.resolve("negative.script"),
                        "{ Modality.equals(\"OT\") }\n(0,0,-1,10)\n");
        Command refused = redact(input, "--rules", negative, "--overwrite");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("negative.script: line 2: width and height must be at least 1")
                .doesNotContain("filter");
    }

    @Test
    void a_conversion_that_is_refused_names_the_option_that_leaves_rules_out() throws Exception {
        Path recipe =
                rules(
                        "FORMAT dicom",
                        "%filter a",
                        "LABEL a",
                        "keepcoordinates 0,0,1,1",
                        "LABEL b",
                        "coordinates 0,0,1,1");
        Command refused = run("rules", "convert", recipe, "--to", "ctp");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("'a': a script cannot express", "--skip leaves");
        Command skipped = run("rules", "convert", recipe, "--to", "ctp", "--skip");
        assertThat(skipped.code()).isZero();
        assertThat(skipped.err()).contains("'a' is omitted").doesNotContain("--skip");
        Path script =
                Files.writeString(
                        folder.resolve("less.script"),
                        "{ Rows.isLessThan(\"41\") }\n(0,0,20,10)\n");
        assertThat(run("rules", "convert", script, "--to", "deid").err()).contains("--skip leaves");
    }

    @Test
    void converting_there_and_back_keeps_the_rectangles_and_never_writes_half_a_file()
            throws Exception {
        Path recipe =
                rules(
                        "FORMAT dicom",
                        "%filter a",
                        "LABEL a",
                        "contains Modality XA|RF",
                        "+ notequals Rows 5",
                        "coordinates 3,4,10,11");
        Path script = folder.resolve("a.script");
        assertThat(run("rules", "convert", recipe, "--to", "ctp", "-o", script).code()).isZero();
        assertThat(Files.readString(script)).contains("(3,4,8,8)");
        assertThat(run("rules", "convert", script, "--to", "deid").out())
                .contains("contains Modality XA\n  || contains Modality RF")
                .contains("+ notequals Rows 5")
                .contains("ctpcoordinates 3,4,8,8");
        Command exists = run("rules", "convert", recipe, "--to", "ctp", "-o", script);
        assertThat(exists.code()).isEqualTo(2);
        assertThat(exists.err()).contains("exists (--overwrite replaces it)");
        Path keep = rules("FORMAT dicom", "%filter a", "LABEL a", "keepcoordinates 0,0,1,1");
        Command refused =
                run("rules", "convert", keep, "--to", "ctp", "-o", folder.resolve("no.script"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(keep + ": 'a': a script cannot express");
        assertThat(folder.resolve("no.script")).doesNotExist();
    }
}
