package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.dicom.redact.Redactor;
import org.pixelanon.dicom.verify.Verifier;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.Verification;

class RedactCorpusIT {

    /**
     * What the judge decodes otherwise: big endian bytes in OW, which pydicom 2 does not swap in
     * pairs (PS3.5 8.1.1); JPEG-LS that gdcm decodes otherwise than dcmtk and we; a file that is
     * signed by its elements and unsigned by its codestream; a lossy colour transform that became
     * the one without loss, which its label says.
     */
    private static final List<String> WRONG_JUDGED =
            List.of(
                    "OBXXXX1A_expb.dcm",
                    "CT0012.fragmented_no_bot_jpeg_ls.80.dcm",
                    "CT0012.fragmented_no_bot_jpeg_ls.81.dcm",
                    "J2K_pixelrep_mismatch.dcm",
                    "htj2k_203.dcm");

    @TempDir private Path folder;
    private final List<String> bad = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int verified;
    private int judged;

    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));

    @Test
    void every_supported_file_of_the_corpus_is_redacted_verified_and_judged_by_others()
            throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("corpus")));
        try (Stream<Path> files = Files.walk(SHARED.resolve("corpus"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                one(file);
            }
        }
        String summary =
                verified + " verified, " + judged + " judged, refused: " + refused.size() + "\n";
        Files.writeString(
                Path.of("target", "redact-corpus.txt"),
                summary + String.join("\n", bad) + "\n\n" + String.join("\n", refused) + "\n");
        assertThat(bad).isEmpty();
        assertThat(judged).isGreaterThan(110);
    }

    private void one(Path path) throws IOException, InterruptedException {
        try (DicomFile file = DicomFile.open(path)) {
            if (file.planes().isEmpty()) {
                return;
            }
            RedactionPlan plan = plan(file, new Random(path.getFileName().toString().hashCode()));
            RedactionTargets targets = RedactionTargets.resolve(file, plan);
            Path out = folder.resolve("out.dcm");
            new Redactor().write(file, targets, RedactionPolicy.DEFAULT, out);
            Verification v = new Verifier().verify(file, out, targets, RedactionPolicy.DEFAULT);
            if (!v.passed()) {
                bad.add(path + " verifier: " + v.problems());
                return;
            }
            verified++;
            judge(path, out, targets.regions());
        } catch (DicomException e) {
            refused.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            bad.add(path + " threw " + e);
        }
    }

    private static RedactionPlan plan(DicomFile file, Random random) throws DicomException {
        List<Region> regions = new ArrayList<>();
        for (PlaneGeometry g : file.planes()) {
            for (int n = 0; n < 2; n++) {
                int x = random.nextInt(g.width());
                int y = random.nextInt(g.height());
                int w = 1 + random.nextInt(Math.max(1, (g.width() - x) / 2));
                int h = 1 + random.nextInt(Math.max(1, (g.height() - y) / 2));
                regions.add(new Region(g.plane(), new PixelRectangle(x, y, w, h)));
            }
        }
        return new RedactionPlan(regions);
    }

    private void judge(Path original, Path out, List<Region> regions)
            throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("filename,left,top,right,bottom,frame,overlay\n");
        for (Region r : regions) {
            InclusiveBox b = InclusiveBox.of(r);
            csv.append(out).append(',').append(b.left()).append(',').append(b.top());
            csv.append(',').append(b.right()).append(',').append(b.bottom());
            csv.append(',').append(b.frame()).append(',').append(b.overlay()).append('\n');
        }
        Path rects = Files.writeString(folder.resolve("rects.csv"), csv);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "/usr/bin/python3",
                                SHARED.resolve("tools/compare.py").toString(),
                                original.toString(),
                                out.toString(),
                                rects.toString()));
        if (original.toString().contains("htj2k") || original.toString().contains("HTJ2K")) {
            command.add("--transcoded"); // to JPEG 2000 without loss
        }
        Path said = folder.resolve("said.txt");
        Process p =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int code = p.waitFor();
        String line = Files.readString(said, StandardCharsets.UTF_8).strip();
        String name = original.getFileName().toString();
        boolean wrong = WRONG_JUDGED.stream().anyMatch(name::endsWith);
        if (code == 0) {
            judged++;
        } else if (code == 1 && !line.contains("Traceback") && !wrong) {
            bad.add(original + " judge: " + line);
        } else {
            refused.add(original + " not judged: " + line);
        }
    }
}
