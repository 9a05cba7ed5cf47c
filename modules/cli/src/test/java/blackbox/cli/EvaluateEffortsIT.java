package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code pixelanon evaluate} with efforts side by side, and without each finder. */
class EvaluateEffortsIT {

    private static final String FOLDER = "pixelanon.extensions";

    private static final String SEES =
            """
            import java.util.*;
            import org.pixelanon.model.*;
            import org.pixelanon.model.engine.*;
            import org.pixelanon.model.text.*;
            public final class %1$s implements FinderEngine {
                public String name() { return "%2$s"; }
                public String description() { return "sees what it is told to"; }
                public TextFinder finder(EngineSettings settings) {
                    return new TextFinder() {
                        public String name() { return "%2$s"; }
                        public FoundText find(List<PlaneImage> views) {
                            return new FoundText(List.of(%3$s), null);
                        }
                        public void close() {}
                    };
                }
            }
            """;

    @TempDir private Path folder;
    private Path scan;
    private Path truth;

    @BeforeEach
    void draw() throws IOException {
        SampleExtension extension = new SampleExtension(folder, folder.resolve("extensions"));
        System.setProperty(FOLDER, extension.folder().toString());
        String line = "new FoundLine(new PixelRectangle(10, 10, 20, 10), 1, false)";
        extension.engine("a.jar", "FinderEngine", "Sees", SEES.formatted("Sees", "sees", line));
        extension.engine("b.jar", "FinderEngine", "Blind", SEES.formatted("Blind", "blind", ""));
        scan =
                SampleFile.of(60, 100)
                        .samples(
                                (frame, y, x, c) ->
                                        x >= 10 && x < 30 && y >= 10 && y < 20 && x % 2 == 0
                                                ? 200
                                                : 20)
                        .write(folder.resolve("scan.dcm"), Syntax.EXPLICIT);
        truth =
                Files.writeString(
                        folder.resolve("truth.csv"),
                        "filename,left,top,right,bottom,text,sensitive\nscan.dcm,10,10,29,19,DOE,1\n");
    }

    @AfterEach
    void forget() {
        System.clearProperty(FOLDER);
    }

    /** How much was erased, by configuration. */
    private Map<String, String> erased(Object... more) throws IOException {
        Path csv = folder.resolve("figures.csv");
        List<Object> words =
                new ArrayList<>(List.of("evaluate", "-q", truth, scan, "--write-csv", csv));
        words.addAll(List.of(more));
        Command done = Command.run(words.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        List<String> lines = Files.readAllLines(csv);
        List<String> columns = List.of(lines.get(0).split(",", -1));
        Map<String, String> erased = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields[0].equals("all") && fields[columns.indexOf("measure")].equals("erased")) {
                erased.put(fields[columns.indexOf("configuration")], fields[7]);
            }
        }
        return erased;
    }

    @Test
    void efforts_stand_side_by_side_and_each_finder_is_left_out_in_turn() throws Exception {
        Map<String, String> all =
                erased("--effort", "fast,balanced", "--finders", "sees,blind", "--ablate");

        assertThat(all.keySet())
                .containsExactly(
                        "fast", "balanced", "balanced without sees", "balanced without blind");
        assertThat(Double.parseDouble(all.get("balanced"))).isEqualTo(1);
        assertThat(Double.parseDouble(all.get("balanced without sees"))).isZero();
        assertThat(Double.parseDouble(all.get("balanced without blind"))).isEqualTo(1);
    }

    @Test
    void with_judging_too_what_judges_is_left_out_and_what_finds() throws Exception {
        assertThat(
                        erased(
                                        "--effort",
                                        "balanced",
                                        "--finders",
                                        "sees,blind",
                                        "--ablate",
                                        "--judge",
                                        "--pii",
                                        "tags,patterns")
                                .keySet())
                .containsExactly(
                        "balanced",
                        "balanced without tags",
                        "balanced without patterns",
                        "balanced without sees",
                        "balanced without blind");
    }

    @Test
    void where_nothing_can_be_left_out_ablation_is_refused() {
        for (String finders : List.of("fast", "balanced")) {
            Command run =
                    Command.run(
                            "evaluate",
                            truth,
                            scan,
                            "--ablate",
                            "--effort",
                            finders,
                            "--finders",
                            "sees");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--ablate: ");
        }
    }
}
