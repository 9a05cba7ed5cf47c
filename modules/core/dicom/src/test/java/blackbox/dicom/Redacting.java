package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Redacts drawn files and judges the copies. */
final class Redacting {

    static final Syntax[] NATIVE = {
        Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED
    };

    private final Path folder;

    /** Copies are written into a folder. */
    Redacting(Path folder) {
        this.folder = folder;
    }

    static int noise(int frame, int row, int column, int channel) {
        return (((frame * 31 + row) * 57 + column) * 7 + channel + 3) * 0x9E3779B1 >>> 3;
    }

    static boolean bit(int frame, int row, int column) {
        return (noise(frame, row, column, 9) >>> 7 & 3) != 0;
    }

    static Region region(PlaneScope scope, int x, int y, int width, int height) {
        return new Region(scope, new PixelRectangle(x, y, width, height));
    }

    Path copy(Path in, Region... regions) throws IOException {
        return copy(in, RedactionPolicy.DEFAULT, regions);
    }

    /** The copy, which is proven. */
    Path copy(Path in, RedactionPolicy policy, Region... regions) throws IOException {
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
    void check(SampleFile sample, Syntax syntax, int[] black, Random random) throws IOException {
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
        Path out = copy(in, regions.toArray(Region[]::new));
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

    static void frames(Frame a, Frame b, List<PixelRectangle> rectangles, int[] black) {
        int n = a.samplesPerPixel();
        for (int i = 0; i < a.length(); i++) {
            int pixel = i / n;
            boolean in = inside(rectangles, pixel % a.columns(), pixel / a.columns());
            assertThat(b.sample(i)).isEqualTo(in ? black[i % n] : a.sample(i));
        }
    }
}
