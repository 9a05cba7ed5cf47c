package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class RedactionTest {

    private static final Syntax[] NATIVE = {
        Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED
    };

    @TempDir private Path folder;

    private static int noise(int frame, int row, int column, int channel) {
        return (((frame * 31 + row) * 57 + column) * 7 + channel + 3) * 0x9E3779B1 >>> 3;
    }

    private static boolean bit(int frame, int row, int column) {
        return (noise(frame, row, column, 9) >>> 7 & 3) != 0;
    }

    private static Region region(PlaneScope scope, int x, int y, int width, int height) {
        return new Region(scope, new PixelRectangle(x, y, width, height));
    }

    private Path redact(Path in, Region... regions) throws IOException {
        return redact(in, RedactionPolicy.DEFAULT, regions);
    }

    private Path redact(Path in, RedactionPolicy policy, Region... regions) throws IOException {
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets targets =
                    RedactionTargets.resolve(file, new RedactionPlan(List.of(regions)));
            new Redactor().write(file, targets, policy, out);
            Verification v = new Verifier().verify(file, out, targets, policy);
            assertThat(v.problems()).isEmpty();
            Files.deleteIfExists(folder.resolve("t.dcm"));
        }
        return out;
    }

    /** Two random rectangles on every plane; every word judged by what was drawn. */
    private void check(SampleFile sample, Syntax syntax, int[] black, Random random)
            throws IOException {
        Path in = sample.write(folder.resolve("in.dcm"), syntax);
        List<Region> regions = new ArrayList<>();
        try (DicomFile file = DicomFile.open(in)) {
            for (PlaneGeometry g : file.planes()) {
                for (int n = 0; n < 2; n++) {
                    int x = random.nextInt(g.width());
                    int y = random.nextInt(g.height());
                    int w = 1 + random.nextInt(g.width() - x);
                    int h = 1 + random.nextInt(g.height() - y);
                    regions.add(region(g.plane(), x, y, w, h));
                }
            }
        }
        Path out = redact(in, regions.toArray(Region[]::new));
        try (DicomFile a = DicomFile.open(in);
                DicomFile b = DicomFile.open(out)) {
            RedactionTargets t = RedactionTargets.resolve(a, new RedactionPlan(regions));
            assertThat(b.planes()).isEqualTo(a.planes());
            for (PlaneGeometry g : a.planes()) {
                List<PixelRectangle> rectangles = t.on(g.plane());
                if (g.plane() instanceof OverlayPlane o) {
                    byte[] before = a.overlay(o);
                    byte[] after = b.overlay(o);
                    for (int i = 0; i < before.length; i++) {
                        boolean in1 = inside(rectangles, i % g.width(), i / g.width());
                        assertThat(after[i]).isEqualTo(in1 ? 0 : before[i]);
                    }
                } else {
                    frames(
                            a.frame(g.plane().index()),
                            b.frame(g.plane().index()),
                            rectangles,
                            black);
                }
            }
        }
    }

    private static boolean inside(List<PixelRectangle> rectangles, int x, int y) {
        return rectangles.stream().anyMatch(r -> r.contains(x, y));
    }

    private static void frames(Frame a, Frame b, List<PixelRectangle> rectangles, int[] black) {
        int n = a.samplesPerPixel();
        for (int i = 0; i < a.length(); i++) {
            int pixel = i / n;
            boolean in = inside(rectangles, pixel % a.columns(), pixel / a.columns());
            assertThat(b.sample(i)).isEqualTo(in ? black[i % n] : a.sample(i));
        }
    }

    @Test
    void every_native_form_is_black_inside_and_untouched_outside() throws IOException {
        Random random = new Random(11);
        for (int n = 0; n < 24; n++) {
            int rows = 2 + random.nextInt(13);
            int columns = 2 + random.nextInt(13);
            for (Syntax s : NATIVE) {
                SampleFile grey =
                        SampleFile.of(rows, columns).frames(3).samples(RedactionTest::noise);
                check(grey.bits(8, 8, 7), s, new int[] {0}, random);
                check(grey.pixelVr("OW"), s, new int[] {0}, random);
                check(grey.pixelVr("").bits(1, 1, 0), s, new int[] {0}, random);
                check(grey.bits(16, 12, 11), s, new int[] {0}, random);
                check(grey.bits(32, 32, 31), s, new int[] {0}, random);
                check(grey.bits(16, 12, 13).signed(), s, new int[] {-2048}, random);
                check(
                        grey.bits(16, 16, 15).photometric("MONOCHROME1"),
                        s,
                        new int[] {32767},
                        random);
                SampleFile colour =
                        SampleFile.of(rows, columns)
                                .frames(2)
                                .photometric("RGB")
                                .samples(RedactionTest::noise);
                check(colour, s, new int[] {0, 0, 0}, random);
                check(colour.planar(1), s, new int[] {0, 0, 0}, random);
                check(colour.planar(0).photometric("YBR_FULL"), s, new int[] {0, 128, 128}, random);
                check(colour.photometric("YBR_FULL_422"), s, new int[] {0, 128, 128}, random);
            }
        }
    }

    @Test
    void rle_frames_are_coded_again_and_all_others_kept() throws IOException {
        Random random = new Random(12);
        for (int n = 0; n < 20; n++) {
            SampleFile grey =
                    SampleFile.of(2 + random.nextInt(20), 2 + random.nextInt(20))
                            .frames(1 + n % 4)
                            .samples(RedactionTest::noise);
            check(grey, Syntax.RLE, new int[] {0}, random);
            check(grey.bits(16, 12, 11).signed(), Syntax.RLE, new int[] {-2048}, random);
            check(
                    grey.bits(8, 8, 7).photometric("RGB").withoutOffsetTable(),
                    Syntax.RLE,
                    new int[] {-128, -128, -128},
                    random);
        }
        Path in =
                SampleFile.of(20, 20)
                        .frames(5)
                        .samples(RedactionTest::noise)
                        .write(folder.resolve("in.dcm"), Syntax.RLE);
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(
                            file,
                            new RedactionPlan(List.of(region(new FramePlane(2), 3, 3, 4, 4))));
            Path out = folder.resolve("out.dcm");
            new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
            Verification v = new Verifier().verify(file, out, t, RedactionPolicy.DEFAULT);
            assertThat(v.problems()).isEmpty();
            assertThat(v.framesIdentical()).isEqualTo(4);
            assertThat(v.framesChanged()).isEqualTo(1);
            assertThat(v.samplesInside()).isEqualTo(16);
            assertThat(v.samplesOutside()).isEqualTo(5 * 400 - 16);
        }
    }

    @Test
    void defect_02_colour_jpeg_ybr_output_ruined() throws IOException {
        SampleFile colour =
                SampleFile.of(40, 56)
                        .frames(3)
                        .photometric("YBR_FULL_422")
                        .samples((f, r, c, k) -> 40 * k + r + 2 * c);
        Path in = colour.write(folder.resolve("in.dcm"), Syntax.JPEG_BASELINE);
        RedactionPolicy decompress =
                new RedactionPolicy(
                        RedactionPolicy.BurnedInAnnotation.REVIEWED,
                        RedactionPolicy.UidPolicy.KEEP,
                        false,
                        "",
                        Syntax.EXPLICIT.uid(),
                        RedactionPolicy.LossyPolicy.KEEP_LOSSLESS);
        PixelRectangle blanked = new PixelRectangle(4, 5, 20, 10);
        Path out = redact(in, decompress, new Region(new AllFrames(), blanked));
        try (DicomFile before = DicomFile.open(in);
                DicomFile file = DicomFile.open(out)) {
            frames(before.frame(1), file.frame(1), List.of(blanked), new int[] {0, 128, 128});
            assertThat(file.transferSyntax().uid()).isEqualTo(Syntax.EXPLICIT.uid());
            assertThat(file.attributes().getString(Tag.PhotometricInterpretation))
                    .contains("YBR_FULL");
            assertThat(file.attributes().getString(Tag.LossyImageCompression)).contains("01");
            byte[] drawn = file.render(new FramePlane(2), new DisplayWindow.OfFile()).samples();
            int at = (7 * 56 + 6) * 3;
            assertThat(Arrays.copyOfRange(drawn, at, at + 3)).containsOnly(0);
        }
    }

    @Test
    void high_bit_overlays_survive_a_redaction_elsewhere_and_are_redacted_in_every_frame_asked_for()
            throws IOException {
        Random random = new Random(14);
        for (Syntax s : new Syntax[] {Syntax.IMPLICIT, Syntax.BIG_ENDIAN, Syntax.RLE}) {
            SampleFile file =
                    SampleFile.of(9, 11)
                            .frames(3)
                            .bits(16, 12, 11)
                            .samples(RedactionTest::noise)
                            .highBitOverlay(0x6000, 13, RedactionTest::bit)
                            .highBitOverlay(0x6002, 15, RedactionTest::bit);
            check(file, s, new int[] {0}, random);
            Path in = file.write(folder.resolve("in.dcm"), s);
            Path out = redact(in, region(new OverlayPlane(0x6002, 2), 0, 0, 11, 9));
            try (DicomFile a = DicomFile.open(in);
                    DicomFile b = DicomFile.open(out)) {
                assertThat(b.overlay(new OverlayPlane(0x6002, 2))).containsOnly(0);
                for (int f = 0; f < 2; f++) {
                    assertThat(b.overlay(new OverlayPlane(0x6002, f)))
                            .isEqualTo(a.overlay(new OverlayPlane(0x6002, f)));
                }
                assertThat(b.frame(2).sample(5)).isEqualTo(a.frame(2).sample(5));
            }
        }
    }

    @Test
    void defect_06_multi_frame_60xx_overlay_only_frame_0_redacted() throws IOException {
        Random random = new Random(15);
        for (int n = 0; n < 40; n++) {
            int rows = 1 + random.nextInt(15);
            int columns = 1 + random.nextInt(15);
            check(
                    SampleFile.of(8, 8)
                            .samples(RedactionTest::noise)
                            .overlay(
                                    new Overlay(
                                            0x6004, rows, columns, -2, 5, 4, RedactionTest::bit)),
                    NATIVE[n % 4],
                    new int[] {0},
                    random);
        }
        Path in =
                SampleFile.of(8, 8)
                        .overlay(new Overlay(0x6000, 7, 7, 1, 1, 3, (f, r, c) -> true))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redact(in, region(new OverlayGroup(0x6000), 0, 0, 7, 7));
        try (DicomFile file = DicomFile.open(out)) {
            for (int f = 0; f < 3; f++) {
                assertThat(file.overlay(new OverlayPlane(0x6000, f))).containsOnly(0);
            }
        }
    }

    @Test
    void a_rectangle_on_all_planes_is_in_image_coordinates_and_moves_with_the_overlay_origin()
            throws IOException {
        Path in =
                SampleFile.of(20, 20)
                        .frames(2)
                        .overlay(new Overlay(0x6000, 6, 6, 5, 9, 1, (f, r, c) -> true))
                        .overlay(new Overlay(0x6002, 3, 3, 17, 17, 1, (f, r, c) -> true))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(
                            file, new RedactionPlan(List.of(region(new AllPlanes(), 9, 5, 3, 2))));
            assertThat(t.on(new FramePlane(0))).containsExactly(new PixelRectangle(9, 5, 3, 2));
            assertThat(t.on(new FramePlane(1))).containsExactly(new PixelRectangle(9, 5, 3, 2));
            assertThat(t.on(new OverlayPlane(0x6000, 0)))
                    .containsExactly(new PixelRectangle(1, 1, 3, 2));
            assertThat(t.on(new OverlayPlane(0x6002, 0))).isEmpty();
        }
        redact(in, region(new AllPlanes(), 9, 5, 3, 2));
    }

    @Test
    void a_rectangle_on_all_planes_clears_high_bits_inside_it_and_no_others() throws IOException {
        Path in =
                SampleFile.of(9, 11)
                        .frames(2)
                        .bits(16, 12, 11)
                        .samples(RedactionTest::noise)
                        .highBitOverlay(0x6000, 13, (f, r, c) -> true)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redact(in, region(new AllPlanes(), 2, 1, 3, 4));
        try (DicomFile file = DicomFile.open(out)) {
            for (int f = 0; f < 2; f++) {
                byte[] bits = file.overlay(new OverlayPlane(0x6000, f));
                for (int i = 0; i < bits.length; i++) {
                    boolean inside = new PixelRectangle(2, 1, 3, 4).contains(i % 11, i / 11);
                    assertThat(bits[i]).isEqualTo((byte) (inside ? 0 : 1));
                }
            }
        }
    }

    @Test
    void all_frames_means_every_frame() throws IOException {
        Path in =
                SampleFile.of(10, 10)
                        .frames(4)
                        .samples((f, r, c, k) -> 200)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redact(in, region(new AllFrames(), 0, 0, 10, 2));
        try (DicomFile file = DicomFile.open(out)) {
            for (int f = 0; f < 4; f++) {
                assertThat(file.frame(f).sample(9, 1, 0)).isZero();
                assertThat(file.frame(f).sample(0, 2, 0)).isEqualTo(200);
            }
        }
    }

    @Test
    void overlay_frame_or_frame_out_of_range_is_refused_and_nothing_written() throws IOException {
        Path in =
                SampleFile.of(10, 10)
                        .frames(2)
                        .overlay(new Overlay(0x6000, 5, 5, 1, 1, 2, (f, r, c) -> true))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        for (PlaneScope scope :
                List.of(
                        new FramePlane(2),
                        new OverlayPlane(0x6000, 2),
                        new OverlayPlane(0x6002, 0),
                        new OverlayGroup(0x6004))) {
            assertThatThrownBy(() -> redact(in, region(scope, 1, 1, 2, 2)))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("(1,1 2x2)")
                    .hasMessageContaining(scope.toString());
        }
        assertThat(folder.resolve("out.dcm")).doesNotExist();
    }

    @Test
    void out_of_range_rectangle_is_not_accepted_silently() throws IOException {
        Path in = SampleFile.of(10, 10).write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(
                            file, new RedactionPlan(List.of(region(new AllFrames(), 8, -2, 5, 4))));
            assertThat(t.on(new FramePlane(0))).containsExactly(new PixelRectangle(8, 0, 2, 2));
            assertThat(t.notes()).containsExactly("rectangle (8,-2 5x4) clipped to (8,0 2x2)");
            for (PlaneScope scope : List.of(new AllFrames(), new AllPlanes(), new FramePlane(0))) {
                assertThatThrownBy(
                                () ->
                                        RedactionTargets.resolve(
                                                file,
                                                new RedactionPlan(
                                                        List.of(region(scope, 10, 0, 1, 1)))))
                        .isInstanceOf(DicomException.class)
                        .hasMessageContaining("(10,0 1x1)");
            }
        }
    }

    @Test
    void one_pixel_wide_rectangles_are_not_dropped() throws IOException {
        Path in =
                SampleFile.of(5, 5)
                        .samples((f, r, c, k) -> 9)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out =
                redact(
                        in,
                        region(new AllFrames(), 4, 0, 1, 5),
                        region(new AllFrames(), 0, 2, 1, 1));
        try (DicomFile file = DicomFile.open(out)) {
            for (int i = 0; i < 25; i++) {
                assertThat(file.frame(0).sample(i)).isEqualTo(i % 5 == 4 || i == 10 ? 0 : 9);
            }
        }
    }

    @Test
    void defect_19_a_rectangle_inside_one_of_another_frame_is_dropped() throws IOException {
        Path in =
                SampleFile.of(8, 8)
                        .frames(2)
                        .samples((f, r, c, k) -> 9)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out =
                redact(
                        in,
                        region(new FramePlane(0), 0, 0, 8, 8),
                        region(new FramePlane(1), 2, 2, 1, 1));
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.frame(1).sample(2, 2, 0)).isZero();
            assertThat(file.frame(1).sample(3, 2, 0)).isEqualTo(9);
        }
    }

    @Test
    void palette_images_are_filled_with_the_darkest_entry() throws IOException {
        long[] red = {60000, 500, 40000, 300};
        long[] green = {60000, 900, 40000, 200};
        long[] blue = {60000, 100, 40000, 9000};
        check(
                SampleFile.of(6, 6)
                        .palette(7, red, green, blue)
                        .samples((f, r, c, k) -> 7 + (r + c) % 4),
                Syntax.EXPLICIT,
                new int[] {8},
                new Random(1));
    }

    @Test
    void de_identification_tags_are_appended_in_every_way_of_writing() throws IOException {
        for (Syntax s : NATIVE) {
            Path in =
                    SampleFile.of(8, 8)
                            .overlay(new Overlay(0x6000, 8, 8, 1, 1, 1, (f, r, c) -> true))
                            .with(
                                    b ->
                                            b.text(0x00080008, "CS", "ORIGINAL", "PRIMARY", "AXIAL")
                                                    .text(0x00082111, "ST", "cropped")
                                                    .text(0x00120063, "LO", "Basic Profile")
                                                    .numbers(0x00080000, "UL", 4)
                                                    .delimitedSequence(
                                                            0x00120064,
                                                            new DicomBuilder()
                                                                    .text(
                                                                            0x00080100,
                                                                            "SH",
                                                                            "113100")
                                                                    .text(0x00080102, "SH", "DCM"))
                                                    .sequence(
                                                            0x00880200,
                                                            new DicomBuilder()
                                                                    .numbers(0x00280010, "US", 1))
                                                    .bytes(0x00091001, "UN", new byte[6]))
                            .write(folder.resolve("in.dcm"), s);
            RedactionPolicy policy =
                    new RedactionPolicy(
                            RedactionPolicy.BurnedInAnnotation.REVIEWED,
                            RedactionPolicy.UidPolicy.HASH,
                            true,
                            "pepper");
            Path out = redact(in, policy, region(new AllPlanes(), 1, 1, 2, 2));
            try (DicomFile file = DicomFile.open(out)) {
                assertThat(file.defects()).isEmpty();
                assertThat(file.attributes().getStrings(Tag.ImageType))
                        .containsExactly("DERIVED", "PRIMARY", "AXIAL");
                assertThat(file.attributes().getString(Tag.DerivationDescription))
                        .contains("cropped; 1 rectangle blanked by PixelAnon");
                assertThat(file.attributes().getStrings(Tag.DeidentificationMethod))
                        .containsExactly("Basic Profile", "PixelAnon: Clean Pixel Data Option");
                assertThat(file.attributes().getSequence(Tag.DeidentificationMethodCodeSequence))
                        .extracting(i -> i.getString(0x00080100).orElse(""))
                        .containsExactly("113100", "113101", "113103");
                assertThat(file.attributes().getString(Tag.BurnedInAnnotation)).contains("NO");
                assertThat(file.attributes().contains(Tag.IconImageSequence)).isFalse();
                assertThat(file.attributes().contains(0x00080000)).isFalse();
                String uid = file.attributes().getString(Tag.SOPInstanceUID).orElse("");
                assertThat(uid).startsWith("2.25.").isNotEqualTo("2.25.1");
                assertThat(file.fileMeta().getString(0x00020003)).contains(uid);
            }
        }
    }

    @Test
    void burned_in_annotation_becomes_no_only_as_the_policy_says() throws IOException {
        Path in = SampleFile.of(8, 8).write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        for (RedactionPolicy.BurnedInAnnotation b : RedactionPolicy.BurnedInAnnotation.values()) {
            for (boolean reviewed : new boolean[] {false, true}) {
                RedactionPolicy p =
                        new RedactionPolicy(b, RedactionPolicy.UidPolicy.NEW, reviewed, "");
                Path out = redact(in, p, region(new AllFrames(), 1, 1, 2, 2));
                try (DicomFile file = DicomFile.open(out)) {
                    boolean no =
                            b == RedactionPolicy.BurnedInAnnotation.ALWAYS
                                    || b == RedactionPolicy.BurnedInAnnotation.REVIEWED && reviewed;
                    assertThat(file.attributes().contains(Tag.BurnedInAnnotation)).isEqualTo(no);
                }
            }
        }
    }

    @Test
    void truncated_files_are_refused() throws IOException {
        Path in = folder.resolve("in.dcm");
        Files.write(in, SampleFile.of(8, 8).builder(Syntax.EXPLICIT).truncated(Syntax.EXPLICIT, 9));
        assertThatThrownBy(() -> redact(in, region(new AllFrames(), 0, 0, 1, 1)))
                .isInstanceOf(DicomException.class);
    }
}
