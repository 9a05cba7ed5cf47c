package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/**
 * {@code pixelanon evaluate} on a file of 100 by 60 pixels with two combs of 20 by 10, whose ink is
 * every other column: one at 10,10 and one at 50,10.
 */
class EvaluateIT {

    private static final String ROWS = "filename,left,top,right,bottom,frame,overlay\n";

    private static final String TRUTH =
            "filename,left,top,right,bottom,text,sensitive,style\n"
                    + "scan.dcm,10,10,29,19,DOE JOHN,1,plain\n"
                    + "scan.dcm,50,10,69,19,AP,0,faint\n";

    @TempDir private Path folder;
    private Path scan = Path.of("none");

    @BeforeEach
    void draw() throws IOException {
        scan = folder.resolve("scan.dcm");
        SampleFile.of(60, 100)
                .samples(
                        (frame, y, x, c) -> {
                            boolean comb = x >= 10 && x < 30 || x >= 50 && x < 70;
                            return comb && y >= 10 && y < 20 && x % 2 == 0 ? 200 : 20;
                        })
                .write(scan, Syntax.EXPLICIT);
    }

    /** Covers the first comb, 12 of 20 columns of the second, and 100 pixels where none is. */
    private Path rectangles() throws IOException {
        return write(
                "rects.csv", ROWS + row(10, 10, 29, 19) + row(50, 10, 61, 19) + row(0, 40, 9, 49));
    }

