package blackbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.rules.LabReport;
import org.pixelanon.rules.ParsedRules;
import org.pixelanon.rules.RuleBook;
import org.pixelanon.rules.RuleLab;
import org.pixelanon.rules.RuleReader;
import org.pixelanon.rules.RuleResult;
import org.pixelanon.rules.RulesException;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;

/** Which pixels rules blank and which they keep, plane by plane. */
class AreasTest {

    private static final int WIDTH = Sample.COLUMNS;
    private static final int HEIGHT = Sample.ROWS;

    @TempDir Path folder;

    private static boolean[][] blank(DicomFile file, RuleResult result, Plane plane)
            throws IOException {
        RedactionPlan plan =
                new RedactionPlan(result.regions().stream().map(r -> r.region()).toList());
        RedactionTargets targets = RedactionTargets.resolve(file, plan);
        PlaneGeometry g =
                file.planes().stream()
                        .filter(p -> p.plane().equals(plane))
                        .findFirst()
                        .orElseThrow();
        boolean[][] blank = new boolean[g.height()][g.width()];
        for (PixelRectangle r : targets.on(plane)) {
            for (int y = r.y(); y < r.bottom(); y++) {
                for (int x = r.x(); x < r.right(); x++) {
                    blank[y][x] = true;
                }
            }
        }
        return blank;
    }

    @Test
    void keepers_cut_out_of_what_the_same_rule_or_a_whole_image_rule_blanks_pixel_by_pixel()
            throws Exception {
        Random random = new Random(3);
        try (DicomFile file = Sample.open(folder, b -> {})) {
            for (int trial = 0; trial < 500; trial++) {
                StringBuilder text = new StringBuilder("FORMAT dicom\n%filter g\n");
                boolean[][] whole = new boolean[HEIGHT][WIDTH];
                boolean[][] all = new boolean[HEIGHT][WIDTH];
                boolean begun = false;
                int labels = 1 + random.nextInt(3);
                for (int l = 0; l < labels; l++) {
                    text.append("LABEL l").append(l).append('\n');
                    boolean[][] own = new boolean[HEIGHT][WIDTH];
                    boolean blanks = false;
                    int steps = 1 + random.nextInt(3);
                    for (int s = 0; s < steps; s++) {
                        boolean keep = random.nextInt(3) == 0;
                        int x = random.nextInt(WIDTH - 1);
                        int y = random.nextInt(HEIGHT - 1);
                        int right = x + random.nextInt(WIDTH + 4 - x);
                        int bottom = y + random.nextInt(HEIGHT + 4 - y);
                        if (!keep && random.nextInt(6) == 0) {
                            text.append("coordinates all\n");
                            paint(whole, 0, 0, WIDTH, HEIGHT, true);
                            begun = true;
                            continue;
                        }
                        text.append(keep ? "keepcoordinates " : "coordinates ")
                                .append(x + "," + y + "," + right + "," + bottom + "\n");
                        if (!keep) {
                            blanks = true;
                            paint(own, x, y, right, bottom, true);
                        } else {
                            if (!begun && !has(own)) {
                                paint(whole, 0, 0, WIDTH, HEIGHT, true);
                                begun = true;
                            }
                            paint(whole, x, y, right, bottom, false);
                            paint(own, x, y, right, bottom, false);
                        }
                    }
                    or(all, own);
                }
                or(all, whole);
                assertThat(blank(file, Sample.apply(file, text.toString()), new FramePlane(0)))
                        .as(text.toString())
                        .isDeepEqualTo(all);
            }
        }
    }

    private static boolean has(boolean[][] mask) {
        for (boolean[] row : mask) {
            for (boolean b : row) {
                if (b) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void paint(boolean[][] mask, int x, int y, int right, int bottom, boolean to) {
        for (int row = y; row <= Math.min(bottom, HEIGHT - 1); row++) {
            for (int column = x; column <= Math.min(right, WIDTH - 1); column++) {
                mask[row][column] = to;
            }
        }
    }

    private static void or(boolean[][] all, boolean[][] more) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                all[y][x] |= more[y][x];
            }
        }
    }

