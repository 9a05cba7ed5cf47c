package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.codec.FrameCodecs;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Files of JPEG lossless and JPEG-LS keep their syntax, and all samples but those blanked. */
class LosslessRedactionTest {

    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final String JPEG_LS_NEAR = JPEG + "81";
    private static final PixelRectangle TEXT = new PixelRectangle(3, 2, 7, 4);

    /** CharLS: 9 by 6 pixels of 8 bit with a loss of up to 3. */
    private static final String NEAR =
            "ffd8fff7000b080006000901011100ffda0008010100030000"
                    + "cd98dce7692488892440630c181a96bd25801fa52ba4444884ffd9";

    @TempDir private Path folder;

    private static int texture(int frame, int row, int column, int channel) {
        int noise = ((frame * 31 + row) * 57 + column * 7 + channel) * 0x9E3779B1 >>> 29;
        return 40 * (row / 3) + 9 * column + noise + 70 * channel;
    }

    /** A file of a syntax with the samples drawn. */
    private Path coded(SampleFile sample, String uid, FrameShape shape) throws IOException {
        Path plain = sample.write(folder.resolve("plain.dcm"), Syntax.ENCAPSULATED_UNCOMPRESSED);
        FrameEncoder codec = FrameCodecs.encoder(uid).orElseThrow();
        List<byte[]> fragments = new ArrayList<>();
        try (DicomFile file = DicomFile.open(plain)) {
            for (int i = 0; i < file.image().orElseThrow().frames(); i++) {
                fragments.add(codec.encode(words(file.frame(i)), shape, null));
            }
        }
        return withFragments(sample, uid, fragments);
    }

    private Path withFragments(SampleFile sample, String uid, List<byte[]> fragments)
            throws IOException {
        byte[] file =
                sample.with(b -> b.fragments(new byte[0], fragments))
                        .toBytes(Syntax.ENCAPSULATED_UNCOMPRESSED);
        // the builder knows no such syntax, but one whose UID is as long
        byte[] stated = Syntax.ENCAPSULATED_UNCOMPRESSED.uid().getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(file, stated);
        System.arraycopy(uid.getBytes(StandardCharsets.US_ASCII), 0, file, at, stated.length);
        return Files.write(folder.resolve("in.dcm"), file);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    private static byte[] words(Frame frame) {
        int width = frame.bitsAllocated() / 8;
        byte[] out = new byte[frame.length() * width];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (frame.word(i / width) >> 8 * (i % width));
        }
        return out;
    }

    private static RedactionTargets targets(DicomFile file, Region... regions) throws IOException {
        return RedactionTargets.resolve(file, new RedactionPlan(List.of(regions)));
    }

    private static Region text(int frame) {
        return new Region(new FramePlane(frame), TEXT);
    }

