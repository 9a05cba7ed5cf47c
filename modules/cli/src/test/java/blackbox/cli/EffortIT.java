package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleKind;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/** Efforts. */
class EffortIT {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void draw() throws IOException {
        Path samples = folder.resolve("samples");
        SampleSet.of(3).kinds(List.of(SampleKind.CR_MONOCHROME2)).write(samples, 1);
        Files.delete(samples.resolve(SampleSet.TRUTH));
        file = Command.files(samples).get(0);
    }

    /** A process of its own, as users start it. */
    private Command started(Object... arguments) throws Exception {
        return Command.start(List.of(), List.of("-Xmx512m"), Map.of(), folder, arguments);
    }

    @Test
    void balanced_unites_strokes_and_networks_and_a_network_reads() throws Exception {
        Path rows = folder.resolve("rows.csv");
        Command ocr = started("ocr", file, "--rects", "--effort", "balanced", "--write-csv", rows);

        assertThat(ocr.code()).as(ocr.err()).isZero();
        assertThat(Files.readString(rows)).contains(",ppocr4,");
        assertThat(ocr.err()).doesNotContain("ai.djl", "WARN");
    }

    @Test
    void balanced_redacts_and_proves() throws Exception {
        Path out = folder.resolve("out");
        Command run = Command.run("anonymise", file, "-o", out, "--effort", "balanced", "-q");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Command.files(out)).hasSize(1);
    }

    @Test
    void a_long_command_line_is_no_failure() throws Exception {
        Path deep = folder.resolve("x".repeat(200));
        Files.createDirectories(deep);
        List<Object> words = new ArrayList<>(List.of("ocr", "--effort", "balanced"));
        for (int i = 0; i < 40; i++) {
            Path small = deep.resolve(i + ".dcm");
            SampleFile.of(32, 32).samples((f, r, c, k) -> 9).write(small, Syntax.EXPLICIT);
            words.add(small);
        }
        Command ocr = started(words.toArray());

        assertThat(ocr.code()).as(ocr.err()).isZero();
    }

    @Test
    void an_effort_that_does_not_exist_is_refused_with_those_that_do() throws Exception {
        Command run = Command.run("ocr", file, "--effort", "heroic");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).containsIgnoringCase("balanced");
    }

    @Test
    void a_recogniser_that_would_not_be_asked_is_refused() throws Exception {
        Command run = Command.run("ocr", file, "--effort", "balanced", "--ocr", "other");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--ocr other: needs --effort fast");
    }

    @Test
    void finders_and_readers_are_listed_with_the_other_engines() throws Exception {
        Command engines = started("engines");

        assertThat(engines.out())
                .containsPattern("finder +components")
                .containsPattern("finder +ppocr4")
                .containsPattern("finder +ppocr3")
                .containsPattern("reader +ppocr4");
    }
}
