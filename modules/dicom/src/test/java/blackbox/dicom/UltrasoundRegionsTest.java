package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.Tag;
import org.pixelanon.dicom.UltrasoundRegions;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class UltrasoundRegionsTest {

    @TempDir private Path folder;

    private static DicomBuilder region(int left, int top, int right, int bottom) {
        return new DicomBuilder()
                .numbers(Tag.RegionLocationMinX0, "UL", left)
                .numbers(Tag.RegionLocationMinY0, "UL", top)
                .numbers(Tag.RegionLocationMaxX1, "UL", right)
                .numbers(Tag.RegionLocationMaxY1, "UL", bottom);
    }

    private UltrasoundRegions read(int width, int height, DicomBuilder... regions)
            throws IOException {
        Path path =
                SampleFile.of(height, width)
                        .with(b -> b.sequence(Tag.SequenceOfUltrasoundRegions, regions))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            return UltrasoundRegions.of(file.attributes());
        }
    }

    @Test
    void corner_pixels_belong_to_a_region_and_regions_are_clipped() throws IOException {
        UltrasoundRegions us =
                read(
                        10,
                        8,
                        region(2, 1, 4, 3),
                        region(5, 5, 99, 99),
                        region(3, 3, 2, 2),
                        region(20, 0, 30, 5));
        assertThat(us.regions())
                .containsExactly(new PixelRectangle(2, 1, 3, 3), new PixelRectangle(5, 5, 5, 3));
    }

    @Test
    void the_complement_keeps_every_pixel_of_a_region_and_covers_all_others_once()
            throws IOException {
        Random random = new Random(3);
        for (int n = 0; n < 200; n++) {
            int width = 1 + random.nextInt(30);
            int height = 1 + random.nextInt(30);
            List<PixelRectangle> regions = new ArrayList<>();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                int x = random.nextInt(width);
                int y = random.nextInt(height);
                regions.add(
                        new PixelRectangle(
                                x,
                                y,
                                1 + random.nextInt(width - x),
                                1 + random.nextInt(height - y)));
            }
            List<PixelRectangle> rest = new UltrasoundRegions(width, height, regions).complement();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int px = x;
                    int py = y;
                    boolean kept = regions.stream().anyMatch(r -> r.contains(px, py));
                    long blanked = rest.stream().filter(r -> r.contains(px, py)).count();
                    assertThat(blanked).isEqualTo(kept ? 0 : 1);
                }
            }
        }
    }

    @Test
    void without_regions_nothing_is_outside_of_them() throws IOException {
        assertThat(read(10, 8).complement()).isEmpty();
    }

    @Test
    void the_known_answer_of_the_python_tools_sample_is_right_but_for_its_off_by_one()
            throws IOException {
        Path sample =
                Path.of(
                        System.getProperty("pixelanon.shared", "none"),
                        "corpus/files/SMI__dicompixelanon__US-GE-4AICL142.dcm");
        assumeTrue(Files.exists(sample));
        try (DicomFile file = DicomFile.open(sample)) {
            UltrasoundRegions us = UltrasoundRegions.of(file.attributes());
            assertThat(us.regions())
                    .containsExactly(
                            PixelRectangle.ofInclusive(38, 0, 596, 124),
                            PixelRectangle.ofInclusive(31, 130, 571, 411));
            assertThat(us.complement())
                    .containsExactlyInAnyOrder(
                            PixelRectangle.ofInclusive(0, 0, 37, 124),
                            PixelRectangle.ofInclusive(597, 0, 635, 124),
                            PixelRectangle.ofInclusive(0, 125, 635, 129),
                            PixelRectangle.ofInclusive(0, 130, 30, 411),
                            PixelRectangle.ofInclusive(572, 130, 635, 411),
                            PixelRectangle.ofInclusive(0, 412, 635, 433));
        }
    }
}
