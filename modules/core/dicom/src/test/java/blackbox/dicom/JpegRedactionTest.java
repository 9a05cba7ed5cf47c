package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Files of JPEG keep their syntax, and the blocks of them that no rectangle touches. */
class JpegRedactionTest {

    private static final PixelRectangle TEXT = new PixelRectangle(20, 18, 30, 9);
    private static final PixelRectangle OTHER = new PixelRectangle(70, 50, 5, 5);

    @TempDir private Path folder;
    private Path in;
    private Path out;

    @BeforeEach
    void draw() throws IOException {
        in =
                SampleFile.of(64, 96)
                        .frames(3)
                        .photometric("YBR_FULL_422")
                        .samples((f, r, c, k) -> 40 * k + 2 * r + c + 50 * (r / 3 + c / 3 & 1))
                        .write(folder.resolve("in.dcm"), Syntax.JPEG_BASELINE);
        out = folder.resolve("out.dcm");
    }

    private static RedactionTargets targets(DicomFile file, PixelRectangle... rectangles)
            throws IOException {
        List<Region> regions = new ArrayList<>();
        for (PixelRectangle r : rectangles) {
            regions.add(new Region(new FramePlane(1), r));
        }
        return RedactionTargets.resolve(file, new RedactionPlan(regions));
    }

    private void write(PixelRectangle... rectangles) throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t = targets(file, rectangles);
            new Redactor().write(file, t, RedactionPolicy.DEFAULT, out);
        }
    }

    private Verification verify(PixelRectangle... rectangles) throws IOException {
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t = targets(file, rectangles);
            return new Verifier().verify(file, out, t, RedactionPolicy.DEFAULT);
        }
    }

    @Test
    void only_touched_blocks_of_touched_frames_change() throws IOException {
        write(TEXT, OTHER);
        Verification v = verify(TEXT, OTHER);
        assertThat(v.problems()).isEmpty();
        assertThat(v.framesIdentical()).isEqualTo(2);
        assertThat(v.framesChanged()).isEqualTo(1);
        assertThat(v.samplesInside()).isPositive();
        try (DicomFile before = DicomFile.open(in);
                DicomFile after = DicomFile.open(out)) {
            assertThat(after.transferSyntax()).isEqualTo(before.transferSyntax());
            assertThat(after.attributes().getString(Tag.PhotometricInterpretation))
                    .contains("YBR_FULL_422");
            assertThat(after.attributes().getBytes(Tag.PixelData).length)
                    .isLessThanOrEqualTo(before.attributes().getBytes(Tag.PixelData).length);
            compare(before.frame(1), after.frame(1));
            byte[] drawn = after.render(new FramePlane(1), new DisplayWindow.OfFile()).samples();
            int middle = (TEXT.y() + 4) * 96 + TEXT.x() + 15;
            assertThat(drawn[3 * middle]).isZero();
        }
    }

    /**
     * Luminance is black inside; two units away, where nothing is interpolated, all is the same.
     */
    private static void compare(Frame a, Frame b) {
        PixelRectangle near = new PixelRectangle(0, 0, 66, 40);
        PixelRectangle nearOther = new PixelRectangle(48, 40, 48, 24);
        for (int i = 0; i < a.length(); i++) {
            int x = i / 3 % a.columns();
            int y = i / 3 / a.columns();
            if ((TEXT.contains(x, y) || OTHER.contains(x, y)) && i % 3 == 0) {
                assertThat(b.sample(i)).isZero();
            } else if (!near.contains(x, y) && !nearOther.contains(x, y)) {
                assertThat(b.sample(i)).isEqualTo(a.sample(i));
            }
        }
    }

    @Test
    void a_planted_change_outside_is_seen() throws IOException {
        write(TEXT, OTHER);
        assertThat(verify(TEXT).problems())
                .anyMatch(
                        p ->
                                p.startsWith("frame 2: ")
                                        && p.contains(" coefficients changed outside"));
    }

    @Test
    void a_block_that_was_not_blanked_is_seen() throws IOException {
        write(TEXT);
        assertThat(verify(TEXT, OTHER).problems())
                .anyMatch(
                        p ->
                                p.startsWith("frame 2: ")
                                        && p.contains(
                                                "inside a rectangle are not flat, or not black"));
    }

    @Test
    void a_frame_that_is_not_the_original_is_seen() throws IOException {
        Files.copy(in, out);
        assertThat(verify(TEXT).problems()).anyMatch(p -> p.contains("not flat, or not black"));
    }

    @Test
    void every_single_changed_byte_is_seen() throws IOException {
        write(TEXT, OTHER);
        byte[] good = Files.readAllBytes(out);
        Random random = new Random(6);
        for (int n = 0; n < 400; n++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(out, bad);
            assertThat(verify(TEXT, OTHER).problems()).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void black_is_said_so_in_grey_of_either_sense() throws IOException {
        for (String sense : new String[] {"MONOCHROME2", "MONOCHROME1"}) {
            SampleFile.of(40, 41)
                    .frames(2)
                    .photometric(sense)
                    .samples((f, r, c, k) -> 3 * r + 2 * c)
                    .write(in, Syntax.JPEG_BASELINE);
            PixelRectangle edge = new PixelRectangle(30, 17, 11, 23);
            write(edge);
            assertThat(verify(edge).problems()).isEmpty();
            try (DicomFile file = DicomFile.open(out)) {
                for (int y = edge.y(); y < edge.bottom(); y++) {
                    for (int x = edge.x(); x < edge.right(); x++) {
                        assertThat(file.frame(1).sample(x, y, 0))
                                .isEqualTo(sense.endsWith("2") ? 0 : 255);
                    }
                }
            }
        }
    }
}