    @Test
    void ultrasound_regions_keep_every_pixel_with_and_without_blanking_all_before()
            throws Exception {
        SampleFile us =
                Sample.image()
                        .with(
                                b ->
                                        b.sequence(
                                                Tag.SequenceOfUltrasoundRegions,
                                                Sample.region(4, 3, 12, 9),
                                                Sample.region(10, 5, 40, 15)));
        boolean[][] expected = new boolean[HEIGHT][WIDTH];
        paint(expected, 0, 0, WIDTH, HEIGHT, true);
        paint(expected, 4, 3, 12, 9, false);
        paint(expected, 10, 5, 40, 15, false);
        try (DicomFile file = Sample.open(folder, us)) {
            for (RuleResult result :
                    List.of(
                            RuleBook.builtIn().apply(file),
                            Sample.apply(
                                    file,
                                    Sample.recipe("coordinates all")
                                            + "LABEL b\npresent SequenceOfUltrasoundRegions\n"
                                            + "keepcoordinates from:SequenceOfUltrasoundRegions\n"))) {
                assertThat(blank(file, result, new FramePlane(0))).isDeepEqualTo(expected);
            }
        }
        try (DicomFile file = Sample.open(folder, b -> {})) {
            assertThat(RuleBook.builtIn().apply(file).regions()).isEmpty();
        }
    }

    @Test
    void regions_that_are_stated_and_say_nothing_are_told_and_blank_nothing() throws Exception {
        SampleFile us =
                Sample.image()
                        .with(
                                b ->
                                        b.sequence(
                                                Tag.SequenceOfUltrasoundRegions,
                                                Sample.region(4, 3, 12, 9),
                                                Sample.region(12, 5, 4, 15)));
        try (DicomFile file = Sample.open(folder, us);
                DicomFile without = Sample.open(folder, b -> {})) {
            for (String word : List.of("keepcoordinates", "coordinates")) {
                String rules = Sample.recipe(word + " from:SequenceOfUltrasoundRegions");
                RuleResult result = Sample.apply(file, rules);
                assertThat(result.regions()).isEmpty();
                assertThat(result.unusable())
                        .singleElement()
                        .asString()
                        .contains("SequenceOfUltrasoundRegions (0018,6011) item 2");
                assertThat(Sample.apply(without, rules).unusable()).isEmpty();
            }
        }
    }

    @Test
    void rectangles_outside_are_clipped_or_dropped_and_told() throws Exception {
        try (DicomFile file = Sample.open(folder, b -> {})) {
            RuleResult result =
                    Sample.apply(
                            file,
                            Sample.recipe("coordinates 25,0,30,4", "coordinates 30,20,35,25"));
            assertThat(Sample.rectangles(result)).isEqualTo(List.of("all planes (25,0 5x5)"));
            assertThat(result.notes())
                    .anyMatch(n -> n.contains("clipped"))
                    .anyMatch(n -> n.contains("entirely outside"));
        }
    }

    @Test
    void a_rule_called_like_a_remark_is_not_taken_for_one() throws Exception {
        String recipe =
                "FORMAT dicom\n%filter test\nLABEL draws no rectangle (yet)\ncontains Modality XA\n";
        RuleBook book = RuleBook.of("test", RuleReader.read(recipe), false);
        try (DicomFile file = Sample.open(folder, b -> {})) {
            RuleResult result = book.apply(file);
            assertThat(result.notes()).hasSize(1).first().asString().contains("rectangle (yet)");
            RuleLab.Trial trial = new RuleLab.Trial("a.dcm", result, List.of(), 0, 0);
            assertThat(LabReport.of(book, List.of(trial)).outside()).isEmpty();
        }
    }

    @Test
    void several_files_of_rules_are_united_and_never_undo_each_other() throws Exception {
        Path a =
                java.nio.file.Files.writeString(
                        folder.resolve("a"), Sample.recipe("coordinates 0,0,9,9"));
        Path b =
                java.nio.file.Files.writeString(
                        folder.resolve("b"), Sample.recipe("keepcoordinates 0,0,29,9"));
        try (DicomFile file = Sample.open(folder, x -> {})) {
            boolean[][] expected = new boolean[HEIGHT][WIDTH];
            paint(expected, 0, 0, 9, 9, true);
            paint(expected, 0, 10, 29, 19, true);
            RuleResult result = RuleBook.read(List.of(a, b), false).apply(file);
            assertThat(blank(file, result, new FramePlane(0))).isDeepEqualTo(expected);
        }
    }

