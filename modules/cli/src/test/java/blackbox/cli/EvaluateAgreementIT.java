package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pixelanon evaluate} counts on real files as the workshop's judge, score.py, does. */
class EvaluateAgreementIT {

    private static final Path SHARED = Path.of(System.getProperty("pixelanon.shared", "none"));

    /** Boxes of the truth, cut by a few pixels in turn, and rectangles where there is no text. */
    private static final String CUT_BOXES =
            "import csv,hashlib,json,os,sys\n"
                    + "known={}\n"
                    + "for d,_,fs in os.walk(sys.argv[2]):\n"
                    + "  for f in fs:\n"
                    + "    p=os.path.join(d,f)\n"
                    + "    known[hashlib.sha256(open(p,'rb').read()).hexdigest()]=p\n"
                    + "w=csv.writer(open(sys.argv[3],'w',newline=''))\n"
                    + "w.writerow('filename left top right bottom frame overlay'.split())\n"
                    + "n=0\n"
                    + "for i in json.load(open(sys.argv[1])):\n"
                    + "  o=-1 if not i.get('overlay') else (int(i['overlay'],16)-0x6000)//2\n"
                    + "  p=known[i['sha256']]\n"
                    + "  f=int(i.get('frame') or 0)\n"
                    + "  for b in i['boxes']:\n"
                    + "    n+=1\n"
                    + "    l,t,r,u=b['box']\n"
                    + "    l,t,r,u=max(0,l)+n%7,max(0,t)+n%3,r-1-n%5,u-1-n%2\n"
                    + "    if r>=l and u>=t and n%11: w.writerow([p,l,t,r,u,f,o])\n"
                    + "  if n%2: w.writerow([p,3,3,3+n%90,40,f,o])\n";

    private static final Pattern SCORE =
            Pattern.compile(
                    "images (?<count>\\d+) \\(absent \\d+, ink unknown (?<unknown>\\d+)\\) boxes \\d+"
                            + " erased (?<erased>[\\d.]+)% half (?<half>[\\d.]+)%"
                            + " images wholly erased (?<images>[\\d.]+)%"
                            + " over median (?<over>[\\d.]+)% worst (?<worst>[\\d.]+)%"
                            + "(?: \\| kept (?<kept>[\\d.]+)%)?");

    @TempDir private Path folder;

    @Test
    void figures_are_those_of_the_judge_to_a_tenth_of_a_percent()
            throws IOException, InterruptedException {
        Path corpus = SHARED.resolve("corpus");
        assumeTrue(Files.isDirectory(corpus.resolve("files")), "no corpus here");
        assumeTrue(Python.canScore(), "no pydicom here");
        agree(corpus, "text_truth.json", "erased", "half", "images", "over", "worst");
        agree(
                corpus,
                "text_truth_judged.json",
                "erased",
                "half",
                "images",
                "over",
                "worst",
                "kept");
    }

    private void agree(Path corpus, String name, String... measures)
            throws IOException, InterruptedException {
        String truth = corpus.resolve(name).toString();
        Path rectangles = folder.resolve("rects.csv");
        Python.run("-c", CUT_BOXES, truth, corpus.toString(), rectangles.toString());
        Path csv = folder.resolve("figures.csv");
        Command done =
                Command.run(
                        "evaluate",
                        truth,
                        corpus,
                        "--rects",
                        rectangles,
                        "--ink=otsu",
                        "-q",
                        "--write-csv",
                        csv,
                        name.contains("judged") ? "--judge" : "--by=modality");
        assertThat(done.code()).as(done.err()).isZero();
        String scored =
                Python.run(
                        SHARED.resolve("tools/score.py").toString(),
                        truth,
                        rectangles.toString(),
                        corpus.toString());
        Matcher score = SCORE.matcher(scored);
        assertThat(score.find()).as(scored).isTrue();
        assertThat(done.out())
                .startsWith(
                        "images %s (absent 0, not searched 0, ink unknown %s)"
                                .formatted(score.group("count"), score.group("unknown")));
        for (String measure : measures) {
            Matcher figure =
                    Pattern.compile("(?m)^all,,rects.csv,\\d+,\\d+," + measure + ",\\d+,([\\d.]+),")
                            .matcher(Files.readString(csv));
            assertThat(figure.find()).as(measure).isTrue();
            assertThat(100 * Double.parseDouble(figure.group(1)))
                    .as(measure + " of " + scored)
                    .isCloseTo(Double.parseDouble(score.group(measure)), within(0.1));
        }
    }
}
