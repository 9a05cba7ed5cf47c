package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.pixel.Frame;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.FloatingSamples;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Float and Double Float Pixel Data (DICOM PS3.3 C.7.6.24, C.7.6.25), read and drawn. */
class FloatPixelsTest {

    private static final DisplayWindow FULL = new DisplayWindow.FullRange();
    private static final DisplayWindow OF_FILE = new DisplayWindow.OfFile();

    @TempDir private Path folder;

    private DicomFile open(SampleFile sample, Syntax syntax) throws IOException {
        return DicomFile.open(sample.write(folder.resolve("a.dcm"), syntax));
    }

    private static SampleFile row(int bits, double... values) {
        return SampleFile.of(1, values.length).with(FloatingSamples.of(bits, values));
    }

    private static int[] levels(PlaneImage image) {
        int[] out = new int[image.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = image.samples()[i] & 0xFF;
        }
        return out;
    }

    private int[] render(SampleFile sample, DisplayWindow window) throws IOException {
        try (DicomFile file = open(sample, Syntax.EXPLICIT)) {
            return levels(file.render(new FramePlane(0), window));
        }
    }

    private List<int[]> views(SampleFile sample) throws IOException {
        try (DicomFile file = open(sample, Syntax.EXPLICIT)) {
            List<int[]> out = new ArrayList<>();
            file.views(new FramePlane(0)).forEach(view -> out.add(levels(view)));
            return out;
        }
    }

