package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.synth.FloatingSamples;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** pydicom and numpy, who know nothing of us, judge redacted floating point pixels. */
class FloatPeersIT {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path CORPUS =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");

    @TempDir private Path folder;

    @BeforeEach
    void peersAreInstalled() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "no python here");
        Process p = new ProcessBuilder(PYTHON.toString(), "-c", "import pydicom, numpy").start();
        assumeTrue(p.waitFor() == 0, "pydicom is not installed");
    }

    @Test
    void drawn_files_of_every_syntax_are_blank_inside_and_the_same_outside() throws Exception {
        Random random = new Random(9);
        for (Syntax syntax :
                List.of(Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED)) {
            for (int bits : new int[] {32, 64}) {
                double[] values = random.doubles(3 * 21 * 17, -40, 100).toArray();
                values[30] = Double.NaN;
                values[300] = Double.NEGATIVE_INFINITY;
                values[500] = -1000;
                SampleFile sample =
                        SampleFile.of(21, 17)
                                .frames(3)
                                .with(FloatingSamples.of(bits, values))
                                .with(
                                        b ->
                                                b.decimals(
                                                        bits == 32 ? 0x00280122 : 0x00280123,
                                                        bits == 32 ? "FL" : "FD",
                                                        -1000));
                Path in = sample.write(folder.resolve("in.dcm"), syntax);
                assertThat(judged(in, random)).as("%s %d", syntax, bits).startsWith("ok -39.");
            }
        }
    }

    @Test
    void parametric_maps_of_the_corpus_are_blank_inside_and_the_same_outside() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus here");
        for (String name : List.of("parametric_map_float", "parametric_map_double_float")) {
            Path in = CORPUS.resolve("pydicom__pydicom-data__" + name + ".dcm");
            assertThat(judged(in, new Random(4))).startsWith("ok 0.0 ");
        }
    }

    /** Two random rectangles on every frame. */
    private String judged(Path in, Random random) throws IOException, InterruptedException {
        Path out = folder.resolve("out.dcm");
        List<Region> regions = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        try (DicomFile file = DicomFile.open(in)) {
            for (PlaneGeometry g : file.planes()) {
                for (int n = 0; n < 2; n++) {
                    int x = random.nextInt(g.width());
                    int y = random.nextInt(g.height());
                    PixelRectangle r =
                            new PixelRectangle(
                                    x,
                                    y,
                                    1 + random.nextInt(g.width() - x),
                                    1 + random.nextInt(g.height() - y));
                    regions.add(new Region(g.plane(), r));
                    lines.append(g.plane().index()).append(' ').append(x).append(' ').append(y);
                    lines.append(' ').append(r.right()).append(' ').append(r.bottom());
                    lines.append('\n');
                }
            }
            RedactionTargets targets = RedactionTargets.resolve(file, new RedactionPlan(regions));
            new Redactor().write(file, targets, RedactionPolicy.DEFAULT, out);
            assertThat(
                            new Verifier()
                                    .verify(file, out, targets, RedactionPolicy.DEFAULT)
                                    .problems())
                    .isEmpty();
        }
        return numpy(in, out, lines.toString());
    }

    private String numpy(Path in, Path out, String rectangles)
            throws IOException, InterruptedException {
        Path script =
                Path.of(System.getProperty("pixelanon.root"), "modules/core/dicom/src/test/python")
                        .resolve("float_fill.py");
        Path list = Files.writeString(folder.resolve("list.txt"), rectangles);
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(
                                PYTHON.toString(), script.toString(), in.toString(), out.toString())
                        .redirectInput(list.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        process.waitFor();
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
