package blackbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A curator who looks at the charts of the session and of a CSV file of tags. */
@NeedsDisplay
@ExtendWith(OneAfterTheOther.class)
class SummaryViewTest {

    private static final int SKY_BLUE = 0x56B4E9;

    /** Ten times as many files of one modality as of the other. */
    private static final int FEW = 2;

    @TempDir private Path temporary;

    private final Hands hands = new Hands();

    SummaryViewTest() throws Exception {}

    @Test
    void bars_are_as_long_as_the_session_and_a_csv_file_have_rows() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("files"));
        for (int i = 0; i < 11 * FEW; i++) {
            String modality = i < FEW ? "MR" : "CT";
            SampleFile.of(30, 40)
                    .with(b -> b.text(0x00080060, "CS", modality))
                    .write(folder.resolve("f" + i + ".dcm"), Syntax.EXPLICIT);
        }
        Path csv = Files.writeString(temporary.resolve("t.csv"), "a,b\nx,1\nx,2\nx,3\nx,4\ny,5\n");
        Path home = temporary.resolve("home");
        try (RunningWorkbench workbench = RunningWorkbench.start(home, "--open", folder + "")) {
            workbench.await("the first file", s -> s.value("loaded").equals("true"));
            workbench.await("focus", s -> s.value("focus").contains("plane-canvas"));
            hands.shift(KeyEvent.VK_S);
            workbench.await("the view", s -> !s.value("component.summary.charts").isEmpty());
            workbench.await("bars of 20 and 2", s -> ratio(bars(s), 10));

            hands.press(workbench, "summary.openCsv");
            workbench.await("the dialog", s -> s.value("focus").contains("TextField"));
            hands.type(csv.toString());
            hands.press(KeyEvent.VK_ENTER);
            workbench.await("bars of 4 and 1", s -> ratio(bars(s), 4));
            hands.press(KeyEvent.VK_O);
            assertThat(workbench.state().value("component.summary.columns"))
                    .as("the columns of the file are offered")
                    .isNotEmpty();
        }
    }

    /** The lengths of all bars on screen, from above. */
    private int[] bars(OnScreen state) {
        if (state.value("component.summary.chart").isEmpty()) {
            return new int[0];
        }
        Rectangle view = state.place("component.summary.chart");
        BufferedImage picture = hands.picture(view);
        int[] lengths = new int[picture.getHeight()];
        for (int y = 0; y < lengths.length; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                lengths[y] += (picture.getRGB(x, y) & 0xFFFFFF) == SKY_BLUE ? 1 : 0;
            }
        }
        return lengths;
    }

    /** Whether there is a long bar and one that is shorter by a factor, give or take an outline. */
    private static boolean ratio(int[] lengths, int factor) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        boolean shorter = false;
        for (int length : lengths) {
            shorter |= longest > 100 && Math.abs(length - longest / factor) <= 3 && length > 5;
        }
        return shorter;
    }
}