    private String row(int left, int top, int right, int bottom) {
        return scan + "," + left + "," + top + "," + right + "," + bottom + ",0,-1\n";
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Runs the command and gives its figures, by group, value and measure. */
    private Map<String, Double> figures(Object... arguments) throws IOException {
        Path csv = folder.resolve("figures.csv");
        List<Object> all = new ArrayList<>(List.of("evaluate", "-q", "--write-csv", csv));
        all.addAll(List.of(arguments));
        Command done = Command.run(all.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        Map<String, Double> figures = new HashMap<>();
        for (String line : Files.readAllLines(csv)) {
            String[] fields = line.split(",", -1);
            if (!fields[0].equals("group")) {
                String key = fields[0] + " " + fields[1] + " " + fields[5];
                figures.put(key.replace("  ", " "), Double.valueOf(fields[7]));
            }
        }
        return figures;
    }

    @Test
    void figures_are_those_of_the_drawing() throws IOException {
        Map<String, Double> all = figures(write("truth.csv", TRUTH), scan, "--rects", rectangles());
        assertThat(all)
                .containsEntry("all erased", 0.5)
                .containsEntry("all half", 1.0)
                .containsEntry("all images", 0.0)
                .containsEntry("style plain erased", 1.0)
                .containsEntry("style faint erased", 0.0)
                .containsEntry("sensitive true erased", 1.0)
                .doesNotContainKeys("all kept", "all errors");
        assertThat(all.get("all over")).isCloseTo(100 / 6000.0, within(1e-6));
        Map<String, Double> judged =
                figures(write("truth.csv", TRUTH), scan, "--rects", rectangles(), "--judge");
        assertThat(judged)
                .containsEntry("all erased", 1.0)
                .containsEntry("all images", 1.0)
                .containsEntry("all kept", 0.0);
    }

    @Test
    void exact_ink_of_the_truth_is_used_unless_otsu_is_asked_for() throws IOException {
        // its ink is the first two columns of the comb; runs go row by row without regard to ends
        String ink = "[0,2" + ",18,2".repeat(9) + ",18]";
        Path truth =
                write(
                        "truth.json",
                        "[{\"file\":\"any\",\"sha256\":\""
                                + hash()
                                + "\",\"rows\":60,\"cols\":\"100\",\"frame\":0,\"overlay\":null,\"partial\":false,"
                                + "\"boxes\":[{\"box\":[50,10,70,20],\"text\":\"AP\",\"ink\":"
                                + ink
                                + "}]}]");
        assertThat(figures(truth, scan, "--rects", rectangles())).containsEntry("all erased", 1.0);
        assertThat(figures(truth, scan, "--rects", rectangles(), "--ink", "otsu"))
                .containsEntry("all erased", 0.0);
    }

    private String hash() throws IOException {
        byte[] bytes = Files.readAllBytes(scan);
        return org.pixelanon.model.Hashes.hex(org.pixelanon.model.Hashes.sha256(bytes));
    }

    @Test
    void truth_of_presidio_lists_what_is_sensitive_by_the_name_of_the_file() throws IOException {
        Path truth =
                write(
                        "presidio.json",
                        "{\"your/dicom/dir/scan.dcm\": [{\"label\": \"DOE JOHN\", \"left\": 10,"
                                + " \"top\": 10, \"width\": 20, \"height\": 10}],"
                                + " \"your/dicom/dir/other.dcm\": []}");
        Map<String, Double> all = figures(truth, scan, "--rects", rectangles());
        // what is not sensitive is not listed: what lies beside cannot be told
        assertThat(all).containsEntry("all erased", 1.0).doesNotContainKey("all over");
        Map<String, Double> judged = figures(truth, scan, "--rects", rectangles(), "--judge");
        assertThat(judged.get("all over")).isCloseTo(220 / 6000.0, within(1e-6));
    }

    @Test
    void readings_are_compared_letter_by_letter_also_across_split_lines() throws IOException {
        String head = "filename,left,top,right,bottom,frame,overlay,ocr_text,ocr_engine\n";
        Path read =
                write(
                        "read.csv",
                        head
                                + scan
                                + ",20,9,30,20,0,-1,J0HN,e\n"
                                + scan
                                + ",9,10,19,20,0,-1,DOE,e\n"
                                + scan
                                + ",49,9,70,20,0,-1,AP,e\n");
        Map<String, Double> all = figures(write("truth.csv", TRUTH), scan, "--rects", read);
        assertThat(all).containsEntry("all exact", 0.5);
        assertThat(all.get("all errors")).isCloseTo(1 / 10.0, within(1e-6));
        assertThat(all.get("style plain errors")).isCloseTo(1 / 8.0, within(1e-6));
    }

    @Test
    void a_page_holds_no_words_of_the_truth_and_no_names_unless_asked() throws IOException {
        Path truth = write("truth.csv", TRUTH);
        Path page = folder.resolve("page.html");
        Path none = write("none.csv", ROWS + row(0, 40, 9, 49));
        figures(truth, scan, "--rects", none, "--html", page);
        String html = Files.readString(page);
        assertThat(html)
                .contains(
                        "Missed texts: 2 of 2", "Rectangles away from texts: 1 of 1", "style faint")
                .contains("src=\"data:image/png;base64,iVBOR")
                .doesNotContain("DOE", "JOHN", "scan.dcm", folder.toString());
        figures(truth, scan, "--rects", none, "--html", page, "--texts");
        assertThat(Files.readString(page)).contains("DOE JOHN");
    }

    @Test
    void the_same_files_give_the_same_bytes() throws IOException {
        Path truth = write("truth.csv", TRUTH);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Path json = folder.resolve(i + ".json");
            Path page = folder.resolve(i + ".html");
            figures(truth, scan, "--rects", rectangles(), "--write-json", json, "--html", page);
            written.add(
                    Files.readString(json)
                            + Files.readString(page)
                            + Files.readString(folder.resolve("figures.csv")));
        }
        assertThat(written.get(0)).isEqualTo(written.get(1)).doesNotContain("DOE");
    }

    @Test
    void what_falls_short_of_a_limit_ends_with_1() throws IOException {
        Path truth = write("truth.csv", TRUTH);
        for (String good : List.of("--at-least=erased=50", "--at-most=over=1.7")) {
            assertThat(run(truth, good).code()).isZero();
        }
        for (String bad :
                List.of("--at-least=erased=50.1", "--at-most=over=1.6", "--at-least=exact=1")) {
            Command done = run(truth, bad);
            assertThat(done.code()).as(bad).isEqualTo(1);
            assertThat(done.complaints()).as(bad).hasSize(1);
        }
        assertThat(run(truth, "--at-least=over=1").code()).isEqualTo(2);
        assertThat(run(truth, "--by=colour").code()).isEqualTo(2);
        assertThat(run(truth, "--ablate").code()).isEqualTo(2);
    }

    private Command run(Path truth, String option) throws IOException {
        return Command.run("evaluate", "-q", truth, scan, "--rects", rectangles(), option);
    }

    @Test
    void what_is_no_truth_and_what_tells_of_other_files_is_refused() throws IOException {
        Path broken = write("broken.json", "[{\"file\": \"SECRET\",\n \"rows\": }]");
        assertThat(run(broken, "--judge").complaints())
                .containsExactly("pixelanon: " + broken + ": line 2: is not JSON");
        Path lacks = write("lacks.csv", "filename,left,top,right\nscan.dcm,1,2,3\n");
        assertThat(run(lacks, "--judge").complaints())
                .containsExactly("pixelanon: " + lacks + ": line 2: no 'bottom'");
        Path other = write("other.csv", TRUTH.replace("scan", "other"));
        assertThat(run(other, "--judge").complaints())
                .containsExactly("pixelanon: the truth describes none of the 1 inputs");
        Path truth = write("truth.csv", TRUTH);
        Path list = write("list.csv", ROWS + "elsewhere.dcm,1,1,2,2,0,-1\n");
        assertThat(Command.run("evaluate", "-q", truth, scan, "--rects", list).err())
                .contains("names none of the 1 inputs");
        assertThat(run(truth, "--html=" + truth).code()).isEqualTo(2);
    }

    @Test
    void an_interval_tells_how_far_two_planes_are_apart() throws IOException {
        Path more = folder.resolve("more.dcm");
        SampleFile.of(60, 100).samples((f, y, x, c) -> x % 2).write(more, Syntax.EXPLICIT);
        Path truth = write("truth.csv", TRUTH + "more.dcm,10,10,29,19,ROE,1,plain\n");
        Path rects = write("first.csv", ROWS + row(10, 10, 69, 19));
        Map<String, Double> all = figures(truth, scan, more, "--rects", rects);
        assertThat(all.get("all erased")).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(Files.readString(folder.resolve("figures.csv")))
                .contains("all,,first.csv,2,3,erased,3,0.666667,0.000000,1.000000")
                .contains("style,faint,first.csv,1,1,erased,1,1.000000,1.000000,1.000000");
    }

    @Test
    void configurations_stand_side_by_side_and_a_file_that_fails_counts_as_missed()
            throws IOException {
        Path more = folder.resolve("more.dcm");
        byte[] bytes = Files.readAllBytes(scan);
        Files.write(more, java.util.Arrays.copyOf(bytes, bytes.length - 500));
        Path truth = write("truth.csv", TRUTH + "more.dcm,10,10,29,19,DOE,1,plain\n");
        Path csv = folder.resolve("figures.csv");
        Command done =
                Command.run(
                        "evaluate",
                        "-q",
                        truth,
                        scan,
                        more,
                        "--ocr",
                        "tesseract",
                        "--judge",
                        "--ablate",
                        "--write-csv",
                        csv);
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.out()).contains("images 2 (absent 0, not searched 1, ink unknown 1)");
        assertThat(Files.readString(csv))
                .contains("all,,tesseract,2,3,erased,2,")
                .contains("all,,tesseract without tags,2,3,erased,2,");
    }
}
