package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What only one of the transformations shows that a file states is in one of the views. */
class StatedViewsTest {

    private static final int SIZE = 64;

    /** The stored value of the ground; letters have the next one. */
    private static final int GROUND = 2000;

    private static final int CENTER = 0x00281050;
    private static final int WIDTH = 0x00281051;
    private static final int INTERCEPT = 0x00281052;
    private static final int SLOPE = 0x00281053;
    private static final int FUNCTION = 0x00281056;
    private static final int MODALITY_LUT = 0x00283000;
    private static final int VOI_LUT = 0x00283010;
    private static final int SOFTCOPY = 0x00283110;
    private static final int PRESENTATION = 0x20500010;
    private static final int SHARED = 0x52009229;
    private static final int PER_FRAME = 0x52009230;
    private static final int FRAME_VOI = 0x00289132;
    private static final int FRAME_RESCALE = 0x00289145;

    @TempDir private Path folder;

    /** A ramp over 16 bits, a field of the ground and in it thin strokes one value above it. */
    private static int value(int row, int column) {
        if (row < 40) {
            return (row * SIZE + column) * 60000 / (40 * SIZE);
        }
        return GROUND + stroke(row, column);
    }

    /** 27 pixels. */
    private static int stroke(int row, int column) {
        return row >= 45 && row < 54 && column % 10 == 5 && column < 30 ? 1 : 0;
    }

    private static SampleFile image() {
        return SampleFile.of(SIZE, SIZE).bits(16, 16, 15).samples((f, r, c, k) -> value(r, c));
    }

    private static DicomBuilder window(DicomBuilder to, String center, String width) {
        return to.text(CENTER, "DS", center).text(WIDTH, "DS", width);
    }

    private static DicomBuilder window() {
        return window(new DicomBuilder(), "2001", "4");
    }

    /** A table over all stored values that rises at the letters only. */
    private static DicomBuilder table() {
        long[] entries = LongStream.range(0, 65536).map(i -> i > GROUND ? 40000 : 10000).toArray();
        return new DicomBuilder()
                .numbers(0x00283002, "US", 0, 0, 16)
                .numbers(0x00283006, "OW", entries);
    }

    private static DicomBuilder flat() {
        return new DicomBuilder()
                .numbers(0x00283002, "US", 2, 0, 8)
                .numbers(0x00283006, "US", 0, 255);
    }

    private static Map<String, Consumer<DicomBuilder>> statements() {
        Map<String, Consumer<DicomBuilder>> kinds = new LinkedHashMap<>();
        kinds.put("the only window", b -> window(b, "2001", "4"));
        kinds.put(
                "the second window",
                b -> b.text(CENTER, "DS", "30000", "2001").text(WIDTH, "DS", "60000", "4"));
        kinds.put(
                "the last of forty windows",
                b ->
                        b.text(CENTER, "DS", many("30000", "2001"))
                                .text(WIDTH, "DS", many("60000", "4")));
        kinds.put(
                "one width for two centers",
                b -> b.text(CENTER, "DS", "50000", "2001").text(WIDTH, "DS", "4"));
        kinds.put("a step", b -> window(b, "2001", "1"));
        kinds.put("a negative width", b -> window(b, "2001", "-4"));
        kinds.put("a sigmoid", b -> window(b, "2000.5", "3").text(FUNCTION, "CS", "SIGMOID"));
        kinds.put(
                "an exact window",
                b -> window(b, "2000.5", "2").text(FUNCTION, "CS", "LINEAR_EXACT"));
        kinds.put(
                "a window on rescaled values",
                b -> window(b, "977", "4").text(INTERCEPT, "DS", "-1024").text(SLOPE, "DS", "1"));
        kinds.put("the second table", b -> b.sequence(VOI_LUT, flat(), table()));
        kinds.put(
                "a table beside a window",
                b -> window(b, "30000", "60000").sequence(VOI_LUT, table()));
        kinds.put("a modality table alone", b -> b.sequence(MODALITY_LUT, table()));
        kinds.put(
                "a modality table beside a rescaling and a window",
                b ->
                        window(b, "25000", "40000")
                                .text(INTERCEPT, "DS", "0")
                                .text(SLOPE, "DS", "1")
                                .sequence(MODALITY_LUT, table()));
        kinds.put("a window for softcopy", b -> b.sequence(SOFTCOPY, new DicomBuilder(), window()));
        kinds.put(
                "a table for softcopy",
                b -> b.sequence(SOFTCOPY, new DicomBuilder().sequence(VOI_LUT, table())));
        kinds.put("a presentation table", b -> b.sequence(PRESENTATION, presentation()));
        kinds.put(
                "a presentation table behind a window",
                b -> window(b, "2000", "100").sequence(PRESENTATION, presentationAt(130)));
        kinds.put(
                "a window in the shared groups",
                b -> b.sequence(SHARED, new DicomBuilder().sequence(FRAME_VOI, window())));
        kinds.put(
                "the window of the frame beside that of the file",
                b ->
                        window(b, "30000", "60000")
                                .sequence(
                                        PER_FRAME,
                                        new DicomBuilder().sequence(FRAME_VOI, window())));
        kinds.put(
                "the rescaling of the frame",
                b ->
                        window(b, "100", "4")
                                .sequence(
                                        PER_FRAME,
                                        new DicomBuilder()
                                                .sequence(
                                                        FRAME_RESCALE,
                                                        new DicomBuilder()
                                                                .text(INTERCEPT, "DS", "-1901")
                                                                .text(SLOPE, "DS", "1"))));
        return kinds;
    }

