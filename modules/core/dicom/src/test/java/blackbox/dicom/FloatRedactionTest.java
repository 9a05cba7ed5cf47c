package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.FloatingSamples;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Float and Double Float Pixel Data, blanked and proven. */
class FloatRedactionTest {

    private static final PixelRectangle BOX = new PixelRectangle(2, 1, 4, 3);
    private static final RedactionPlan PLAN =
            new RedactionPlan(List.of(new Region(new FramePlane(1), BOX)));
    private static final int FRAME = 8 * 8;

    @TempDir private Path folder;
    private Path out;

    /** Two frames of 8 by 8 with infinities and a negative zero. */
    private static SampleFile sample(int bits, double lowest) {
        double[] values = new Random(3).doubles(2 * FRAME, lowest, 5).toArray();
        values[7] = lowest;
        values[40] = Double.NEGATIVE_INFINITY;
        values[FRAME + 50] = Double.POSITIVE_INFINITY;
        values[FRAME + 51] = -0.0;
        SampleFile sample = SampleFile.of(8, 8).frames(2).with(FloatingSamples.of(bits, values));
        return sample.with(b -> b.text(0x00104000, "LT", "note"));
    }

    private List<String> redact(SampleFile sample, Syntax syntax) throws IOException {
        Path in = sample.write(folder.resolve("in.dcm"), syntax);
        out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets targets = RedactionTargets.resolve(file, PLAN);
            new Redactor().write(file, targets, RedactionPolicy.DEFAULT, out);
        }
        return verify();
    }

    private List<String> verify() throws IOException {
        try (DicomFile file = DicomFile.open(folder.resolve("in.dcm"))) {
            RedactionTargets targets = RedactionTargets.resolve(file, PLAN);
            return new Verifier().verify(file, out, targets, RedactionPolicy.DEFAULT).problems();
        }
    }

    @Test
    void rectangles_get_the_darkest_value_and_everything_else_keeps_its_bits() throws IOException {
        for (Syntax syntax :
                List.of(Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED)) {
            for (int bits : new int[] {32, 64}) {
                for (double lowest : new double[] {-3, 2}) {
                    assertThat(redact(sample(bits, lowest), syntax)).isEmpty();
                    try (DicomFile a = DicomFile.open(folder.resolve("in.dcm"));
                            DicomFile b = DicomFile.open(out)) {
                        assertSame(a.frame(0), b.frame(0), new PixelRectangle(8, 8, 1, 1), 0);
                        assertSame(a.frame(1), b.frame(1), BOX, Math.min(0, lowest));
                    }
                }
            }
        }
    }

    private static void assertSame(Frame a, Frame b, PixelRectangle blank, double fill) {
        for (int i = 0; i < a.length(); i++) {
            double expected = blank.contains(i % 8, i / 8) ? fill : a.value(i);
            assertThat(Double.doubleToRawLongBits(b.value(i)))
                    .isEqualTo(Double.doubleToRawLongBits(expected));
        }
    }

    @Test
    void padding_is_no_darkest_value() throws IOException {
        SampleFile padded = sample(32, -3).with(b -> b.decimals(0x00280122, "FL", -3));
        assertThat(redact(padded, Syntax.EXPLICIT)).isEmpty();
        try (DicomFile b = DicomFile.open(out)) {
            assertThat(b.frame(1).value(10)).isBetween(-2.999, -1.0);
        }
    }

    @Test
    void in_monochrome1_the_darkest_value_is_the_highest() throws IOException {
        SampleFile inverted = sample(64, 1).with(b -> b.text(0x00280004, "CS", "MONOCHROME1"));
        assertThat(redact(inverted, Syntax.EXPLICIT)).isEmpty();
        try (DicomFile b = DicomFile.open(out)) {
            assertThat(b.frame(1).value(10)).isBetween(4.5, 5.0);
        }
    }

    @Test
    void every_single_changed_byte_of_the_copy_is_seen() throws IOException {
        for (int bits : new int[] {32, 64}) {
            assertThat(redact(sample(bits, -1), Syntax.EXPLICIT)).isEmpty();
            byte[] good = Files.readAllBytes(out);
            for (int i = 0; i < good.length; i++) {
                byte[] bad = good.clone();
                bad[i] ^= 0x10;
                Files.write(out, bad);
                assertThat(verify()).as("byte %d of %d bits", i, bits).isNotEmpty();
            }
        }
    }

    @Test
    void a_leak_a_wrong_fill_and_a_change_outside_are_told_apart() throws IOException {
        assertThat(redact(sample(32, -1), Syntax.EXPLICIT)).isEmpty();
        byte[] good = Files.readAllBytes(out);
        assertThat(with(good, 1, 2, 0.75f))
                .containsExactly(
                        "frame 2: 1 samples inside a rectangle do not have the redaction value");
        assertThat(with(good, 3, 5, Float.NaN))
                .containsExactly(
                        "frame 2: 1 samples inside a rectangle do not have the redaction value");
        assertThat(with(good, 4, 2, 0.75f)).containsExactly("frame 2: 1 samples changed outside");
        assertThat(with(good, 6, 3, 0f))
                .as("the other zero")
                .containsExactly("frame 2: 1 samples changed outside");
        Files.write(out, Arrays.copyOf(good, good.length - 8));
        assertThat(verify()).isNotEmpty();
        Files.copy(folder.resolve("in.dcm"), out, StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify()).anyMatch(p -> p.startsWith("frame 2: 12 samples inside"));
    }

    private List<String> with(byte[] good, int row, int column, float value) throws IOException {
        byte[] bad = good.clone();
        ByteBuffer b = ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN);
        b.putFloat(bad.length - 4 * FRAME + 4 * (row * 8 + column), value);
        Files.write(out, bad);
        return verify();
    }

    @Test
    void numbers_that_are_none_keep_their_bits() throws IOException {
        long[] words = new long[2 * FRAME];
        for (int i = 0; i < words.length; i++) {
            words[i] = 0x7F800001 + i * 0x10001L % 0x7FFFFF;
        }
        SampleFile sample = sample(32, 0).with(b -> b.numbers(0x7FE00008, "OF", words));
        assertThat(redact(sample, Syntax.EXPLICIT)).isEmpty();
        byte[] before = Files.readAllBytes(folder.resolve("in.dcm"));
        byte[] after = Files.readAllBytes(out);
        assertThat(Arrays.copyOfRange(after, after.length - 4 * FRAME, after.length - 4 * 60))
                .isEqualTo(
                        Arrays.copyOfRange(
                                before, before.length - 4 * FRAME, before.length - 4 * 60));
        try (DicomFile b = DicomFile.open(out)) {
            assertThat(b.frame(1).value(10)).isZero();
        }
    }
}
