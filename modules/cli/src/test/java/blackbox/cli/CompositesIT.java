package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Hashes;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code pixelanon synth --backgrounds}: text on frames of files that are there. */
class CompositesIT {
    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));

    /** Turns the sensitive boxes of a truth into the rectangles that score.py reads. */
    private static final String BOXES_TO_CSV =
            "import csv,json,os,sys\n"
                    + "w=csv.writer(open(sys.argv[2],'w',newline=''))\n"
                    + "w.writerow('filename left top right bottom frame overlay'.split())\n"
                    + "for i in json.load(open(sys.argv[1])):\n"
                    + "  for b in i['boxes']:\n"
                    + "    l,t,r,o=b['box']\n"
                    + "    n=os.path.join(os.path.dirname(sys.argv[1]),i['file'])\n"
                    + "    if b['sensitive']: w.writerow([n,l,t,r-1,o-1,0,-1])\n";

    private static final String SHARES = "style|size|rotation|letters|over";

    @TempDir private Path folder;

    @Test
    void files_of_the_list_are_not_drawn_on_and_the_frames_keep_their_size() throws IOException {
        Path backgrounds = Files.createDirectories(folder.resolve("in/deeper"));
        for (int i = 0; i < 4; i++) {
            frame(i).write(backgrounds.resolve(i + ".dcm"), Syntax.EXPLICIT);
        }
        Files.writeString(backgrounds.resolve("notes.txt"), "no picture");
        Path list = folder.resolve("skip.json");
        Files.writeString(list, "[{\"sha256\": \"" + hash(backgrounds.resolve("2.dcm")) + "\"}]");
        Command done =
                Command.run(
                        "synth",
                        "-o",
                        folder.resolve("out"),
                        "--count",
                        6,
                        "--backgrounds",
                        folder.resolve("in"),
                        "--skip",
                        list);
        assertThat(done.code()).as(done.err()).isZero();
        List<String> used = values(truth(), "background");
        assertThat(used).hasSize(6).doesNotContain("deeper/2.dcm");
        assertThat(used).allMatch(name -> name.matches("deeper/[013]\\.dcm"));
        for (String name : values(truth(), "file")) {
            try (DicomFile file = DicomFile.open(folder.resolve("out").resolve(name))) {
                assertThat(file.image().orElseThrow().columns()).isEqualTo(400);
                assertThat(file.image().orElseThrow().rows()).isEqualTo(360);
                assertThat(file.defects()).isEmpty();
            }
        }
    }

    @Test
    void tags_tell_of_the_patient_only_if_asked() throws IOException {
        Path backgrounds = Files.createDirectories(folder.resolve("in"));
        frame(1).write(backgrounds.resolve("1.dcm"), Syntax.EXPLICIT);
        for (String tags : List.of("anonymous", "matching")) {
            Path out = folder.resolve(tags);
            Command done =
                    Command.run(
                            "synth",
                            "-o",
                            out,
                            "--count",
                            1,
                            "--backgrounds",
                            backgrounds,
                            "--tags",
                            tags);
            assertThat(done.code()).as(done.err()).isZero();
            try (DicomFile file = DicomFile.open(out.resolve("00001-all.dcm"))) {
                String name = file.attributes().getString(0x0010_0010).orElse("");
                assertThat(name.isEmpty()).isEqualTo(tags.equals("anonymous"));
            }
        }
    }

    @Test
    void without_a_picture_of_the_split_nothing_is_written() throws IOException {
        Path backgrounds = Files.createDirectories(folder.resolve("in"));
        Command done =
                Command.run(
                        "synth",
                        "-o",
                        folder.resolve("out"),
                        "--backgrounds",
                        backgrounds,
                        "--split",
                        "dev");
        assertThat(done.code()).isNotZero();
        assertThat(done.err()).contains("dev");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void on_real_frames_no_style_and_no_size_is_rare_and_the_judge_reads_the_truth()
            throws IOException, InterruptedException {
        Path corpus = SHARED.resolve("corpus");
        assumeTrue(Files.isDirectory(corpus.resolve("files")), "no corpus here");
        assumeTrue(Python.canScore(), "no pydicom here");
        Command done =
                Command.run(
                        "synth",
                        "-o",
                        folder.resolve("out"),
                        "--count",
                        150,
                        "--backgrounds",
                        corpus.resolve("files"),
                        "--skip",
                        corpus.resolve("text_truth.json"),
                        "--split",
                        "heldout");
        assertThat(done.code()).as(done.err()).isZero();
        String truth = folder.resolve("out/truth.json").toString();
        String rectangles = folder.resolve("rects.csv").toString();
        Python.run("-c", BOXES_TO_CSV, truth, rectangles);
        String out = folder.resolve("out").toString();
        assertThat(Python.run(SHARED.resolve("tools/score.py").toString(), truth, rectangles, out))
                .contains("images 150 (absent 0, ink unknown 0)")
                .contains("erased 100.0%")
                .contains("wholly erased 100.0%")
                .contains("kept 100.0%");
        Path figures = folder.resolve("figures.csv");
        Command counted =
                Command.run(
                        "evaluate",
                        "-q",
                        truth,
                        out,
                        "--rects",
                        rectangles,
                        "--write-csv",
                        figures);
        assertThat(counted.code()).as(counted.err()).isZero();
        int texts = 0;
        int groups = 0;
        for (String line : Files.readAllLines(figures)) {
            String[] fields = line.split(",", -1);
            if (fields[5].equals("erased") && fields[0].equals("all")) {
                texts = Integer.parseInt(fields[4]);
            } else if (fields[5].equals("erased") && fields[0].matches(SHARES)) {
                groups++;
                assertThat(Double.parseDouble(fields[4]) / texts).as(line).isGreaterThan(0.04);
            }
        }
        assertThat(groups).isEqualTo(29);
        assertThat(Files.readString(figures))
                .containsPattern("(?m)^sensitive,true,rects.csv,\\d+,\\d+,erased,\\d+,1.000000,");
    }

    private String truth() throws IOException {
        return Files.readString(folder.resolve("out/truth.json"));
    }

    private static List<String> values(String json, String key) {
        List<String> values = new ArrayList<>();
        Matcher found = Pattern.compile("\"" + key + "\" : \"([^\"]*)\"").matcher(json);
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }

    private static String hash(Path file) throws IOException {
        return HexFormat.of().formatHex(Hashes.sha256(Files.readAllBytes(file)));
    }

    /** A soft pattern that is another one for each number. */
    private static SampleFile frame(int number) {
        return SampleFile.of(360, 400)
                .samples(
                        (f, y, x, c) ->
                                (int)
                                        (60
                                                + 50
                                                        * Math.sin(x / (20.0 + 9 * number))
                                                        * Math.cos(y / (50.0 - 8 * number))));
    }
}
