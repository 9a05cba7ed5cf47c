package blackbox.cli;

import static blackbox.cli.Command.files;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.synth.DrawnFile;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;
import org.pixelanon.synth.TruePlane;

/**
 * Defects of the Python tool that must not come back, as a user would meet them on the command
 * line. Each test is named by the sentence that tells of the defect; docs/defects.md lists all.
 */
class DefectsIT {

    private static final String ULTRASOUND_REGIONS = "ultrasoundregions";

    /** Rows of an OCR CSV that speak of an overlay plane. */
    private static final String ON_OVERLAY = ".*\\.dcm,\\d+,\\d+,.*";

    @TempDir Path folder;

    private Path in(String name) {
        return folder.resolve(name);
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private int redact(Object... options) {
        List<Object> all = new ArrayList<>(List.of("redact", "-q", "-o", folder.resolve("out")));
        all.addAll(List.of(options));
        return run(all.toArray()).code();
    }

    private Path drawn(SampleKind kind) throws IOException {
        DrawnFile file = SampleSet.of(5).kinds(List.of(kind)).draw(0);
        return Files.write(in(kind.label() + ".dcm"), file.toBytes());
    }

    private static SampleFile grey(int value) {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> value);
    }

    private static SampleFile angiogram(int frames) {
        return SampleFile.of(9, 11)
                .frames(frames)
                .bits(16, 12, 11)
                .samples((f, r, c, k) -> 5 + f + r + c)
                .highBitOverlay(0x6000, 12, (f, r, c) -> true)
                .highBitOverlay(0x6002, 15, (f, r, c) -> (f + r + c) % 2 == 0);
    }

    @Test
    void defect_01_multi_frame_ultrasound_regions_blanked_on_frame_0_only() throws Exception {
        Path us =
                grey(200)
                        .frames(4)
                        .with(
                                b ->
                                        b.sequence(
                                                Tag.SequenceOfUltrasoundRegions,
                                                region(4, 3, 20, 15)))
                        .write(in("us.dcm"), Syntax.EXPLICIT);
        assertThat(redact(us, "--us-regions")).isZero();
        try (DicomFile copy = DicomFile.open(out("us.dcm"))) {
            for (int f = 0; f < 4; f++) {
                for (int y = 0; y < 20; y++) {
                    for (int x = 0; x < 30; x++) {
                        boolean kept = x >= 4 && x <= 20 && y >= 3 && y <= 15;
                        assertThat(sample(copy, f, x, y)).isEqualTo(kept ? 200 : 0);
                    }
                }
            }
        }
    }

    @Test
    void defect_03_high_bit_overlays_invisible_to_ocr_and_any_redaction_wipes_them_everywhere()
            throws Exception {
        DrawnFile drawn = SampleSet.of(5).kinds(List.of(SampleKind.XA_HIGH_BITS)).draw(0);
        Path xa = Files.write(in("xa.dcm"), drawn.toBytes());
        Path csv = in("ocr.csv");
        assertThat(run("ocr", xa, "--rects", "--csv", csv, "-q").code()).isZero();
        List<String> onFrames = new ArrayList<>();
        for (TruePlane plane : drawn.planes()) {
            if (plane.plane() instanceof OverlayPlane overlay && !plane.texts().isEmpty()) {
                PixelRectangle box = plane.texts().get(0).box();
                onFrames.add(
                        "%d,%d,+%d,+%d,%d,-1"
                                .formatted(
                                        box.x(),
                                        box.y(),
                                        box.width(),
                                        box.height(),
                                        overlay.index()));
                int number = (overlay.group() - 0x6000) / 2;
                String place = xa + "," + overlay.index() + "," + number + ",";
                assertThat(Files.readAllLines(csv))
                        .filteredOn(l -> l.startsWith(place) && !l.contains(",-1,-1,-1,-1,"))
                        .hasSizeGreaterThanOrEqualTo(plane.texts().size());
            }
        }
        assertThat(onFrames).as("texts in high bits").isNotEmpty();
        // blanks the very pixels of the frames above which the texts of the overlays stand
        assertThat(redact(xa, "--rect", String.join(";", onFrames))).isZero();
        try (DicomFile before = DicomFile.open(xa);
                DicomFile after = DicomFile.open(out("xa.dcm"))) {
            for (PlaneGeometry g : before.planes()) {
                if (g.plane() instanceof OverlayPlane overlay) {
                    assertThat(after.overlay(overlay)).isEqualTo(before.overlay(overlay));
                }
            }
        }
    }