    private Verification redact(Path in, Region... regions) throws IOException {
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t = targets(file, regions);
            new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
        }
        Verification v = verify(in, regions);
        assertThat(v.problems()).isEmpty();
        return v;
    }

    private Verification verify(Path in, Region... regions) throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t = targets(file, regions);
            Path out = folder.resolve("out.dcm");
            return new Verifier().verify(file, out, t, RedactionPolicy.DEFAULT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG + "57", JPEG + "70", JPEG + "80", JPEG_LS_NEAR})
    void touched_frames_are_coded_again_and_all_others_kept(String uid) throws IOException {
        check(drawn(), uid, new FrameShape(13, 17, 1, 8), 0);
        FrameShape wide = new FrameShape(13, 17, 1, 16, 12, true);
        check(drawn().bits(16, 12, 11).signed(), uid, wide, -2048);
        check(drawn().photometric("RGB"), uid, new FrameShape(13, 17, 3, 8), 0);
    }

    private static SampleFile drawn() {
        return SampleFile.of(13, 17).frames(3).samples(LosslessRedactionTest::texture);
    }

    private void check(SampleFile sample, String uid, FrameShape shape, int black)
            throws IOException {
        Path in = coded(sample, uid, shape);
        Verification v = redact(in, text(1));
        assertThat(v.framesIdentical()).isEqualTo(2);
        assertThat(v.framesChanged()).isEqualTo(1);
        assertThat(v.samplesInside()).isEqualTo(28L * shape.samplesPerPixel());
        try (DicomFile a = DicomFile.open(in);
                DicomFile b = DicomFile.open(folder.resolve("out.dcm"))) {
            assertThat(b.transferSyntax().uid()).isEqualTo(uid);
            Frame before = a.frame(1);
            Frame after = b.frame(1);
            for (int i = 0; i < before.length(); i++) {
                int pixel = i / shape.samplesPerPixel();
                boolean in1 = TEXT.contains(pixel % 17, pixel / 17);
                assertThat(after.sample(i)).isEqualTo(in1 ? black : before.sample(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG + "57", JPEG + "70", JPEG + "80", JPEG_LS_NEAR})
    void overlays_in_high_bits_keep_every_bit_that_is_not_blanked(String uid) throws IOException {
        SampleFile sample =
                SampleFile.of(13, 17)
                        .frames(2)
                        .bits(16, 12, 11)
                        .samples(LosslessRedactionTest::texture)
                        .highBitOverlay(0x6000, 13, (f, r, c) -> (r + c & 3) != 0)
                        .highBitOverlay(0x6002, 15, (f, r, c) -> (r * c & 1) == 0);
        Path in = coded(sample, uid, new FrameShape(13, 17, 1, 16, 12, false));
        OverlayPlane plane = new OverlayPlane(0x6002, 1);
        redact(in, text(0), new Region(plane, TEXT));
        try (DicomFile a = DicomFile.open(in);
                DicomFile b = DicomFile.open(folder.resolve("out.dcm"))) {
            byte[] before = a.overlay(plane);
            byte[] after = b.overlay(plane);
            for (int i = 0; i < before.length; i++) {
                boolean in1 = TEXT.contains(i % 17, i / 17);
                assertThat(after[i]).isEqualTo(in1 ? 0 : before[i]);
            }
            for (int f = 0; f < 2; f++) {
                OverlayPlane other = new OverlayPlane(0x6000, f);
                assertThat(b.overlay(other)).isEqualTo(a.overlay(other));
            }
        }
    }

    @Test
    void near_lossless_frames_are_kept_or_coded_without_further_loss() throws IOException {
        byte[] near = HexFormat.of().parseHex(NEAR);
        SampleFile sample = SampleFile.of(6, 9).frames(2);
        Path in = withFragments(sample, JPEG_LS_NEAR, List.of(near, near));
        Verification v = redact(in, text(1));
        assertThat(v.framesIdentical()).isEqualTo(1);
        byte[] out = Files.readAllBytes(folder.resolve("out.dcm"));
        assertThat(indexOf(out, near)).isPositive();
        try (DicomFile a = DicomFile.open(in);
                DicomFile b = DicomFile.open(folder.resolve("out.dcm"))) {
            assertThat(b.transferSyntax().uid()).isEqualTo(JPEG_LS_NEAR);
            for (int i = 0; i < 54; i++) {
                boolean in1 = TEXT.contains(i % 9, i / 9);
                assertThat(b.frame(1).sample(i)).isEqualTo(in1 ? 0 : a.frame(0).sample(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG + "57", JPEG + "70", JPEG + "80", JPEG_LS_NEAR})
    void only_segments_that_may_hold_a_picture_are_told_as_not_processed(String uid)
            throws IOException {
        byte[] noise = new byte[2 * 60 * 60];
        new Random(5).nextBytes(noise);
        FrameShape shape = new FrameShape(60, 60, 1, 16);
        byte[] coded = FrameCodecs.encoder(uid).orElseThrow().encode(noise, shape, null);
        Path in = withFragments(SampleFile.of(60, 60).bits(16, 16, 15), uid, List.of(coded));
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.notProcessed()).isEmpty();
        }
        byte[] large = new byte[coded.length + 802];
        System.arraycopy(coded, 0, large, 0, 2);
        System.arraycopy(
                new byte[] {(byte) 0xFF, (byte) 0xE3, 800 >> 8, (byte) 800}, 0, large, 2, 4);
        System.arraycopy(coded, 2, large, 804, coded.length - 2);
        in = withFragments(SampleFile.of(60, 60).bits(16, 16, 15), uid, List.of(large));
        try (DicomFile file = DicomFile.open(in)) {
            assertThat(file.notProcessed())
                    .containsExactly("an application segment 3 in a JPEG frame of Pixel Data");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG + "57", JPEG + "70", JPEG + "80", JPEG_LS_NEAR})
    void a_defect_of_an_encoder_is_seen(String uid) throws IOException {
        SampleFile sample =
                SampleFile.of(13, 17)
                        .frames(2)
                        .bits(16, 12, 11)
                        .samples(LosslessRedactionTest::texture);
        FrameShape shape = new FrameShape(13, 17, 1, 16, 12, false);
        Path in = coded(sample, uid, shape);
        redact(in, text(1));
        byte[] good = Files.readAllBytes(folder.resolve("out.dcm"));
        byte[] samples;
        try (DicomFile file = DicomFile.open(folder.resolve("out.dcm"))) {
            samples = words(file.frame(1));
        }
        FrameEncoder codec = FrameCodecs.encoder(uid).orElseThrow();
        byte[] coded = codec.encode(samples, shape, null);
        int outside = 2 * (12 * 17 + 16);
        int inside = 2 * (3 * 17 + 4);
        assertThat(doctored(in, good, coded, codec.encode(changed(samples, outside), shape, null)))
                .containsExactly("frame 2: 1 samples changed outside");
        assertThat(doctored(in, good, coded, codec.encode(changed(samples, inside), shape, null)))
                .containsExactly(
                        "frame 2: 1 samples inside a rectangle do not have the redaction value");
        assertThat(doctored(in, good, coded, withComment(coded)))
                .containsExactly("frame 2: its codestream contains more than the frame");
        assertThat(doctored(in, good, coded, Arrays.copyOf(coded, coded.length + 2)))
                .containsExactly("frame 2: its codestream contains more than the frame");
        assertThat(doctored(in, good, coded, Arrays.copyOf(coded, coded.length / 4 * 2)))
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot be read");
        assertThat(doctored(in, good, coded, coded)).isEmpty();
    }

    private static byte[] changed(byte[] samples, int at) {
        byte[] out = samples.clone();
        out[at] ^= 1;
        return out;
    }

    private static byte[] withComment(byte[] coded) {
        byte[] out = new byte[coded.length + 8];
        System.arraycopy(coded, 0, out, 0, 2);
        System.arraycopy(
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 6, 'd', 'o', 'e', ' '}, 0, out, 2, 8);
        System.arraycopy(coded, 2, out, 10, coded.length - 2);
        return out;
    }

    /** What is said about a copy in which one fragment was replaced. */
    private List<String> doctored(Path in, byte[] good, byte[] from, byte[] to) throws IOException {
        int at = indexOf(good, from);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, at - 4);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(to.length >> shift);
        }
        out.writeBytes(to);
        out.write(good, at + from.length, good.length - at - from.length);
        Files.write(folder.resolve("out.dcm"), out.toByteArray());
        return verify(in, text(1)).problems();
    }
}
