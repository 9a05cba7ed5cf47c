package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.LossyPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Redacted files in another syntax than their originals, all without loss. */
class TranscodingTest {

    private static final PixelRectangle TEXT = new PixelRectangle(5, 6, 20, 9);

    @TempDir private Path folder;

    private static RedactionPolicy to(String uid) {
        return RedactionPolicy.DEFAULT.inSyntax(uid, LossyPolicy.KEEP_LOSSLESS);
    }

    private Path redact(Path in, RedactionPolicy policy) throws IOException {
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            new Redactor().write(file, targets(file), policy, out);
        }
        return out;
    }

    private static RedactionTargets targets(DicomFile file) throws IOException {
        return RedactionTargets.resolve(
                file, new RedactionPlan(List.of(new Region(new AllFrames(), TEXT))));
    }

    private static List<String> problems(Path in, Path out, RedactionPolicy policy)
            throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            return new Verifier().verify(file, out, targets(file), policy).problems();
        }
    }

    private List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        samples.add(
                SampleFile.of(33, 47)
                        .frames(3)
                        .samples((f, r, c, k) -> (31 * r + 7 * c + 97 * f) % 256)
                        .write(folder.resolve("grey.dcm"), Syntax.EXPLICIT));
        samples.add(
                SampleFile.of(32, 40)
                        .frames(2)
                        .photometric("RGB")
                        .samples((f, r, c, k) -> (40 * k + 5 * r + c + f) % 256)
                        .write(folder.resolve("colour.dcm"), Syntax.EXPLICIT));
        samples.add(
                SampleFile.of(32, 40)
                        .frames(2)
                        .samples((f, r, c, k) -> (r * c + f) % 256)
                        .write(folder.resolve("rle.dcm"), Syntax.RLE));
        return samples;
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEG2000Lossless, UID.ExplicitVRLittleEndian})
    void words_of_12_bits_are_refused_by_name_where_the_syntax_would_change(String uid)
            throws IOException {
        Path in =
                SampleFile.of(33, 47)
                        .samples((f, r, c, k) -> r + c)
                        .with(b -> b.numbers(Tag.BitsAllocated, "US", 12))
                        .write(folder.resolve("packed.dcm"), Syntax.RLE);
        String target = uid.equals(UID.RLELossless) ? UID.JPEGLSLossless : uid;
        assertThatThrownBy(() -> redact(in, to(target)))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("12 bits allocated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEG2000Lossless
            })
    void samples_outside_are_those_of_the_original_in_every_syntax(String uid) throws IOException {
        for (Path in : samples()) {
            Path out = redact(in, to(uid));
            assertThat(problems(in, out, to(uid))).as(in.toString()).isEmpty();
            try (DicomFile before = DicomFile.open(in);
                    DicomFile after = DicomFile.open(out)) {
                assertThat(after.transferSyntax().uid()).isEqualTo(uid);
                assertThat(after.attributes().contains(Tag.LossyImageCompression)).isFalse();
                for (int i = 0; i < before.image().orElseThrow().frames(); i++) {
                    compare(before.frame(i), after.frame(i));
                }
            }
        }
    }

    private static void compare(Frame a, Frame b) {
        int n = a.samplesPerPixel();
        for (int i = 0; i < a.length(); i++) {
            boolean inside = TEXT.contains(i / n % a.columns(), i / n / a.columns());
            assertThat(b.sample(i)).isEqualTo(inside ? 0 : a.sample(i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.RLELossless,
                UID.JPEGLosslessSV1,
                UID.JPEGLSLossless,
                UID.JPEG2000Lossless
            })
    void every_single_changed_byte_is_seen(String uid) throws IOException {
        Path in = samples().get(0);
        Path out = redact(in, to(uid));
        byte[] good = Files.readAllBytes(out);
        Random random = new Random(uid.hashCode());
        for (int n = 0; n < 150; n++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(out, bad);
            assertThat(problems(in, out, to(uid))).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void a_lossless_syntax_is_edited_in_itself_and_untouched_frames_keep_their_bytes()
            throws IOException {
        for (String uid :
                new String[] {UID.JPEGLosslessSV1, UID.JPEGLSLossless, UID.JPEG2000Lossless}) {
            Path coded = folder.resolve("coded.dcm");
            Files.move(
                    redact(samples().get(0), to(uid)),
                    coded,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            PixelRectangle other = new PixelRectangle(30, 20, 6, 6);
            Path out = folder.resolve("again.dcm");
            try (DicomFile file = DicomFile.open(coded)) {
                RedactionTargets second =
                        RedactionTargets.resolve(
                                file,
                                new RedactionPlan(
                                        List.of(
                                                new Region(
                                                        new org.pixelanon.model.FramePlane(1),
                                                        other))));
                new Redactor().write(file, second, RedactionPolicy.DEFAULT, out);
                var proof = new Verifier().verify(file, out, second, RedactionPolicy.DEFAULT);
                assertThat(proof.problems()).isEmpty();
                assertThat(proof.framesIdentical()).isEqualTo(2);
                assertThat(proof.framesChanged()).isEqualTo(1);
            }
            try (DicomFile file = DicomFile.open(out)) {
                assertThat(file.transferSyntax().uid()).isEqualTo(uid);
                assertThat(file.frame(1).sample(31, 21, 0)).isZero();
            }
        }
    }

    @Test
    void jpeg_that_becomes_another_syntax_says_that_it_was_lossy() throws IOException {
        Path in =
                SampleFile.of(40, 56)
                        .photometric("YBR_FULL_422")
                        .samples((f, r, c, k) -> 40 * k + r + 2 * c)
                        .write(folder.resolve("jpeg.dcm"), Syntax.JPEG_BASELINE);
        Path out = redact(in, to(UID.JPEGLSLossless));
        assertThat(problems(in, out, to(UID.JPEGLSLossless))).isEmpty();
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.attributes().getString(Tag.LossyImageCompression)).contains("01");
            assertThat(file.attributes().getString(Tag.PhotometricInterpretation))
                    .contains("YBR_FULL");
        }
    }

    @Test
    void defect_39_compress_says_jpeg_2000_writes_rle() throws IOException {
        Path out = redact(samples().get(0), to(UID.JPEG2000Lossless));
        String bytes = Files.readString(out, StandardCharsets.ISO_8859_1);
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.fileMeta().getString(Tag.TransferSyntaxUID))
                    .contains(UID.JPEG2000Lossless);
        }
        // start of codestream and its size segment (ISO 15444-1 A.4.1), one for each frame
        assertThat(bytes.split("\u00FF\u004F\u00FF\u0051", -1)).hasSize(4);
    }

    @Test
    void what_cannot_be_transcoded_is_refused_by_name() throws IOException {
        Path in =
                SampleFile.of(20, 30)
                        .samples((f, r, c, k) -> r)
                        .write(folder.resolve("implicit.dcm"), Syntax.IMPLICIT);
        assertThatThrownBy(() -> redact(in, to(UID.RLELossless)))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("cannot be converted from Implicit VR Little Endian")
                .hasMessageContaining("RLE Lossless");
    }
}
