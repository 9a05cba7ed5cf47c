package blackbox.cli;

import static blackbox.cli.Command.run;
import static blackbox.cli.Command.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.Tag;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** {@code --rules} in ocr, redact and anonymise: which pixels are blanked, and which never. */
class RulesIT {

    private static final Path SMI =
            Path.of(System.getProperty("pixelanon.shared"), "rules", "deid.dicom.smi");
    private static final int GREY = 900;

    @TempDir Path folder;

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private Path rules(String... lines) throws IOException {
        return Files.write(folder.resolve("deid.dicom.test"), List.of(lines));
    }

    private Command redact(Object... options) {
        List<Object> all = new ArrayList<>(List.of("redact", "-q", "-o", folder.resolve("out")));
        all.addAll(List.of(options));
        return run(all.toArray());
    }

    private static SampleFile angiogram(int size, int frames) {
        return SampleFile.of(size, size)
                .frames(frames)
                .bits(16, 12, 11)
                .samples((f, r, c, k) -> GREY)
                .highBitOverlay(0x6000, 12, (f, r, c) -> true)
                .with(
                        b ->
                                b.text(Tag.Modality, "CS", "XA")
                                        .text(Tag.ManufacturerModelName, "LO", "ZiehmNetPort"));
    }

    /** Checks that exactly the pixels of the rectangles are blank, on all frames and overlays. */
    private static void assertBlank(Path file, List<PixelRectangle> rectangles, long pixels)
            throws IOException {
        try (DicomFile copy = DicomFile.open(file)) {
            for (PlaneGeometry g : copy.planes()) {
                byte[] bits =
                        g.plane() instanceof OverlayPlane overlay
                                ? copy.overlay(overlay)
                                : new byte[0];
                long blank = 0;
                for (int y = 0; y < g.height(); y++) {
                    for (int x = 0; x < g.width(); x++) {
                        int column = x;
                        int row = y;
                        boolean inside = rectangles.stream().anyMatch(r -> r.contains(column, row));
                        boolean set =
                                g.plane() instanceof FramePlane frame
                                        ? sample(copy, frame.index(), x, y) == GREY
                                        : bits[y * g.width() + x] != 0;
                        if (set == inside) {
                            assertThat(set).as(g.plane() + " " + x + "," + y).isEqualTo(!inside);
                        }
                        blank += inside ? 1 : 0;
                    }
                }
                assertThat(blank).isEqualTo(pixels);
            }
        }
    }

    @Test
    void the_rules_of_the_seed_blank_exactly_their_pixels_on_files_of_three_sizes()
            throws Exception {
        Assumptions.assumeTrue(Files.exists(SMI), "no rules of other people here");
        Map<Integer, int[][]> known =
                Map.of(
                        1024,
                        new int[][] {{0, 0, 196, 148}, {0, 940, 189, 1006}, {706, 0, 1023, 66}},
                        576,
                        new int[][] {{0, 0, 110, 83}, {0, 529, 106, 566}, {397, 0, 575, 37}},
                        512,
                        new int[][] {{0, 0, 98, 74}, {0, 470, 95, 503}, {353, 0, 511, 33}});
        Map<Integer, Long> pixels = Map.of(1024, 63_389L, 576, 20_192L, 512, 16_095L);
        Path report = folder.resolve("report.json");
        for (Map.Entry<Integer, int[][]> size : known.entrySet()) {
            String name = "xa" + size.getKey() + ".dcm";
            int frames = size.getKey() == 512 ? 2 : 1;
            Path file =
                    angiogram(size.getKey(), frames).write(folder.resolve(name), Syntax.EXPLICIT);
            assertThat(redact(file, "--rules", SMI, "--report", report).code()).isZero();
            List<PixelRectangle> rectangles = new ArrayList<>();
            for (int[] r : size.getValue()) {
                rectangles.add(PixelRectangle.ofInclusive(r[0], r[1], r[2], r[3]));
            }
            assertBlank(out(name), rectangles, pixels.get(size.getKey()));
            boolean clipped = Files.readString(report).contains("is clipped to the image");
            assertThat(clipped).as("512: one rectangle ends at column 512").isEqualTo(frames == 2);
        }
    }
}
