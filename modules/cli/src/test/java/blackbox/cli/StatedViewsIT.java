package blackbox.cli;

import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** A name that is visible in one of the stated transformations only is found and blanked. */
class StatedViewsIT {

    private static final int ROWS = 160;
    private static final int COLUMNS = 260;
    private static final int TOP = 100;
    private static final int LEFT = 40;
    private static final int GROUND = 2000;
    private static final int CENTER = 0x00281050;
    private static final int WIDTH = 0x00281051;
    private static final int VOI_LUT = 0x00283010;
    private static final int PER_FRAME = 0x52009230;
    private static final int FRAME_VOI = 0x00289132;

    @TempDir Path folder;

    private static int value(int row, int column) {
        if (row < TOP - 20) {
            return (row * COLUMNS + column) * 3 % 60000;
        }
        return GROUND + (isStroke(row, column) ? 1 : 0);
    }

    private static boolean isStroke(int row, int column) {
        return Letters.isStroke(row - TOP, column - LEFT);
    }

    private static DicomBuilder window(String center, String width) {
        return new DicomBuilder().text(CENTER, "DS", center).text(WIDTH, "DS", width);
    }

    private static DicomBuilder table() {
        long[] entries = LongStream.range(0, 65536).map(i -> i > GROUND ? 60000 : 10000).toArray();
        return new DicomBuilder()
                .numbers(0x00283002, "US", 0, 0, 16)
                .numbers(0x00283006, "OW", entries);
    }

    private static Map<String, Consumer<DicomBuilder>> statements() {
        Map<String, Consumer<DicomBuilder>> kinds = new LinkedHashMap<>();
        kinds.put(
                "the third window",
                b ->
                        b.text(CENTER, "DS", "30000", "50000", "2001")
                                .text(WIDTH, "DS", "60000", "10000", "4"));
        kinds.put(
                "the second table beside a window",
                b ->
                        b.text(CENTER, "DS", "30000")
                                .text(WIDTH, "DS", "60000")
                                .sequence(VOI_LUT, new DicomBuilder(), table()));
        kinds.put("a modality table alone", b -> b.sequence(0x00283000, table()));
        kinds.put("a window for softcopy", b -> b.sequence(0x00283110, window("2001", "4")));
        return kinds;
    }

    @TestFactory
    List<DynamicTest> a_name_that_one_transformation_shows_is_blanked() {
        return statements().entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> blanked(kind.getValue())))
                .toList();
    }

    private void blanked(Consumer<DicomBuilder> statement) throws IOException {
        anonymise(
                SampleFile.of(ROWS, COLUMNS)
                        .bits(16, 16, 15)
                        .samples((f, r, c, k) -> value(r, c))
                        .with(statement));
        assertBlank(0);
    }

    @Test
    void a_name_in_the_window_of_the_second_frame_is_blanked() throws IOException {
        anonymise(
                SampleFile.of(ROWS, COLUMNS)
                        .frames(3)
                        .bits(16, 16, 15)
                        .samples((f, r, c, k) -> f == 1 ? value(r, c) : value(r, 0))
                        .with(
                                b ->
                                        b.sequence(
                                                PER_FRAME,
                                                group("30000", "60000"),
                                                group("2001", "4"),
                                                group("40000", "50000"))));
        assertBlank(1);
    }

    private static DicomBuilder group(String center, String width) {
        return new DicomBuilder().sequence(FRAME_VOI, window(center, width));
    }

    private void anonymise(SampleFile image) throws IOException {
        Path file = image.write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        Path out = folder.resolve("out");
        Command command = run("anonymise", file, "-q", "-o", out, "--overwrite");
        assertThat(command.code()).as(command.err()).isZero();
    }

    private void assertBlank(int frame) throws IOException {
        try (DicomFile copy = DicomFile.open(folder.resolve("out/a.dcm"))) {
            for (int row = TOP; row < TOP + Letters.HEIGHT; row++) {
                for (int column = LEFT; column < LEFT + Letters.WIDTH; column++) {
                    if (isStroke(row, column)) {
                        assertThat(sample(copy, frame, column, row))
                                .as("%d,%d", column, row)
                                .isZero();
                    }
                }
            }
        }
    }
}