    @Test
    void
            defect_04_high_bit_overlay_of_a_multi_frame_image_indexes_the_wrong_axis_nothing_redacted_no_error()
                    throws Exception {
        Path xa = angiogram(3).write(in("xa.dcm"), Syntax.EXPLICIT);
        assertThat(redact(xa, "--rect", "2,1,7,4,1,0")).isZero();
        try (DicomFile before = DicomFile.open(xa);
                DicomFile after = DicomFile.open(out("xa.dcm"))) {
            for (int f = 0; f < 3; f++) {
                byte[] bits = after.overlay(new OverlayPlane(0x6000, f));
                for (int i = 0; i < bits.length; i++) {
                    int x = i % 11;
                    int y = i / 11;
                    boolean in = f == 1 && x >= 2 && x <= 7 && y >= 1 && y <= 4;
                    assertThat(bits[i]).isEqualTo((byte) (in ? 0 : 1));
                    assertThat(after.frame(f).sample(i)).isEqualTo(before.frame(f).sample(i));
                }
                OverlayPlane other = new OverlayPlane(0x6002, f);
                assertThat(after.overlay(other)).isEqualTo(before.overlay(other));
            }
        }
    }

    @Test
    void
            defect_05_overlay_frame_or_frame_out_of_range_refused_file_still_written_unredacted_exit_0()
                    throws Exception {
        Path mr =
                grey(9).frames(2)
                        .overlay(new Overlay(0x6000, 5, 5, 1, 1, 2, (f, r, c) -> true))
                        .write(in("mr.dcm"), Syntax.EXPLICIT);
        for (String plane : List.of("2,-1", "2,0", "0,1", "-1,1")) {
            assertThat(redact(mr, "--rect", "0,0,3,3," + plane)).as(plane).isEqualTo(1);
            assertThat(files(folder.resolve("out"))).as(plane).isEmpty();
        }
        assertThat(redact(mr, "--rect", "0,0,3,3,1,0")).isZero();
    }

