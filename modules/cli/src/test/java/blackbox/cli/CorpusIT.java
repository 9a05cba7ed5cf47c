package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job over all real files, judged by dcmtk, gdcm and pydicom. */
class CorpusIT {

    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));

    /** Expected complaints of other toolkits, with the reasons. */
    private static final Map<String, String> EXPLAINED =
            Map.ofEntries(
                    // big endian bytes in OW, which pydicom 2 does not swap in pairs (PS3.5 8.1.1)
                    Map.entry("pydicom__pydicom-data__OBXXXX1A_expb.dcm", "judge: "),
                    // single bits cut into bytes, which the standard does not define
                    Map.entry("pydicom__pydicom-data__liver_rle.dcm", "decodable but Failed"),
                    // their fragments end too early, which the manifest does not say
                    Map.entry("fo-dicom__fo-dicom__GH1339.dcm", "decodable but Failed"),
                    Map.entry(
                            "pydicom__pydicom-data__emri_small_jpeg_2k_lossless_too_short.dcm",
                            "decodable but Failed"),
                    // icons of files in which nothing is hidden, an overlay without data
                    // (decision 0006)
                    Map.entry("fo-dicom__fo-dicom__GH195.dcm", "decodable but NeedsReview"),
                    Map.entry(
                            "pydicom__pydicom-data__MR-SIEMENS-DICOM-WithOverlays.dcm",
                            "decodable but NeedsReview"),
                    Map.entry(
                            "pydicom__pydicom__examples_overlay.dcm", "decodable but NeedsReview"),
                    Map.entry(
                            "pydicom__pylibjpeg-data__JPEGLosslessP14SV1_1s_1f_u_16_16.dcm",
                            "decodable but NeedsReview"),
                    // gdcm decodes them otherwise than dcmtk, and otherwise from run to run
                    Map.entry(
                            "cornerstonejs__dicomParser__CT0012.fragmented_no_bot_jpeg_ls.80.dcm",
                            "judge: "),
                    Map.entry(
                            "cornerstonejs__dicomParser__CT0012.fragmented_no_bot_jpeg_ls.81.dcm",
                            "judge: "),
                    // signed by its elements, unsigned by its codestream: the judge takes it for
                    // unsigned
                    Map.entry("pydicom__pydicom__J2K_pixelrep_mismatch.dcm", "judge: "),
                    // 15 frames where Number of Frames says "1A"; raw lines in a private 7FE1
                    Map.entry("pydicom__pydicom__badVR.dcm", "decodable but NeedsReview"),
                    Map.entry(
                            "SMI__dicompixelanon__US-GE-4AICL142.dcm",
                            "decodable but NeedsReview"));

    @TempDir Path folder;

    @Test
    void anonymise_over_the_corpus_is_what_other_programs_expect() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("corpus/files")), "no corpus here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python here");
        Path report = folder.resolve("report.json");
        Path list = folder.resolve("rects.csv");
        Command anonymise =
                run(
                        "anonymise",
                        SHARED.resolve("corpus/files"),
                        "-o",
                        folder.resolve("out"),
                        "--report",
                        report,
                        "--write-csv",
                        list,
                        "--jobs",
                        2,
                        "-q");
        assertThat(anonymise.code()).as("some files are damaged or refused by name").isEqualTo(1);
        List<String> said = peers(report, list);
        Files.write(Path.of("target", "corpus-peers.txt"), said);
        Map<String, String> bad = new TreeMap<>();
        for (String line : said) {
            if (line.startsWith("BAD ")) {
                String name = line.substring(line.lastIndexOf('/') + 1);
                bad.merge(name, line.substring(4, line.lastIndexOf(" | ")), (a, b) -> a + "; " + b);
            }
        }
        bad.entrySet().removeIf(e -> isExplained(e.getKey(), e.getValue()));
        assertThat(bad).isEmpty();
        String totals = said.get(said.size() - 1);
        assertThat(figure(totals, "Clean") + figure(totals, "Redacted")).isGreaterThan(140);
        assertThat(figure(totals, "judged")).isGreaterThan(35);
        assertThat(figure(totals, "undecided")).isLessThan(12);
        assertThat(figure(totals, "read")).isGreaterThan(130);
    }

    private static boolean isExplained(String name, String complaint) {
        String known = EXPLAINED.get(name);
        return known != null
                && (complaint.equals(known) || known.endsWith(" ") && complaint.startsWith(known));
    }

    private static int figure(String totals, String name) {
        int at = totals.indexOf(" " + name + "=") + name.length() + 2;
        int end = totals.indexOf(' ', at);
        return Integer.parseInt(totals.substring(at, end < 0 ? totals.length() : end));
    }

    private List<String> peers(Path report, Path list) throws Exception {
        Path script =
                Path.of(System.getProperty("pixelanon.root"), "modules/cli/src/test/python")
                        .resolve("peers.py");
        Path out = folder.resolve("peers.txt");
        Process process =
                new ProcessBuilder(
                                "/usr/bin/python3",
                                script.toString(),
                                SHARED.resolve("corpus").toString(),
                                report.toString(),
                                list.toString(),
                                SHARED.resolve("tools/compare.py").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        int code = process.waitFor();
        List<String> said = Files.readAllLines(out);
        assertThat(code).as(String.join("\n", said)).isZero();
        return said;
    }
}
