package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.pixel.UltrasoundRegions;
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

    private UltrasoundRegions.Usable usable(UltrasoundRegions regions) {
        assertThat(regions).isInstanceOf(UltrasoundRegions.Usable.class);
        return (UltrasoundRegions.Usable) regions;
    }

    @Test
    void corner_pixels_belong_to_a_region_and_regions_are_clipped_and_that_is_told()
            throws IOException {
        UltrasoundRegions.Usable us =
                usable(read(10, 8, region(2, 1, 4, 3), region(5, 5, 99, 99), region(0, 2, 0, 5)));
        assertThat(us.regions())
                .containsExactly(
                        new PixelRectangle(2, 1, 3, 3),
                        new PixelRectangle(5, 5, 5, 3),
                        new PixelRectangle(0, 2, 1, 4));
        assertThat(us.notes())
                .containsExactly(
                        "Sequence of Ultrasound Regions (0018,6011) item 2 is clipped to the image");
    }

    @Test
    void regions_that_say_no_part_of_the_image_are_unusable_also_beside_good_ones()
            throws IOException {
        DicomBuilder good = region(2, 1, 4, 3);
        Map<String, DicomBuilder> bad = new LinkedHashMap<>();
        bad.put("Max X1 (0018,601C) lies before Region Location Min X0", region(4, 1, 2, 3));
        bad.put("Max Y1 (0018,601E) lies before Region Location Min Y0", region(2, 3, 4, 1));
        bad.put("Min X0 (0018,6018) lies outside the image", region(10, 0, 12, 5));
        bad.put("Min Y0 (0018,601A) lies outside the image", region(0, 8, 5, 9));
        bad.put("Min X0 (0018,6018) is not a position", new DicomBuilder());
        bad.put("Min Y0 (0018,601A) is not a position", region(1, -1, 4, 3));
        bad.put(
                "Max X1 (0018,601C) is not a position",
                region(1, 1, 4, 3).remove(Tag.RegionLocationMaxX1));
        bad.put(
                "Max Y1 (0018,601E) is not a position",
                region(1, 1, 4, 3).text(Tag.RegionLocationMaxY1, "DS", "3.5"));
        bad.forEach(
                (why, item) -> {
                    assertUnusable(why, 1, item);
                    assertUnusable(why, 2, good, item);
                });
        assertUnusable(
                "Min X0 (0018,6018) is not a position",
                1,
                region(1, 1, 4, 3).text(Tag.RegionLocationMinX0, "DS", "left"));
    }

    private void assertUnusable(String why, int item, DicomBuilder... items) {
        try {
            assertThat(read(10, 8, items))
                    .isInstanceOfSatisfying(
                            UltrasoundRegions.Unusable.class,
                            u ->
                                    assertThat(u.reason())
                                            .startsWith(
                                                    "Sequence of Ultrasound Regions (0018,6011) item "
                                                            + item
                                                            + ": ")
                                            .contains(why));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_sequence_without_regions_or_without_area_is_unusable_and_none_is_absent()
            throws IOException {
        assertThat(read(10, 8)).isInstanceOf(UltrasoundRegions.Unusable.class);
        assertThat(read(10, 8, region(0, 0, 0, 0))).isInstanceOf(UltrasoundRegions.Unusable.class);
        assertThat(read(10, 8, region(3, 0, 3, 5))).isInstanceOf(UltrasoundRegions.Unusable.class);
        assertThat(read(10, 8, region(0, 0, 65535, 65535)))
                .as("covers the image and reaches far beyond it")
                .isInstanceOf(UltrasoundRegions.Unusable.class);
        assertThat(usable(read(10, 8, region(0, 0, 10, 8))).complement()).isEmpty();
        Path path = SampleFile.of(8, 10).write(folder.resolve("b.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(UltrasoundRegions.of(file.attributes()))
                    .isInstanceOf(UltrasoundRegions.Absent.class);
        }
        Path text =
                SampleFile.of(8, 10)
                        .with(b -> b.bytes(Tag.SequenceOfUltrasoundRegions, "OB", new byte[4]))
                        .write(folder.resolve("c.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(text)) {
            assertThat(UltrasoundRegions.of(file.attributes()))
                    .isInstanceOf(UltrasoundRegions.Unusable.class);
        }
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
            List<PixelRectangle> rest =
                    new UltrasoundRegions.Usable("regions", width, height, regions).complement();
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
    void the_known_answer_of_the_python_tools_sample_is_right_but_for_its_off_by_one()
            throws IOException {
        Path sample =
                Path.of(
                        System.getProperty("pixelanon.shared", "none"),
                        "corpus/files/SMI__dicompixelanon__US-GE-4AICL142.dcm");
        assumeTrue(Files.exists(sample));
        try (DicomFile file = DicomFile.open(sample)) {
            UltrasoundRegions.Usable us = usable(UltrasoundRegions.of(file.attributes()));
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