    private static String[] many(String each, String last) {
        return IntStream.range(0, 40).mapToObj(i -> i < 39 ? each : last).toArray(String[]::new);
    }

    /** Steep where the letters are if the whole range comes before it. */
    private static DicomBuilder presentation() {
        long[] entries =
                LongStream.range(0, 60001).map(i -> i > GROUND + 1 ? 40000 : 10000).toArray();
        return new DicomBuilder()
                .numbers(0x00283002, "US", 60001, 0, 16)
                .numbers(0x00283006, "OW", entries);
    }

    private static DicomBuilder presentationAt(int level) {
        long[] entries = LongStream.range(0, 256).map(i -> i >= level ? 255 : 0).toArray();
        return new DicomBuilder()
                .numbers(0x00283002, "US", 256, 0, 8)
                .numbers(0x00283006, "US", entries);
    }

    @TestFactory
    List<DynamicTest> letters_that_one_stated_transformation_shows_are_in_a_view() {
        return statements().entrySet().stream()
                .map(
                        kind ->
                                DynamicTest.dynamicTest(
                                        kind.getKey(),
                                        () -> {
                                            try (DicomFile file =
                                                    open(image().with(kind.getValue()))) {
                                                assertThat(contrast(file, 0)).isGreaterThan(50);
                                            }
                                        }))
                .toList();
    }

    @Test
    void other_depths_signs_and_monochrome1_are_no_different() throws IOException {
        Consumer<DicomBuilder> second =
                b -> b.text(CENTER, "DS", "0", "2001").text(WIDTH, "DS", "60000", "4");
        List<SampleFile> images =
                List.of(
                        image().photometric("MONOCHROME1"),
                        image().bits(32, 32, 31),
                        SampleFile.of(SIZE, SIZE)
                                .bits(16, 16, 15)
                                .signed()
                                .samples(
                                        (f, r, c, k) -> r < 40 ? value(r, c) - 30000 : value(r, c)),
                        SampleFile.of(SIZE, SIZE)
                                .bits(16, 12, 11)
                                .samples((f, r, c, k) -> Math.min(4095, value(r, c))));
        for (SampleFile image : images) {
            try (DicomFile file = open(image.with(second))) {
                assertThat(contrast(file, 0)).isGreaterThan(50);
            }
        }
    }

    @Test
    void windows_are_tried_on_colours_too() throws IOException {
        for (String photometric : List.of("RGB", "YBR_FULL")) {
            SampleFile faint =
                    SampleFile.of(SIZE, SIZE)
                            .photometric(photometric)
                            .samples(
                                    (f, r, c, k) ->
                                            k > 0 && photometric.startsWith("Y")
                                                    ? 128
                                                    : r < 40 ? 4 * c : 30 + stroke(r, c))
                            .with(b -> window(b, "31", "4"));
            try (DicomFile file = open(faint)) {
                assertThat(contrast(file, 0)).as(photometric).isGreaterThan(50);
            }
        }
        SampleFile deep =
                SampleFile.of(SIZE, SIZE)
                        .photometric("RGB")
                        .bits(16, 16, 15)
                        .samples((f, r, c, k) -> value(r, c))
                        .with(b -> window(b, "2001", "4"));
        try (DicomFile file = open(deep)) {
            assertThat(contrast(file, 0)).isGreaterThan(50);
        }
    }

    @Test
    void letters_in_the_colours_of_a_supplemental_palette_are_in_a_view() throws IOException {
        SampleFile mixed =
                SampleFile.of(SIZE, SIZE)
                        .bits(16, 16, 15)
                        .samples((f, r, c, k) -> r < 40 ? r * c % 2000 : value(r, c))
                        .with(
                                b -> {
                                    for (int i = 0; i < 3; i++) {
                                        b.numbers(0x00281101 + i, "US", 2, 2000, 8)
                                                .numbers(0x00281201 + i, "OW", 0x0000, 0x00FF);
                                    }
                                });
        try (DicomFile file = open(mixed)) {
            assertThat(contrast(file, 0)).isGreaterThan(50);
        }
    }

