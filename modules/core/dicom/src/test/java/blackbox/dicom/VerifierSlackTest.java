package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Bytes that decode to nothing are proven too. */
class VerifierSlackTest {

    private static final RedactionPlan PLAN =
            new RedactionPlan(List.of(new Region(new AllFrames(), new PixelRectangle(1, 1, 2, 1))));

    @TempDir private Path folder;

    private static int sample(int frame, int row, int column, int channel) {
        return (frame * 31 + row * 57 + column * 7 + channel) * 0x9E3779B1 >>> 5 & 3;
    }

    private byte[] redact(SampleFile sample, Syntax syntax) throws IOException {
        Path in = sample.write(folder.resolve("in.dcm"), syntax);
        Path out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t = RedactionTargets.resolve(file, PLAN);
            new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
        }
        byte[] good = Files.readAllBytes(out);
        assertThat(problems(good)).isEmpty();
        return good;
    }

    private List<String> problems(byte[] written) throws IOException {
        Path out = Files.write(folder.resolve("out.dcm"), written);
        try (DicomFile file = DicomFile.open(folder.resolve("in.dcm"))) {
            RedactionTargets t = RedactionTargets.resolve(file, PLAN);
            return new Verifier().verify(file, out, t, RedactionPolicy.DEFAULT).problems();
        }
    }

    @Test
    void something_hidden_in_the_padding_of_pixels_is_seen() throws IOException {
        SampleFile odd = SampleFile.of(5, 5).samples(VerifierSlackTest::sample);
        for (Syntax syntax : new Syntax[] {Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN}) {
            byte[] good = redact(odd, syntax);
            for (int i = good.length - 26; i < good.length; i++) {
                byte[] bad = good.clone();
                bad[i] ^= 0x55;
                assertThat(problems(bad)).as("%s, byte %d", syntax, i).isNotEmpty();
            }
        }
    }

    @Test
    void something_hidden_between_rle_segments_is_seen() throws IOException {
        SampleFile sample = SampleFile.of(5, 5).frames(2).samples(VerifierSlackTest::sample);
        byte[] good = redact(sample.bits(16, 16, 15), Syntax.RLE);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            assertThat(problems(bad)).as("byte %d", i).isNotEmpty();
        }
    }

    @Test
    void something_hidden_behind_a_deflated_data_set_is_seen() throws IOException {
        byte[] good =
                redact(SampleFile.of(9, 9).samples(VerifierSlackTest::sample), Syntax.DEFLATED);
        byte[] longer = Arrays.copyOf(good, good.length + 2);
        longer[good.length] = 'A';
        assertThat(problems(longer)).containsExactly("bytes after the deflated data set");
    }
}
