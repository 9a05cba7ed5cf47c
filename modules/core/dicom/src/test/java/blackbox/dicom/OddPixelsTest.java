package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.pixel.PhotometricInterpretation;
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
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Pixels as real files hold them, against the standard or in its less used forms. */
class OddPixelsTest {

    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final PixelRectangle PLACE = new PixelRectangle(1, 1, 3, 2);
    private static final DisplayWindow FULL = new DisplayWindow.FullRange();

    @TempDir private Path folder;

    private static int texture(int frame, int row, int column, int channel) {
        return 1 + 50 * channel + ((frame * 31 + row) * 7 + column * 3) % 60;
    }

    private Path in(SampleFile sample, Syntax syntax) throws IOException {
        return sample.write(folder.resolve("in.dcm"), syntax);
    }

    private Path redact(Path in, PlaneScope scope, String syntax) throws IOException {
        Path out = folder.resolve("out.dcm");
        RedactionPolicy policy =
                new RedactionPolicy(
                        RedactionPolicy.BurnedInAnnotation.REVIEWED,
                        RedactionPolicy.UidPolicy.KEEP,
                        false,
                        "",
                        syntax,
                        RedactionPolicy.LossyPolicy.KEEP_LOSSLESS);
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(
                            file, new RedactionPlan(List.of(new Region(scope, PLACE))));
            new Redactor().write(file, t, policy, out);
            assertThat(new Verifier().verify(file, out, t, policy).problems()).isEmpty();
        }
        return out;
    }

    private Path redact(Path in) throws IOException {
        return redact(in, new AllFrames(), "");
    }

    private int[] drawn(Path path) throws IOException {
        try (DicomFile file = DicomFile.open(path)) {
            byte[] bytes = file.render(new FramePlane(0), FULL).samples();
            int[] out = new int[bytes.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = bytes[i] & 0xFF;
            }
            return out;
        }
    }

    private byte[] jpeg(SampleFile sample) throws IOException {
        try (DicomFile file =
                DicomFile.open(sample.write(folder.resolve("j.dcm"), Syntax.JPEG_BASELINE))) {
            byte[] value = file.attributes().getBytes(Tag.PixelData);
            // behind the offset table and the header of the only fragment
            return Arrays.copyOfRange(value, 8 + 4 + 8, value.length);
        }
    }

    private Path withFrame(SampleFile sample, byte[] codestream) throws IOException {
        sample.with(
                b ->
                        b.fragments(new byte[0], List.of(codestream))
                                .text(Tag.TransferSyntaxUID, "UI", Syntax.JPEG_BASELINE.uid()));
        return in(sample, Syntax.ENCAPSULATED_UNCOMPRESSED);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] from(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    @Test
    void fragments_under_an_uncompressed_syntax_are_read_and_redacted() throws IOException {
        SampleFile sample =
                SampleFile.of(4, 6)
                        .frames(2)
                        .samples(OddPixelsTest::texture)
                        .with(b -> b.text(Tag.TransferSyntaxUID, "UI", Syntax.EXPLICIT.uid()));
        Path out = redact(in(sample, Syntax.ENCAPSULATED_UNCOMPRESSED));
        try (DicomFile file = DicomFile.open(out)) {
            for (int i = 0; i < 24; i++) {
                int value = texture(1, i / 6, i % 6, 0);
                assertThat(file.frame(1).sample(i))
                        .isEqualTo(PLACE.contains(i % 6, i / 6) ? 0 : value);
            }
        }
    }

    @Test
    void pairs_of_422_end_with_their_row_or_run_on_where_rows_are_odd() throws IOException {
        // 5 columns: three pairs a row, or 8 pairs for 15 pixels; luminance counts pixels
        for (boolean padded : new boolean[] {true, false}) {
            byte[] value = new byte[padded ? 36 : 32];
            for (int pixel = 0; pixel < 15; pixel++) {
                int at = padded ? pixel / 5 * 6 + pixel % 5 : pixel;
                value[at / 2 * 4 + at % 2] = (byte) (100 + pixel);
                value[at / 2 * 4 + 2] = (byte) 140;
                value[at / 2 * 4 + 3] = (byte) 150;
            }
            SampleFile sample =
                    SampleFile.of(3, 5)
                            .photometric("YBR_FULL_422")
                            .with(b -> b.bytes(Tag.PixelData, "OB", value));
            Path in = in(sample, Syntax.EXPLICIT);
            try (DicomFile file = DicomFile.open(in)) {
                for (int pixel = 0; pixel < 15; pixel++) {
                    assertThat(file.frame(0).sample(3 * pixel)).isEqualTo(100 + pixel);
                    assertThat(file.frame(0).sample(3 * pixel + 1)).isEqualTo(140);
                    assertThat(file.frame(0).sample(3 * pixel + 2)).isEqualTo(150);
                }
            }
            redact(in);
        }
    }

    @Test
    void luminance_of_partial_range_is_black_at_16_and_what_is_not_supported_is_named()
            throws IOException {
        // two pixels in four bytes, and luminance of 16 to 235 (PS3.3 C.7.6.3.1.2, retired)
        byte[] value = {16, (byte) 235, (byte) 128, (byte) 128};
        SampleFile sample =
                SampleFile.of(1, 2)
                        .photometric("YBR_FULL_422")
                        .with(
                                b ->
                                        b.text(
                                                        Tag.PhotometricInterpretation,
                                                        "CS",
                                                        "YBR_PARTIAL_422")
                                                .bytes(Tag.PixelData, "OB", value));
        assertThat(drawn(in(sample, Syntax.EXPLICIT))).containsExactly(0, 0, 0, 255, 255, 255);
        sample.with(b -> b.text(Tag.PhotometricInterpretation, "CS", "YBR_PARTIAL_420"));
        Path in = in(sample, Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(in)) {
            assertThatThrownBy(() -> file.frame(0))
                    .isInstanceOf(DicomException.class)
                    .hasMessage(in + ": uncompressed YBR_PARTIAL_420 is not supported");
        }
    }

    private PhotometricInterpretation meaning(String stated, byte[] codestream) throws IOException {
        SampleFile sample = SampleFile.of(16, 16).photometric("RGB").samples((f, r, c, k) -> 99);
        sample.with(b -> b.text(Tag.PhotometricInterpretation, "CS", stated));
        Path in = withFrame(sample, codestream);
        assertThat(Arrays.copyOf(drawn(redact(in)), 8 * 3))
                .as("the block touched is black: " + stated)
                .containsOnly(0);
        try (DicomFile file = DicomFile.open(in)) {
            return file.frame(0).photometric();
        }
    }

    @Test
    void what_the_components_of_jpeg_mean_is_said_by_the_codestream_and_else_by_the_file()
            throws IOException {
        PhotometricInterpretation rgb = PhotometricInterpretation.RGB;
        PhotometricInterpretation ybr = PhotometricInterpretation.YBR_FULL;
        byte[] jfif = jpeg(SampleFile.of(16, 16).photometric("RGB").samples((f, r, c, k) -> 99));
        assertThat(jfif[3]).as("a JFIF segment comes first").isEqualTo((byte) 0xE0);
        byte[] start = {(byte) 0xFF, (byte) 0xD8};
        byte[] silent = joined(start, from(jfif, 4 + jfif[5]));
        byte[] adobe = {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
        };
        byte[] named = silent.clone();
        rename(named);

        assertThat(meaning("RGB", jfif)).as("luminance labelled RGB").isEqualTo(ybr);
        assertThat(meaning("YBR_FULL_422", jfif)).isEqualTo(ybr);
        assertThat(meaning("RGB", silent)).as("RGB without a marker").isEqualTo(rgb);
        assertThat(meaning("YBR_FULL_422", silent)).isEqualTo(ybr);
        assertThat(meaning("YBR_FULL_422", joined(start, adobe, from(silent, 2))))
                .as("transform 0")
                .isEqualTo(rgb);
        assertThat(meaning("YBR_FULL_422", named)).as("components R, G, B").isEqualTo(rgb);
    }

    /** Names the components of a codestream R, G and B, in the frame and in the scan. */
    private static void rename(byte[] jpeg) {
        for (int at = 2; at + 4 < jpeg.length; ) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
            for (int i = 0; i < 3; i++) {
                if (marker == 0xC0) {
                    jpeg[at + 10 + 3 * i] = (byte) "RGB".charAt(i);
                } else if (marker == 0xDA) {
                    jpeg[at + 5 + 2 * i] = (byte) "RGB".charAt(i);
                }
            }
            if (marker == 0xDA) {
                return;
            }
            at += 2 + length;
        }
    }

    @Test
    void bytes_before_and_padding_behind_a_jpeg_picture_are_passed_over() throws IOException {
        SampleFile grey = SampleFile.of(16, 16).samples(OddPixelsTest::texture);
        byte[] jpeg = jpeg(grey);
        int[] expected = drawn(withFrame(grey, jpeg));
        byte[] none = {};
        byte[] ones = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        for (byte[] before : List.of(none, new byte[4])) {
            for (byte[] behind : List.of(none, new byte[1], new byte[6], ones)) {
                Path in = withFrame(grey, joined(before, jpeg, behind));
                assertThat(drawn(in)).isEqualTo(expected);
                redact(in);
            }
        }
    }

    @Test
    void a_palette_may_be_packed_in_bytes_and_have_65536_entries() throws IOException {
        long[] one = {0x1122, 0x3344};
        SampleFile packed =
                SampleFile.of(1, 4)
                        .photometric("PALETTE COLOR")
                        .samples((f, r, c, k) -> c)
                        .with(
                                b -> {
                                    for (int i = 0; i < 3; i++) {
                                        b.numbers(0x00281101 + i, "US", 4, 0, 8);
                                        b.numbers(0x00281201 + i, "OW", one);
                                    }
                                });
        for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.BIG_ENDIAN)) {
            int[] image = drawn(in(packed, syntax));
            assertThat(new int[] {image[0], image[3], image[6], image[9]})
                    .as("two entries in a word, the first in its low byte")
                    .containsExactly(0x22, 0x11, 0x44, 0x33);
        }
        long[] all = new long[65536];
        for (int i = 0; i < all.length; i++) {
            all[i] = 65535 - i;
        }
        SampleFile long16 =
                SampleFile.of(1, 3)
                        .bits(16, 16, 15)
                        .photometric("PALETTE COLOR")
                        .samples((f, r, c, k) -> 32767 * c)
                        .with(
                                b -> {
                                    for (int i = 0; i < 3; i++) {
                                        b.numbers(0x00281101 + i, "US", 0, 0, 16);
                                        b.numbers(0x00281201 + i, "OW", all);
                                    }
                                });
        int[] image = drawn(in(long16, Syntax.EXPLICIT));
        assertThat(new int[] {image[0], image[3], image[6]}).containsExactly(255, 128, 0);
    }

    @Test
    void a_colour_profile_is_copied_and_not_applied() throws IOException {
        byte[] profile = new byte[200];
        Arrays.fill(profile, (byte) 77);
        SampleFile sample = SampleFile.of(5, 7).photometric("RGB").samples(OddPixelsTest::texture);
        int[] without = drawn(redact(in(sample, Syntax.EXPLICIT)));
        sample.with(b -> b.bytes(0x00282000, "OB", profile));
        Path out = redact(in(sample, Syntax.EXPLICIT));
        assertThat(drawn(out)).isEqualTo(without);
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.attributes().getBytes(0x00282000)).isEqualTo(profile);
        }
    }

    @Test
    void an_overlay_may_begin_at_a_later_frame_and_outside_of_the_image() throws IOException {
        SampleFile sample =
                SampleFile.of(8, 8)
                        .frames(5)
                        .overlay(new Overlay(0x6000, 4, 4, -6, 30, 2, (f, r, c) -> true))
                        .with(b -> b.numbers(0x60000051, "US", 3));
        Path in = in(sample, Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.overlays().get(0).firstImageFrame()).isEqualTo(2);
            assertThat(file.overlays().get(0).originX()).isEqualTo(29);
            assertThat(file.overlays().get(0).originY()).isEqualTo(-7);
        }
        Path out = redact(in, new OverlayGroup(0x6000), "");
        try (DicomFile file = DicomFile.open(out)) {
            byte[] bits = file.overlay(new OverlayPlane(0x6000, 1));
            for (int i = 0; i < bits.length; i++) {
                assertThat(bits[i]).isEqualTo((byte) (PLACE.contains(i % 4, i / 4) ? 0 : 1));
            }
        }
    }

    @Test
    void bits_of_an_overlay_that_jpeg_has_lost_do_not_hinder_its_redaction() throws IOException {
        byte[] jpeg = jpeg(SampleFile.of(16, 16).samples(OddPixelsTest::texture));
        SampleFile sample =
                SampleFile.of(16, 16)
                        .bits(16, 8, 7)
                        .with(b -> b.numbers(0x60000102, "US", 12).numbers(0x60000100, "US", 16));
        Path in = withFrame(sample, jpeg);
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.overlay(new OverlayPlane(0x6000, 0))).containsOnly(0);
        }
        Path out = redact(in, new AllPlanes(), "");
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.transferSyntax().uid()).isEqualTo(Syntax.JPEG_BASELINE.uid());
            assertThat(file.frame(0).sample(1, 1, 0)).isZero();
        }
        redact(in, new OverlayPlane(0x6000, 0), "");
    }

    @Test
    void an_overlay_coded_with_the_samples_of_jpeg_is_redacted_in_a_lossless_syntax_only()
            throws IOException {
        byte[] jpeg = jpeg(SampleFile.of(16, 16).samples((f, r, c, k) -> 0xA5));
        SampleFile sample =
                SampleFile.of(16, 16)
                        .bits(8, 6, 5)
                        .with(b -> b.numbers(0x60000102, "US", 7).numbers(0x60000100, "US", 8));
        Path in = withFrame(sample, jpeg);
        PlaneScope overlay = new OverlayPlane(0x6000, 0);
        assertThatThrownBy(() -> redact(in, overlay, ""))
                .isInstanceOf(DicomException.class)
                .hasMessage(
                        in
                                + ": overlays in JPEG samples cannot be redacted in this syntax; "
                                + "choose a lossless --transfer-syntax");
        Path out = redact(in, overlay, JPEG_LS);
        try (DicomFile before = DicomFile.open(in);
                DicomFile file = DicomFile.open(out)) {
            Frame a = before.frame(0);
            Frame b = file.frame(0);
            for (int i = 0; i < 256; i++) {
                boolean inside = PLACE.contains(i % 16, i / 16);
                assertThat(b.word(i)).isEqualTo(inside ? a.word(i) & 0x7F : a.word(i));
            }
        }
    }
}
