package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.evaluate.Figure;
import org.pixelanon.pipeline.evaluate.LineFigures;
import org.pixelanon.pipeline.evaluate.TextLine;

/** How lines are judged of which it is known whether they are sensitive. */
class JudgedLinesTest {

    @TempDir private Path folder;

    private static SensitivityJudge judge() throws IOException {
        return SensitivityJudge.of(List.of("tags", "patterns", "allowlist"), null, null);
    }

    private static List<TextLine> shared(String name) throws PipelineException {
        Path lines = Path.of(System.getProperty("pixelanon.shared", "none"), "pii", name);
        Assumptions.assumeTrue(Files.isReadable(lines));
        return TextLine.read(lines, true);
    }

    private static long some(Figure figure) {
        return Math.round(figure.value() * figure.of());
    }

    @Test
    void every_line_that_once_was_released_is_hidden() throws IOException {
        LineFigures figures = LineFigures.of(judge(), shared("adversarial.csv"), false);
        assertThat(figures.kept().get("all").of()).isEqualTo(100);
        assertThat(some(figures.kept().get("all"))).isZero();
    }

    @Test
    void of_known_lines_no_sensitive_one_is_kept_and_three_of_four_harmless_ones_are()
            throws IOException {
        LineFigures figures = LineFigures.of(judge(), shared("dev.csv"), false);
        assertThat(some(figures.kept().get("all"))).isZero();
        assertThat(figures.blanked().get("all").value()).isLessThanOrEqualTo(0.25);
    }

    @Test
    void the_same_with_errors_of_recognition() throws IOException {
        LineFigures figures = LineFigures.of(judge(), shared("dev.csv"), true);
        assertThat(some(figures.kept().get("all"))).isLessThanOrEqualTo(1);
        assertThat(figures.blanked().get("all").value()).isLessThanOrEqualTo(0.45);
    }

    @Test
    void figures_are_counted_by_class_with_their_intervals() throws IOException {
        Path csv =
                Files.writeString(
                        folder.resolve("lines.csv"),
                        """
                        text,class,sensitive,noisy,identity
                        LIVER,anatomy,0,LIVEA,
                        Plumbago,anatomy,0,,
                        Plumbago,name,1,Plumbogo,PatientName|PN|Plumbago^Ida
                        """);
        LineFigures figures = LineFigures.of(judge(), TextLine.read(csv, true), false);
        assertThat(figures.kept().keySet()).containsExactly("all", "name");
        Figure blanked = figures.blanked().get("anatomy");
        assertThat(blanked.of()).isEqualTo(2);
        assertThat(blanked.value()).isEqualTo(0.5);
        assertThat(blanked.low()).isBetween(0.09, 0.10);
        assertThat(blanked.high()).isBetween(0.90, 0.91);
        assertThat(LineFigures.of(judge(), TextLine.read(csv, true), true).blanked())
                .hasEntrySatisfying("all", f -> assertThat(f.of()).isEqualTo(1));
    }
}
