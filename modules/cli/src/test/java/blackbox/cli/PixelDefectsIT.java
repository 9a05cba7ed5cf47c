package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.region;
import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static blackbox.cli.WorkFolder.grey;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
 * line: what is blanked and what is not. Each test is named by the sentence that tells of the
 * defect; docs/defects.md lists all.
 */
class PixelDefectsIT {

    @TempDir Path folder;

    private WorkFolder work;

    @BeforeEach
    void begin() {
        work = new WorkFolder(folder);
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
                        .write(work.in("us.dcm"), Syntax.EXPLICIT);
        assertThat(work.redact(us, "--us-regions")).isZero();
        try (DicomFile copy = DicomFile.open(work.out("us.dcm"))) {
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
        Path xa = Files.write(work.in("xa.dcm"), drawn.toBytes());
        Path csv = work.in("ocr.csv");
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
        assertThat(work.redact(xa, "--rect", String.join(";", onFrames))).isZero();
        try (DicomFile before = DicomFile.open(xa);
                DicomFile after = DicomFile.open(work.out("xa.dcm"))) {
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
        Path xa = angiogram(3).write(work.in("xa.dcm"), Syntax.EXPLICIT);
        assertThat(work.redact(xa, "--rect", "2,1,7,4,1,0")).isZero();
        try (DicomFile before = DicomFile.open(xa);
                DicomFile after = DicomFile.open(work.out("xa.dcm"))) {
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
                        .write(work.in("mr.dcm"), Syntax.EXPLICIT);
        for (String plane : List.of("2,-1", "2,0", "0,1", "-1,1")) {
            assertThat(work.redact(mr, "--rect", "0,0,3,3," + plane)).as(plane).isEqualTo(1);
            assertThat(files(folder.resolve("out"))).as(plane).isEmpty();
        }
        assertThat(work.redact(mr, "--rect", "0,0,3,3,1,0")).isZero();
    }

    @Test
    void defect_10_signed_12_bit_redaction_crashes() throws Exception {
        for (int highBit : new int[] {11, 15}) {
            Path ct =
                    SampleFile.of(20, 30)
                            .bits(16, 12, highBit)
                            .signed()
                            .samples((f, r, c, k) -> r * 30 + c - 300)
                            .write(work.in("ct" + highBit + ".dcm"), Syntax.EXPLICIT);
            assertThat(work.redact(ct, "--rect", "0,0,9,3")).isZero();
            try (DicomFile copy = DicomFile.open(work.out("ct" + highBit + ".dcm"))) {
                assertThat(sample(copy, 0, 9, 3)).isEqualTo(-2048);
                assertThat(sample(copy, 0, 10, 3)).isEqualTo(3 * 30 + 10 - 300);
                assertThat(sample(copy, 0, 0, 19)).isEqualTo(19 * 30 - 300);
            }
        }
    }

    @Test
    void defect_11_redaction_value_always_0() throws Exception {
        SampleFile grey = grey(500).bits(16, 12, 11);
        Path white = grey.photometric("MONOCHROME1").write(work.in("one.dcm"), Syntax.EXPLICIT);
        Path ct =
                grey(500)
                        .bits(16, 16, 15)
                        .signed()
                        .with(b -> b.text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1"))
                        .write(work.in("ct.dcm"), Syntax.EXPLICIT);
        Path ybr = grey(90).photometric("YBR_FULL").write(work.in("ybr.dcm"), Syntax.EXPLICIT);
        assertThat(work.redact(white, ct, ybr, "--rect", "0,0,9,3")).isZero();
        try (DicomFile copy = DicomFile.open(work.out("one.dcm"))) {
            assertThat(sample(copy, 0, 0, 0)).isEqualTo(4095);
        }
        try (DicomFile copy = DicomFile.open(work.out("ct.dcm"))) {
            assertThat(sample(copy, 0, 0, 0)).isEqualTo(-32768);
        }
        try (DicomFile copy = DicomFile.open(work.out("ybr.dcm"))) {
            assertThat(copy.frame(0).sample(0, 0, 0)).isZero();
            assertThat(copy.frame(0).sample(0, 0, 1)).isEqualTo(128);
            assertThat(copy.frame(0).sample(0, 0, 2)).isEqualTo(128);
        }
    }

    @Test
    void defect_15_high_bit_removal_handles_one_file_then_exits_ignores_o() throws Exception {
        Path one = angiogram(1).write(work.in("one.dcm"), Syntax.EXPLICIT);
        Path two = angiogram(3).write(work.in("two.dcm"), Syntax.EXPLICIT);
        byte[] original = Files.readAllBytes(two);
        assertThat(work.redact(one, two, "--remove-high-bit-overlays")).isZero();
        for (Path input : List.of(one, two)) {
            Path output = work.out(String.valueOf(input.getFileName()));
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
        Path a = grey(9).write(work.in("a.dcm"), Syntax.EXPLICIT);
        for (String inverted : List.of("9,0,1,5", "0,9,5,1", "0,0,+-4,+2")) {
            assertThat(work.redact(a, "--rect", inverted)).as(inverted).isEqualTo(2);
        }
        for (String row : List.of("9,0,1,5", "30,0,31,5", "0,20,5,21", "-9,0,-1,5")) {
            Path csv =
                    Files.writeString(
                            work.in("r.csv"),
                            "filename,left,top,right,bottom,frame,overlay\n"
                                    + (a + "," + row + ",0,-1\n"));
            assertThat(work.redact(a, "--csv", csv)).as(row).isEqualTo(1);
        }
        assertThat(files(folder.resolve("out"))).isEmpty();
        Path report = work.in("report.json");
        assertThat(work.redact(a, "--rect", "28,18,99,99", "--report", report)).isZero();
        assertThat(Files.readString(report))
                .contains("rectangle (28,18 72x82) clipped to (28,18 2x2)");
    }

    @Test
    void defect_17_no_de_identification_tags() throws Exception {
        Path a = grey(9).write(work.in("a.dcm"), Syntax.EXPLICIT);
        assertThat(work.redact(a, "--rect", "0,0,4,4", "--burned-in-annotation", "always"))
                .isZero();
        try (DicomFile copy = DicomFile.open(work.out("a.dcm"))) {
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
                        .write(work.in("us.dcm"), Syntax.EXPLICIT);
        Path thin = grey(200).write(work.in("thin.dcm"), Syntax.EXPLICIT);
        assertThat(work.redact(us, "--us-regions")).isZero();
        assertThat(work.redact(thin, "--rect", "0,0,0,18;0,19,29,19")).isZero();
        for (String name : List.of("us.dcm", "thin.dcm")) {
            try (DicomFile copy = DicomFile.open(work.out(name))) {
                for (int y = 0; y < 20; y++) {
                    for (int x = 0; x < 30; x++) {
                        assertThat(sample(copy, 0, x, y)).isEqualTo(x == 0 || y == 19 ? 0 : 200);
                    }
                }
            }
        }
    }
}