    @Test
    void defect_08_options_silently_ignored_without_a_database() throws Exception {
        Path us = drawn(SampleKind.US_REGIONS);
        Path mr = drawn(SampleKind.MR_OVERLAY);
        Path everything = Files.writeString(in("allow.txt"), "(?s).*\n");
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
            drawn.add(drawn(kind));
        }
        drawn.add("--rects");
        long without = ocr(drawn.toArray()).stream().filter(l -> l.endsWith(hidden)).count();
        drawn.addAll(List.of("--allowlist", everything));
        assertThat(ocr(drawn.toArray()))
                .filteredOn(l -> l.endsWith(hidden))
                .hasSizeLessThan((int) without);
        assertThat(ocr(us, "--rects", "--pii", "none"))
                .filteredOn(l -> l.contains(",tesseract,") && !l.contains(",-1,-1,-1,-1,"))
                .isNotEmpty()
                .allMatch(l -> l.endsWith(",,-1"));
    }

    private List<String> ocr(Object... arguments) throws IOException {
        Path csv = in("ocr.csv");
        List<Object> all = new ArrayList<>(List.of("ocr", "-q", "--jobs", 1, "--csv", csv));
        all.addAll(List.of(arguments));
        assertThat(run(all.toArray()).code()).isZero();
        return Files.readAllLines(csv);
    }

    @Test
    void defect_10_signed_12_bit_redaction_crashes() throws Exception {
        for (int highBit : new int[] {11, 15}) {
            Path ct =
                    SampleFile.of(20, 30)
                            .bits(16, 12, highBit)
                            .signed()
                            .samples((f, r, c, k) -> r * 30 + c - 300)
                            .write(in("ct" + highBit + ".dcm"), Syntax.EXPLICIT);
            assertThat(redact(ct, "--rect", "0,0,9,3")).isZero();
            try (DicomFile copy = DicomFile.open(out("ct" + highBit + ".dcm"))) {
                assertThat(sample(copy, 0, 9, 3)).isEqualTo(-2048);
                assertThat(sample(copy, 0, 10, 3)).isEqualTo(3 * 30 + 10 - 300);
                assertThat(sample(copy, 0, 0, 19)).isEqualTo(19 * 30 - 300);
            }
        }
    }

    @Test
    void defect_11_redaction_value_always_0() throws Exception {
        SampleFile grey = grey(500).bits(16, 12, 11);
        Path white = grey.photometric("MONOCHROME1").write(in("one.dcm"), Syntax.EXPLICIT);
        Path ct =
                grey(500)
                        .bits(16, 16, 15)
                        .signed()
                        .with(b -> b.text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1"))
                        .write(in("ct.dcm"), Syntax.EXPLICIT);
        Path ybr = grey(90).photometric("YBR_FULL").write(in("ybr.dcm"), Syntax.EXPLICIT);
        assertThat(redact(white, ct, ybr, "--rect", "0,0,9,3")).isZero();
        try (DicomFile copy = DicomFile.open(out("one.dcm"))) {
            assertThat(sample(copy, 0, 0, 0)).isEqualTo(4095);
        }
        try (DicomFile copy = DicomFile.open(out("ct.dcm"))) {
            assertThat(sample(copy, 0, 0, 0)).isEqualTo(-32768);
        }
        try (DicomFile copy = DicomFile.open(out("ybr.dcm"))) {
            assertThat(copy.frame(0).sample(0, 0, 0)).isZero();
            assertThat(copy.frame(0).sample(0, 0, 1)).isEqualTo(128);
            assertThat(copy.frame(0).sample(0, 0, 2)).isEqualTo(128);
        }
    }

    @Test
    void defect_13_two_files_with_read_csv_only_the_last_redacted() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        Path b = grey(9).write(in("b.dcm"), Syntax.EXPLICIT);
        Path csv =
                Files.writeString(
                        in("rects.csv"),
                        "filename,left,top,right,bottom,frame,overlay\n"
                                + (a + ",0,0,4,4,-1,-1\n")
                                + (a + ",10,10,12,12,0,-1\n")
                                + (b + ",5,5,6,6,-1,-1\n"));
        assertThat(redact(a, b, "--csv", csv)).isZero();
        try (DicomFile copy = DicomFile.open(out("a.dcm"))) {
            assertThat(sample(copy, 0, 4, 4)).isZero();
            assertThat(sample(copy, 0, 12, 12)).isZero();
            assertThat(sample(copy, 0, 5, 5)).isEqualTo(9);
        }
        try (DicomFile copy = DicomFile.open(out("b.dcm"))) {
            assertThat(sample(copy, 0, 6, 6)).isZero();
            assertThat(sample(copy, 0, 4, 4)).isEqualTo(9);
        }
    }

    @Test
    void defect_14_allow_list_never_applied_in_redaction() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        Path allow = Files.writeString(in("allow.txt"), "(?i)some harmless words\n");
        Path csv =
                Files.writeString(
                        in("ocr.csv"),
                        "filename,left,top,right,bottom,frame,overlay,ocr_text,is_sensitive\n"
                                + (a + ",0,0,4,4,0,-1,Some harmless words,1\n")
                                + (a + ",10,10,14,14,0,-1,Other words,1\n"));
        assertThat(redact(a, "--csv", csv, "--allowlist", allow)).isZero();
        try (DicomFile copy = DicomFile.open(out("a.dcm"))) {
            assertThat(sample(copy, 0, 2, 2)).isEqualTo(9);
            assertThat(sample(copy, 0, 12, 12)).isZero();
        }
    }

    @Test
    void defect_15_high_bit_removal_handles_one_file_then_exits_ignores_o() throws Exception {
        Path one = angiogram(1).write(in("one.dcm"), Syntax.EXPLICIT);
        Path two = angiogram(3).write(in("two.dcm"), Syntax.EXPLICIT);
        byte[] original = Files.readAllBytes(two);
        assertThat(redact(one, two, "--remove-high-bit-overlays")).isZero();
        for (Path input : List.of(one, two)) {
            Path output = out(String.valueOf(input.getFileName()));
            try (DicomFile before = DicomFile.open(input);
                    DicomFile after = DicomFile.open(output)) {
                for (PlaneGeometry g : before.planes()) {
                    if (g.plane() instanceof OverlayPlane overlay) {
                        assertThat(after.overlay(overlay)).containsOnly(0);
                    } else {
                        int f = g.plane().index();
                        assertThat(sample(after, f, 10, 8)).isEqualTo(sample(before, f, 10, 8));
                    }
                }
            }
        }
        assertThat(Files.readAllBytes(two)).isEqualTo(original);
    }

    @Test
    void defect_16_inverted_or_out_of_range_rectangle_accepted_silently() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        for (String inverted : List.of("9,0,1,5", "0,9,5,1", "0,0,+-4,+2")) {
            assertThat(redact(a, "--rect", inverted)).as(inverted).isEqualTo(2);
        }
        for (String row : List.of("9,0,1,5", "30,0,31,5", "0,20,5,21", "-9,0,-1,5")) {
            Path csv =
                    Files.writeString(
                            in("r.csv"),
                            "filename,left,top,right,bottom,frame,overlay\n"
                                    + (a + "," + row + ",0,-1\n"));
            assertThat(redact(a, "--csv", csv)).as(row).isEqualTo(1);
        }
        assertThat(files(folder.resolve("out"))).isEmpty();
        Path report = in("report.json");
        assertThat(redact(a, "--rect", "28,18,99,99", "--report", report)).isZero();
        assertThat(Files.readString(report))
                .contains("rectangle (28,18 72x82) clipped to (28,18 2x2)");
    }

    @Test
    void defect_17_no_de_identification_tags() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        assertThat(redact(a, "--rect", "0,0,4,4", "--burned-in-annotation", "always")).isZero();
        try (DicomFile copy = DicomFile.open(out("a.dcm"))) {
            assertThat(copy.attributes().getStrings(Tag.ImageType)).startsWith("DERIVED");
            assertThat(copy.attributes().getString(Tag.BurnedInAnnotation)).contains("NO");
            assertThat(copy.attributes().getString(Tag.DerivationDescription))
                    .contains("1 rectangle blanked by PixelAnon");
            assertThat(copy.attributes().getStrings(Tag.DeidentificationMethod))
                    .contains("PixelAnon: Clean Pixel Data Option");
            assertThat(copy.attributes().getSequence(Tag.DeidentificationMethodCodeSequence))
                    .extracting(i -> i.getString(0x00080100).orElse(""))
                    .containsExactly("113101");
        }
    }

    @Test
    void defect_18_off_by_one_in_region_inversion_1_pixel_wide_rectangles_dropped()
            throws Exception {
        // one pixel of border on the left and at the bottom, none on the right and above
        Path us =
                grey(200)
                        .with(
                                b ->
                                        b.sequence(
                                                Tag.SequenceOfUltrasoundRegions,
                                                region(1, 0, 29, 18)))
                        .write(in("us.dcm"), Syntax.EXPLICIT);
        Path thin = grey(200).write(in("thin.dcm"), Syntax.EXPLICIT);
        assertThat(redact(us, "--us-regions")).isZero();
        assertThat(redact(thin, "--rect", "0,0,0,18;0,19,29,19")).isZero();
        for (String name : List.of("us.dcm", "thin.dcm")) {
            try (DicomFile copy = DicomFile.open(out(name))) {
                for (int y = 0; y < 20; y++) {
                    for (int x = 0; x < 30; x++) {
                        assertThat(sample(copy, 0, x, y)).isEqualTo(x == 0 || y == 19 ? 0 : 200);
                    }
                }
            }
        }
    }

    @Test
    void defect_20_tesseract_path_hard_coded() throws Exception {
        Path us = drawn(SampleKind.US_REGIONS);
        Command ocr =
                Command.start(
                        List.of(),
                        List.of(),
                        Map.of("PIXELANON_CACHE", in("cache").toString()),
                        folder,
                        "ocr",
                        us,
                        "--rects",
                        "--csv",
                        in("a.csv"),
                        "-q");
        assertThat(ocr.err())
                .contains("1 searched: 1 with sensitive text, 0 without; 0 already known");
        assertThat(ocr.code()).isZero();
        assertThat(Files.readString(in("a.csv"))).contains(",tesseract,");
    }

    @Test
    void defect_21_seconds_and_300_mb_before_doing_anything() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        Path loaded = in("loaded.txt");
        Command redact =
                Command.start(
                        List.of(),
                        List.of("-Xmx20m", "-Xlog:class+load:file=" + loaded),
                        Map.of("PIXELANON_CACHE", in("cache").toString()),
                        folder,
                        "redact",
                        a,
                        "-o",
                        folder.resolve("out"),
                        "--rect",
                        "0,0,3,3");
        assertThat(redact.err()).contains("1 file: 0 Clean, 1 Redacted");
        assertThat(redact.code()).isZero();
        // what makes a start slow and large is loaded by those who use it only
        assertThat(Files.readString(loaded))
                .contains("org.pixelanon.dicom.redact.Redactor ")
                .doesNotContain("net.sourceforge.tess4j")
                .doesNotContain("com.sun.jna")
                .doesNotContain("org.sqlite")
                .doesNotContain("net.datafaker");
        assertThat(in("cache")).doesNotExist();
    }

    @Test
    void defect_22_db_default_writes_nothing() throws Exception {
        Path us = drawn(SampleKind.US_REGIONS);
        Path data = Files.createDirectories(in("smi/data/dicompixelanon"));
        Map<String, String> environment =
                Map.of("SMI_ROOT", in("smi").toString(), "PIXELANON_CACHE", in("cache").toString());
        Command ocr =
                Command.start(
                        List.of(), List.of(), environment, folder, "ocr", us, "--db", "default");
        assertThat(ocr.code()).as(ocr.err()).isZero();
        assertThat(data.resolve("dcmaudit.sqlite.db")).isNotEmptyFile();
        assertThat(redact(us, "--db", data)).isZero();
        assertThat(out("us-regions.dcm")).isRegularFile();
        assertThat(Files.mismatch(us, out("us-regions.dcm"))).isNotNegative();
        Command unset =
                Command.start(List.of(), List.of(), Map.of(), folder, "ocr", us, "--db", "default");
        assertThat(unset.code()).isEqualTo(1);
        assertThat(unset.complaints())
                .containsExactly(
                        "pixelanon: --db default: the environment variable SMI_ROOT is not set");
    }

    @Test
    void defect_23_missing_file_exit_0() throws Exception {
        Path a = grey(9).write(in("a.dcm"), Syntax.EXPLICIT);
        Path none = in("none.dcm");
        for (List<Object> command :
                List.<List<Object>>of(
                        List.of("ocr", none, a, "-q", "--csv", in("x.csv")),
                        List.of("redact", none, a, "-q", "--rect", "0,0,1,1", "-o", in("1")),
                        List.of("anonymise", none, a, "-q", "-o", in("2")),
                        List.of("verify", none, a, "--csv", in("x.csv")))) {
            Command missing = run(command.toArray());
            assertThat(missing.code()).as(command.toString()).isEqualTo(1);
            assertThat(missing.complaints()).singleElement().asString().contains(none.toString());
        }
        assertThat(in("1/a.dcm")).isRegularFile();
        assertThat(in("2/a.dcm")).isRegularFile();
    }

    @Test
    void defect_24_crashes_after_ocr_without_a_database() throws Exception {
        Path us = drawn(SampleKind.US_REGIONS);
        Path csv = in("ocr.csv");
        Command ocr = run("ocr", us, "--csv", csv, "-q");
        assertThat(ocr.code()).isZero();
        assertThat(ocr.err())
                .contains("1 searched: 1 with sensitive text, 0 without; 0 already known")
                .doesNotContain("error");
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThan(1);
        Command anonymise = run("anonymise", us, "-o", folder.resolve("out"), "-q");
        assertThat(anonymise.code()).as(anonymise.err()).isZero();
        assertThat(out("us-regions.dcm")).isRegularFile();
    }

    @Test
    void defect_28_deid_rules_ignored() throws Exception {
        Path file = grey(200).write(in("grey.dcm"), Syntax.EXPLICIT);
        Path rules =
                Files.writeString(
                        in("deid.dicom.here"),
                        "FORMAT dicom\n%filter graylist\nLABEL here\n  equals Rows 20\n  coordinates 2,3,4,5\n");
        assertThat(redact(file, "--rules", rules)).isZero();
        assertBlankThere(out("grey.dcm"));
        Path anonymised = folder.resolve("anonymised");
        assertThat(run("anonymise", file, "-o", anonymised, "--rules", rules, "-q").code())
                .isZero();
        assertBlankThere(anonymised.resolve("grey.dcm"));
        Path csv = in("ocr.csv");
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
