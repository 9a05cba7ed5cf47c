package blackbox.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;

/**
 * How long the writing of a redacted copy takes, first and only in its process as on the command
 * line. Run by {@code docs/benchmarks/run.sh}; no test.
 */
final class WritingSpeed {

    private static final RedactionPlan PLAN =
            new RedactionPlan(
                    List.of(
                            region(0, 0, 400, 60),
                            region(700, 0, 324, 60),
                            region(0, 700, 300, 40)));

    private WritingSpeed() {}

    private static Region region(int x, int y, int width, int height) {
        return new Region(new AllFrames(), new PixelRectangle(x, y, width, height));
    }

    /**
     * Prints the seconds from before the copy is made to behind its last byte.
     *
     * @param arguments the original and the copy, which does not exist
     * @throws IOException if reading or writing fails
     */
    public static void main(String[] arguments) throws IOException {
        Path copy = Path.of(arguments[1]);
        try (DicomFile file = DicomFile.open(Path.of(arguments[0]))) {
            RedactionTargets targets = RedactionTargets.resolve(file, PLAN);
            long start = System.nanoTime();
            new Redactor().write(file, targets, RedactionPolicy.DEFAULT, copy);
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }
}