    @Test
    void overlays_that_reach_out_of_the_image_are_blanked_there_too_and_kept_by_place()
            throws Exception {
        // columns -5 to 34 and rows -3 to 26 of an image of 30 columns and 20 rows, two frames
        Overlay overlay = new Overlay(0x6002, 30, 40, -2, -4, 2, (f, r, c) -> true);
        SampleFile image = Sample.image().overlay(overlay);
        try (DicomFile file = Sample.open(folder, image)) {
            int x0 = -file.planes().get(1).originX();
            int y0 = -file.planes().get(1).originY();
            assertThat(List.of(x0, y0)).isEqualTo(List.of(5, 3));
            for (int frame = 0; frame < 2; frame++) {
                Plane plane = new OverlayPlane(0x6002, frame);
                RuleResult all = Sample.apply(file, Sample.recipe("coordinates all"));
                RuleResult kept = Sample.apply(file, Sample.recipe("keepcoordinates 2,3,33,10"));
                RuleResult box = Sample.apply(file, Sample.recipe("coordinates 2,3,33,10"));
                boolean[][] every = blank(file, all, plane);
                boolean[][] rest = blank(file, kept, plane);
                boolean[][] inside = blank(file, box, plane);
                for (int y = 0; y < 30; y++) {
                    for (int x = 0; x < 40; x++) {
                        boolean in = x - x0 >= 2 && x - x0 <= 33 && y - y0 >= 3 && y - y0 <= 10;
                        assertThat(every[y][x]).isTrue();
                        assertThat(rest[y][x]).as(x + "," + y).isEqualTo(!in);
                        assertThat(inside[y][x]).as(x + "," + y).isEqualTo(in);
                    }
                }
            }
        }
    }

    @Test
    void extensions_count_only_where_asked_for() throws Exception {
        String text =
                "FORMAT dicom\n%filter g\n#@ plane frame 2\n#@ size 60x40\nLABEL a\ncoordinates 2,2,5,5\n"
                        + "#@ plane last\nLABEL b\ncoordinates 10,10,11,11\n";
        try (DicomFile file = Sample.open(folder, Sample.image().frames(3))) {
            ParsedRules parsed = RuleReader.read(text);
            assertThat(Sample.rectangles(RuleBook.of("t", parsed, true).apply(file)))
                    .isEqualTo(List.of("frame 2 (1,1 2x2)", "frame 3 (10,10 2x2)"));
            assertThat(Sample.rectangles(RuleBook.of("t", parsed, false).apply(file)))
                    .isEqualTo(List.of("all planes (10,10 2x2)", "all planes (2,2 4x4)"));
        }
    }

    @Test
    void allow_and_deny_end_with_their_reason() throws Exception {
        String deny = "FORMAT dicom\n%filter g\n#@ deny\n#@ reason scanned letters\nLABEL a\n";
        String allow = "FORMAT dicom\n%filter g\n#@ allow\nLABEL a\nLABEL b\ncoordinates 0,0,1,1\n";
        try (DicomFile file = Sample.open(folder, b -> {})) {
            RuleResult denied = RuleBook.of("t", RuleReader.read(deny), true).apply(file);
            assertThat(denied.denied()).hasSize(1);
            assertThat(denied.denied().get(0).extensions().reason()).isEqualTo("scanned letters");
            assertThat(RuleBook.of("t", RuleReader.read(allow), true).apply(file).regions())
                    .isEmpty();
            assertThat(RuleBook.of("t", RuleReader.read(allow), false).apply(file).regions())
                    .hasSize(1);
        }
        assertThatThrownBy(
                        () ->
                                RuleBook.of(
                                        "t",
                                        RuleReader.read(
                                                "FORMAT dicom\n%filter g\n#@ plane everywhere\nLABEL a\n"),
                                        true))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("line 4");
    }

    @Test
    void names_of_rules_reach_the_result() throws Exception {
        List<String> names = new ArrayList<>();
        try (DicomFile file = Sample.open(folder, b -> {})) {
            Sample.apply(file, "\n\n{ true. } (0,0,1,1)")
                    .acting()
                    .forEach(e -> names.add(e.name()));
            Sample.apply(file, Sample.recipe("coordinates all"))
                    .acting()
                    .forEach(e -> names.add(e.name() + "/" + e.group()));
        }
        assertThat(names).isEqualTo(List.of("line 3", "rule/test"));
    }
}