    /** The mean of every other level. */
    private static double mean(int[] levels, int from) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < levels.length - 1; i += 2, count++) {
            sum += levels[i];
        }
        return sum / count;
    }

    private static Consumer<DicomBuilder> window(String center, String width) {
        return b -> b.text(0x00281050, "DS", center).text(0x00281051, "DS", width);
    }

    @Test
    void frames_hold_the_numbers_that_were_drawn_in_every_syntax() throws IOException {
        double[] values = new double[2 * 3 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Math.PI * (i - 11) * Math.pow(10, i - 15));
        }
        values[3] = Double.NaN;
        values[4] = Double.NEGATIVE_INFINITY;
        for (Syntax syntax :
                List.of(Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED)) {
            for (int bits : new int[] {32, 64}) {
                SampleFile sample =
                        SampleFile.of(3, 5).frames(2).with(FloatingSamples.of(bits, values));
                try (DicomFile file = open(sample, syntax)) {
                    assertThat(file.planes()).hasSize(2);
                    assertThat(file.image().orElseThrow().floating()).isTrue();
                    assertThat(file.notProcessed()).isEmpty();
                    for (int i = 0; i < values.length; i++) {
                        Frame frame = file.frame(i / 15);
                        assertThat(frame.bitsAllocated()).isEqualTo(bits);
                        assertThat(frame.value(i % 15))
                                .as(syntax + " " + i)
                                .isEqualTo(Double.valueOf(values[i]));
                    }
                }
            }
        }
    }

    @Test
    void a_file_with_fewer_frames_than_stated_says_which_is_missing() throws IOException {
        SampleFile sample =
                SampleFile.of(2, 2).frames(3).with(FloatingSamples.of(32, new double[9]));
        try (DicomFile file = open(sample, Syntax.EXPLICIT)) {
            assertThat(file.frame(1).length()).isEqualTo(4);
            assertThatThrownBy(() -> file.frame(2))
                    .hasMessageContaining("frame 3 is not complete: 2 of 3");
        }
    }

    @Test
    void a_description_that_does_not_fit_the_numbers_is_refused() throws IOException {
        List<Consumer<DicomBuilder>> wrong =
                List.of(
                        b -> b.numbers(0x00280100, "US", 64),
                        b -> b.remove(0x00280100),
                        b -> b.numbers(0x00280002, "US", 3).text(0x00280004, "CS", "RGB"),
                        b -> b.text(0x00280004, "CS", "PALETTE COLOR"));
        for (Consumer<DicomBuilder> change : wrong) {
            try (DicomFile file = open(row(32, 1, 2).with(change), Syntax.EXPLICIT)) {
                assertThatThrownBy(() -> file.frame(0)).hasMessageContaining("Float Pixel Data");
                assertThat(file.notProcessed())
                        .contains("(7FE0,0008) FloatPixelData that cannot be read as frames");
            }
        }
    }

    @Test
    void without_a_window_the_finite_values_span_all_greys_and_others_are_black()
            throws IOException {
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(render(row(32, -1, 0, 1, nan, infinite, -infinite), OF_FILE))
                .containsExactly(0, 128, 255, 0, 0, 0);
        assertThat(render(row(64, 2e-310, 4e-310, 6e-310), FULL)).containsExactly(0, 128, 255);
        assertThat(render(row(64, -Double.MAX_VALUE, 0, Double.MAX_VALUE), FULL))
                .containsExactly(0, 128, 255);
        assertThat(render(row(64, nan, nan), OF_FILE)).containsExactly(0, 0);
        assertThat(render(row(64, 7, 7), FULL)).containsExactly(0, 0);
        assertThat(
                        render(
                                row(32, 0, 1, nan)
                                        .with(b -> b.text(0x00280004, "CS", "MONOCHROME1")),
                                FULL))
                .containsExactly(255, 0, 0);
    }

    @Test
    void the_window_is_that_of_the_file_or_of_its_functional_groups() throws IOException {
        assertThat(render(row(32, 0, 0.5, 1, 2).with(window("0.5", "1")), OF_FILE))
                .containsExactly(0, 128, 255, 255);
        SampleFile grouped =
                row(64, 0, 0.5, 1)
                        .with(
                                b ->
                                        b.sequence(
                                                0x52009229,
                                                new DicomBuilder()
                                                        .sequence(
                                                                0x00289132,
                                                                new DicomBuilder()
                                                                        .text(0x00281050, "DS", "2")
                                                                        .text(
                                                                                0x00281051,
                                                                                "DS",
                                                                                "2"))
                                                        .sequence(
                                                                0x00289145,
                                                                new DicomBuilder()
                                                                        .text(0x00281052, "DS", "1")
                                                                        .text(
                                                                                0x00281053,
                                                                                "DS",
                                                                                "2"))));
        assertThat(render(grouped, OF_FILE)).containsExactly(0, 128, 255);
        try (DicomFile file = open(row(32, 0.25, 0.75), Syntax.EXPLICIT)) {
            assertThat(file.startWindow()).contains(new DisplayWindow.Linear(0.5, 0.5));
        }
    }

    @Test
    void padding_is_black_and_does_not_widen_the_range() throws IOException {
        SampleFile one = row(32, -9999, 1, 2, 3).with(b -> b.decimals(0x00280122, "FL", -9999));
        assertThat(render(one, FULL)).containsExactly(0, 0, 128, 255);
        SampleFile range =
                row(64, 1, 5, 99, 100, 101)
                        .with(
                                b ->
                                        b.decimals(0x00280123, "FD", 101)
                                                .decimals(0x00280125, "FD", 99));
        assertThat(render(range, FULL)).containsExactly(0, 255, 0, 0, 0);
    }

    @Test
    void text_is_visible_in_some_view_beside_values_of_any_size() throws IOException {
        // letters are every other sample, 0.25 on noise around 0.5, between values far outside
        double[] values = new Random(5).doubles(400, 0.45, 0.55).toArray();
        Arrays.fill(values, 0, 40, -3.4e38);
        values[399] = 1e30;
        for (int i = 40; i < 399; i += 2) {
            values[i] = 0.25;
        }
        assertThat(views(row(64, values)))
                .anyMatch(view -> mean(view, 41) - mean(view, 40) > 100)
                .as("what a wide range alone shows")
                .anyMatch(view -> mean(view, 41) == mean(view, 40));
        double[] many = new double[40];
        for (int i = 0; i < many.length; i++) {
            many[i] = i < 16 || i > 19 ? i / 40.0 : i == 17 ? 1000 : 900;
        }
        SampleFile ten = SampleFile.of(2, 2).frames(10).with(FloatingSamples.of(64, many));
        try (DicomFile file = open(ten, Syntax.EXPLICIT)) {
            assertThat(file.views(new FramePlane(4)))
                    .as("a frame that was not looked at for the windows")
                    .anySatisfy(v -> assertThat(levels(v)).containsExactly(0, 255, 0, 0));
        }
        double[] frames = {0, 1e9, 0, 1e9, 0, 0.5, 0, 0.5};
        SampleFile two = SampleFile.of(2, 2).frames(2).with(FloatingSamples.of(32, frames));
        try (DicomFile file = open(two, Syntax.EXPLICIT)) {
            assertThat(file.views(new FramePlane(1)))
                    .anySatisfy(v -> assertThat(levels(v)).containsExactly(0, 255, 0, 255));
        }
    }

    @Test
    void letters_of_samples_that_are_no_number_are_searched_too() throws IOException {
        double[] values = new double[8];
        values[2] = Double.NaN;
        values[5] = Double.NaN;
        assertThat(views(row(32, values)))
                .anySatisfy(v -> assertThat(v).containsExactly(0, 0, 255, 0, 0, 255, 0, 0));
        Arrays.fill(values, 0, 6, -9);
        values[1] = -8;
        values[6] = Double.POSITIVE_INFINITY;
        SampleFile padded =
                row(32, values)
                        .with(b -> b.decimals(0x00280122, "FL", -9).decimals(0x00280124, "FL", -8));
        assertThat(views(padded))
                .as("on other samples that are none")
                .anySatisfy(
                        v -> assertThat(v).containsExactly(255, 159, 255, 255, 255, 255, 64, 0));
        Arrays.fill(values, 3);
        assertThat(views(row(32, values))).hasSize(1);
    }
}
