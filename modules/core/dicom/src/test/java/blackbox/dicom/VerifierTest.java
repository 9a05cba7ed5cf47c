package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class VerifierTest {

    private static final int PIXELS = 16 * 16 * 2;

    @TempDir private Path folder;
    private Path in;
    private Path out;
    private byte[] good;

    private static final RedactionPlan PLAN =
            new RedactionPlan(
                    List.of(
                            new Region(new AllFrames(), new PixelRectangle(4, 4, 4, 4)),
                            new Region(
                                    new OverlayPlane(0x6000, 0), new PixelRectangle(0, 0, 8, 1))));

    @BeforeEach
    void redact() throws IOException {
        in =
                SampleFile.of(16, 16)
                        .frames(2)
                        .samples((f, r, c, k) -> 100 + r)
                        .overlay(new Overlay(0x6000, 8, 8, 1, 1, 1, (f, r, c) -> true))
                        .with(b -> b.text(0x00080060, "CS", "US").text(0x00104000, "LT", "note"))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        out = folder.resolve("out.dcm");
        try (DicomFile file = DicomFile.open(in)) {
            new Redactor()
                    .write(
                            file,
                            RedactionTargets.resolve(file, PLAN),
                            RedactionPolicy.DEFAULT,
                            out);
        }
        good = Files.readAllBytes(out);
        assertThat(verify().problems()).isEmpty();
    }

    private Verification verify() throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets targets = RedactionTargets.resolve(file, PLAN);
            return new Verifier().verify(file, out, targets, RedactionPolicy.DEFAULT);
        }
    }

    private List<String> with(int at, int value) throws IOException {
        byte[] bad = good.clone();
        bad[at < 0 ? bad.length + at : at] = (byte) value;
        Files.write(out, bad);
        return verify().problems();
    }

    private static int pixel(int frame, int row, int column) {
        return -PIXELS + frame * 256 + row * 16 + column;
    }

    @Test
    void a_planted_leak_is_seen() throws IOException {
        assertThat(with(pixel(1, 5, 5), 105))
                .containsExactly(
                        "frame 2: 1 samples inside a rectangle do not have the redaction value");
    }

    @Test
    void a_wrong_fill_is_seen() throws IOException {
        assertThat(with(pixel(0, 4, 4), 1)).hasSize(1).first().asString().startsWith("frame 1");
    }

    @Test
    void every_single_changed_byte_of_the_file_is_seen() throws IOException {
        for (int i = 0; i < good.length; i++) {
            assertThat(with(i, good[i] ^ 0x10)).as("byte %d", i).isNotEmpty();
        }
    }

    @Test
    void a_change_outside_is_seen() throws IOException {
        assertThat(with(pixel(1, 15, 15), 0)).containsExactly("frame 2: 1 samples changed outside");
        assertThat(with(pixel(0, 5, 8), 0)).containsExactly("frame 1: 1 samples changed outside");
    }

    @Test
    void a_shortened_file_is_seen() throws IOException {
        for (int n = 1; n < good.length; n += 7) {
            Files.write(out, Arrays.copyOf(good, good.length - n));
            assertThat(verify().problems()).as("%d bytes short", n).isNotEmpty();
        }
    }

    @Test
    void an_unredacted_copy_is_seen() throws IOException {
        Files.write(out, Files.readAllBytes(in));
        assertThat(verify().problems())
                .anyMatch(p -> p.startsWith("frame 1: 16 samples inside"))
                .anyMatch(p -> p.startsWith("overlay 6000 frame 1: 8 bits not cleared"));
    }

    @Test
    void a_copy_with_one_other_byte_is_seen() throws IOException {
        byte[] same = Files.readAllBytes(in);
        Files.write(out, same);
        try (DicomFile original = DicomFile.open(in)) {
            assertThat(new Verifier().verifyCopy(original, out).passed()).isTrue();
            same[same.length - 1]++;
            Files.write(out, same);
            assertThat(new Verifier().verifyCopy(original, out).problems())
                    .containsExactly("the copy differs at byte " + (same.length - 1) + "");
            Files.write(out, Arrays.copyOf(same, same.length - 1));
            assertThat(new Verifier().verifyCopy(original, out).problems())
                    .containsExactly("the copy differs at byte " + (same.length - 1) + "");
        }
    }
}