    @Test
    void each_frame_is_shown_by_its_own_window_and_what_all_share_stands_first()
            throws IOException {
        SampleFile cine =
                image().frames(3)
                        .with(
                                b ->
                                        b.sequence(
                                                PER_FRAME,
                                                group("30000", "60000"),
                                                group("2001", "4"),
                                                group("40000", "50000")));
        try (DicomFile file = open(cine)) {
            assertThat(contrast(file, 0)).isLessThan(20);
            assertThat(contrast(file, 1)).isGreaterThan(50);
            assertThat(contrast(file, 2)).isLessThan(20);
            for (int f = 1; f < 3; f++) {
                assertThat(views(file, f).get(0).samples())
                        .isEqualTo(views(file, 0).get(0).samples());
            }
        }
    }

    private static DicomBuilder group(String center, String width) {
        return new DicomBuilder().sequence(FRAME_VOI, window(new DicomBuilder(), center, width));
    }

    @Test
    void a_window_is_tried_on_values_that_no_frame_had_when_the_views_were_chosen()
            throws IOException {
        SampleFile cine =
                SampleFile.of(SIZE, SIZE)
                        .frames(40)
                        .bits(16, 16, 15)
                        .samples((f, r, c, k) -> f == 17 ? value(r, c) : r * 900 / 7 * 7 + 3)
                        .with(b -> window(b, "2001", "4"));
        try (DicomFile file = open(cine)) {
            assertThat(contrast(file, 17)).isGreaterThan(50);
        }
    }

    @Test
    void the_windows_of_a_file_can_be_chosen_one_by_one() throws IOException {
        Consumer<DicomBuilder> two =
                b -> b.text(CENTER, "DS", "7000", "2001").text(WIDTH, "DS", "3000", "4");
        try (DicomFile file = open(image().with(two))) {
            assertThat(file.statedWindows()).isEqualTo(2);
            assertThat(contrast(file.render(new FramePlane(0), new DisplayWindow.Stated(0))))
                    .isZero();
            assertThat(contrast(file.render(new FramePlane(0), new DisplayWindow.Stated(1))))
                    .isGreaterThan(50);
        }
        try (DicomFile file = open(image().with(b -> window(b, "2001", "4")))) {
            assertThat(file.statedWindows()).as("it is shown already").isZero();
        }
        try (DicomFile file = open(image().photometric("RGB").with(two))) {
            assertThat(file.statedWindows()).isZero();
        }
    }

    @Test
    void what_shows_nothing_else_is_drawn_once() throws IOException {
        Consumer<DicomBuilder> forty =
                b ->
                        b.text(CENTER, "DS", many("30000", "30010"))
                                .text(WIDTH, "DS", many("60000", "60020"))
                                .text(0x20500020, "CS", "INVERSE")
                                .sequence(PRESENTATION, presentationIdentity())
                                .sequence(SHARED, group("30000", "60000"))
                                .sequence(PER_FRAME, group("30000", "60000"));
        int plain;
        try (DicomFile file = open(image())) {
            plain = views(file, 0).size();
        }
        for (String photometric : List.of("MONOCHROME1", "MONOCHROME2")) {
            try (DicomFile file = open(image().photometric(photometric).with(forty))) {
                assertThat(views(file, 0)).hasSize(plain);
            }
        }
    }

    private static DicomBuilder presentationIdentity() {
        return new DicomBuilder()
                .numbers(0x00283002, "US", 256, 0, 8)
                .numbers(0x00283006, "US", LongStream.range(0, 256).toArray());
    }

    private DicomFile open(SampleFile image) {
        try {
            return DicomFile.open(image.write(folder.resolve("a.dcm"), Syntax.EXPLICIT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PlaneImage> views(DicomFile file, int frame) throws IOException {
        return file.views(new FramePlane(frame));
    }

    /** How far strokes stand out of their ground in the view in which they do so most. */
    private static int contrast(DicomFile file, int frame) throws IOException {
        int most = 0;
        for (PlaneImage view : views(file, frame)) {
            most = Math.max(most, contrast(view));
        }
        return most;
    }

    private static int contrast(PlaneImage view) {
        int stroke = view.samples()[(46 * SIZE + 5) * view.channels()] & 0xFF;
        int ground = view.samples()[(46 * SIZE + 8) * view.channels()] & 0xFF;
        return Math.abs(stroke - ground);
    }
}
