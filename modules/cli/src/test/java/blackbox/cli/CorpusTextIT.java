package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.cli.Main;

/** Text on real images is found, and little else, as the project's own score counts it. */
class CorpusTextIT {

    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));

    /** Uncompressed in all its forms, RLE, baseline JPEG. */
    private static final String SYNTAXES =
            "1.2.840.10008.1.2,1.2.840.10008.1.2.1,1.2.840.10008.1.2.2,1.2.840.10008.1.2.1.99,"
                    + "1.2.840.10008.1.2.5,1.2.840.10008.1.2.4.50";

    private static final Pattern SCORE =
            Pattern.compile(
                    "boxes (?<boxes>\\d+) erased (?<erased>[\\d.]+)% .*"
                            + " images wholly erased (?<wholly>[\\d.]+)%"
                            + " over median (?<median>[\\d.]+)% worst (?<worst>[\\d.]+)%");

    @TempDir private Path folder;

    @Test
    void text_on_real_images_is_found_and_little_else() throws IOException, InterruptedException {
        Path corpus = SHARED.resolve("corpus");
        assumeTrue(Files.isDirectory(corpus.resolve("files")), "no corpus here");
        assumeTrue(Python.canScore(), "no pydicom here");
        Path rectangles = folder.resolve("rectangles.csv");
        // some files of the corpus are broken and must fail
        assertThat(
                        Main.run(
                                "ocr",
                                corpus.resolve("files").toString(),
                                "--rects",
                                "-q",
                                "--csv",
                                rectangles.toString()))
                .isEqualTo(1);
        String printed =
                Python.run(
                        SHARED.resolve("tools/score.py").toString(),
                        corpus.resolve("text_truth.json").toString(),
                        rectangles.toString(),
                        corpus.toString(),
                        "--syntax",
                        SYNTAXES);
        Matcher score = SCORE.matcher(printed);
        assertThat(score.find()).as(printed).isTrue();
        assertThat(figure(score, "boxes")).as(printed).isGreaterThanOrEqualTo(140);
        assertThat(figure(score, "erased")).as(printed).isGreaterThanOrEqualTo(85);
        assertThat(figure(score, "wholly")).as(printed).isGreaterThanOrEqualTo(60);
        assertThat(figure(score, "median")).as(printed).isLessThanOrEqualTo(1.5);
        assertThat(figure(score, "worst")).as(printed).isLessThanOrEqualTo(15);
    }

    private static double figure(Matcher score, String name) {
        return Double.parseDouble(score.group(name));
    }
}
