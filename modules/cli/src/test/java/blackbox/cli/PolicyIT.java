package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code --keep}, {@code --blank} and {@code --profile} on drawn text. */
class PolicyIT {

    private static final int ROWS = 240;
    private static final int COLUMNS = 420;
    private static final int LEFT = 20;
    private static final int LINE = 60;
    private static final int BRIGHT = 120;
    private static final List<String> TEXTS = List.of("Dist 1.43 cm", "LIVER", "Age: 45 Y", "95 Y");

    @TempDir Path folder;

    private Path draw() throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
        for (int i = 0; i < TEXTS.size(); i++) {
            graphics.drawString(TEXTS.get(i), LEFT, LINE * i + LINE / 2);
        }
        graphics.dispose();
        return SampleFile.of(ROWS, COLUMNS)
                .samples((f, r, c, k) -> 20 + image.getRaster().getSample(c, r, 0) * 4 / 5)
                .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
    }

    /** The texts of which a copy shows ink. */
    private List<String> left(Object... options) throws IOException {
        Path out = folder.resolve("out");
        List<Object> words = new ArrayList<>(List.of("anonymise", draw(), "-q", "-o", out));
        words.add("--overwrite");
        words.addAll(List.of(options));
        Command done = run(words.toArray());
        assertThat(done.code()).as(done.err()).isZero();
        List<String> left = new ArrayList<>();
        try (DicomFile copy = DicomFile.open(out.resolve("in.dcm"))) {
            for (int i = 0; i < TEXTS.size(); i++) {
                if (hasInk(copy.frame(0), LINE * i)) {
                    left.add(TEXTS.get(i));
                }
            }
        }
        return left;
    }

    private static boolean hasInk(Frame frame, int top) {
        for (int y = top; y < top + LINE; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                if (frame.sample(x, y, 0) > BRIGHT) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void copies_show_what_the_policy_keeps() throws IOException {
        assertThat(left()).containsExactly("Dist 1.43 cm", "LIVER");
        assertThat(left("--keep", "anatomy")).containsExactly("LIVER");
        assertThat(left("--keep", "none")).isEmpty();
        assertThat(left("--blank", "anatomy")).containsExactly("Dist 1.43 cm");
        assertThat(left("--profile", "research"))
                .containsExactly("Dist 1.43 cm", "LIVER", "Age: 45 Y");
        assertThat(left("--profile", "research", "--keep", "anatomy", "--blank", "ages"))
                .containsExactly("LIVER");
        assertThat(left("--profile", "all")).isEmpty();
    }

    @Test
    void a_search_counts_what_the_policy_hides_as_sensitive() throws IOException {
        Path csv = folder.resolve("rows.csv");
        Path in = draw();
        assertThat(run("ocr", in, "--rects", "--write-csv", csv, "--keep", "anatomy").code())
                .isZero();
        assertThat(Files.readString(csv)).contains("Dist 1.43 cm,allowlist,1");
        assertThat(run("ocr", in, "--rects", "--write-csv", csv).code()).isZero();
        assertThat(Files.readString(csv)).contains("Dist 1.43 cm,allowlist,0");
    }

    @Test
    void a_line_is_judged_under_the_policy_and_the_reason_names_it() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.txt"), "Dist 1.43 cm\n042Y\n");
        Path out = folder.resolve("judged.csv");
        run("judge", lines, "-o", out, "--keep", "anatomy,view", "--profile", "research");
        assertThat(out)
                .content()
                .contains("1,blank,measurement,1.00,\"POLICY measurements are not kept\"")
                .contains("2,keep,age,1.00,\"POLICY ages under 90 are kept (profile research)\"");
    }

    @Test
    void unknown_words_are_wrong_usage_and_the_known_ones_are_told() {
        Command keep = run("ocr", folder, "--keep", "anatomy,dates");
        assertThat(keep.code()).isEqualTo(2);
        assertThat(keep.err())
                .startsWith(
                        "pixelanon: --keep: unknown value 'dates'; known are all, none, or meas");
        assertThat(run("anonymise", folder, "--blank", "brandy").err())
                .startsWith("pixelanon: --blank: unknown value 'brandy'; known are names, ident");
        assertThat(run("evaluate", folder, folder, "--profile", "wild").err())
                .startsWith("pixelanon: --profile: unknown value 'wild'; known are safe, research");
    }
}
