package blackbox.dicom;

import static blackbox.dicom.Redacting.NATIVE;
import static blackbox.dicom.Redacting.frames;
import static blackbox.dicom.Redacting.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Every form of pixels is blanked inside and as it was outside. */
class RedactionTest {

    @TempDir private Path folder;

    private Redacting redacting;

    @BeforeEach
    void begin() {
        redacting = new Redacting(folder);
    }

    @Test
    void every_native_form_is_black_inside_and_untouched_outside() throws IOException {
        Random random = new Random(11);
        for (int n = 0; n < 24; n++) {
            int rows = 2 + random.nextInt(13);
            int columns = 2 + random.nextInt(13);
            for (Syntax s : NATIVE) {
                SampleFile grey = SampleFile.of(rows, columns).frames(3).samples(Redacting::noise);
                redacting.check(grey.bits(8, 8, 7), s, new int[] {0}, random);
                redacting.check(grey.pixelVr("OW"), s, new int[] {0}, random);
                redacting.check(grey.pixelVr("").bits(1, 1, 0), s, new int[] {0}, random);
                redacting.check(grey.bits(16, 12, 11), s, new int[] {0}, random);
                redacting.check(grey.bits(32, 32, 31), s, new int[] {0}, random);
                redacting.check(grey.bits(16, 12, 13).signed(), s, new int[] {-2048}, random);
                redacting.check(
                        grey.bits(16, 16, 15).photometric("MONOCHROME1"),
                        s,
                        new int[] {32767},
                        random);
                SampleFile colour =
                        SampleFile.of(rows, columns)
                                .frames(2)
                                .photometric("RGB")
                                .samples(Redacting::noise);
                redacting.check(colour, s, new int[] {0, 0, 0}, random);
                redacting.check(colour.planar(1), s, new int[] {0, 0, 0}, random);
                redacting.check(
                        colour.planar(0).photometric("YBR_FULL"),
                        s,
                        new int[] {0, 128, 128},
                        random);
                redacting.check(
                        colour.photometric("YBR_FULL_422"), s, new int[] {0, 128, 128}, random);
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
                            .samples(Redacting::noise);
            redacting.check(grey, Syntax.RLE, new int[] {0}, random);
            redacting.check(grey.bits(16, 12, 11).signed(), Syntax.RLE, new int[] {-2048}, random);
            redacting.check(
                    grey.bits(8, 8, 7).photometric("RGB").withoutOffsetTable(),
                    Syntax.RLE,
                    new int[] {-128, -128, -128},
                    random);
        }
        Path in =
                SampleFile.of(20, 20)
                        .frames(5)
                        .samples(Redacting::noise)
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
        Path out = redacting.copy(in, decompress, new Region(new AllFrames(), blanked));
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
                            .samples(Redacting::noise)
                            .highBitOverlay(0x6000, 13, Redacting::bit)
                            .highBitOverlay(0x6002, 15, Redacting::bit);
            redacting.check(file, s, new int[] {0}, random);
            Path in = file.write(folder.resolve("in.dcm"), s);
            Path out = redacting.copy(in, region(new OverlayPlane(0x6002, 2), 0, 0, 11, 9));
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
            redacting.check(
                    SampleFile.of(8, 8)
                            .samples(Redacting::noise)
                            .overlay(new Overlay(0x6004, rows, columns, -2, 5, 4, Redacting::bit)),
                    NATIVE[n % 4],
                    new int[] {0},
                    random);
        }
        Path in =
                SampleFile.of(8, 8)
                        .overlay(new Overlay(0x6000, 7, 7, 1, 1, 3, (f, r, c) -> true))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redacting.copy(in, region(new OverlayGroup(0x6000), 0, 0, 7, 7));
        try (DicomFile file = DicomFile.open(out)) {
            for (int f = 0; f < 3; f++) {
                assertThat(file.overlay(new OverlayPlane(0x6000, f))).containsOnly(0);
            }
        }
    }

    @Test
    void palette_images_are_filled_with_the_darkest_entry() throws IOException {
        long[] red = {60000, 500, 40000, 300};
        long[] green = {60000, 900, 40000, 200};
        long[] blue = {60000, 100, 40000, 9000};
        redacting.check(
                SampleFile.of(6, 6)
                        .palette(7, red, green, blue)
                        .samples((f, r, c, k) -> 7 + (r + c) % 4),
                Syntax.EXPLICIT,
                new int[] {8},
                new Random(1));
    }

    @Test
    void truncated_files_are_refused() throws IOException {
        Path in = folder.resolve("in.dcm");
        Files.write(in, SampleFile.of(8, 8).builder(Syntax.EXPLICIT).truncated(Syntax.EXPLICIT, 9));
        assertThatThrownBy(() -> redacting.copy(in, region(new AllFrames(), 0, 0, 1, 1)))
                .isInstanceOf(DicomException.class);
    }
}
