package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class RenderTest {

    private static final DisplayWindow FULL = new DisplayWindow.FullRange();
    private static final DisplayWindow OF_FILE = new DisplayWindow.OfFile();

    @TempDir private Path folder;

    private int[] render(SampleFile sample, Syntax syntax, DisplayWindow window)
            throws IOException {
        try (DicomFile file = DicomFile.open(sample.write(folder.resolve("a.dcm"), syntax))) {
            PlaneImage image = file.render(new FramePlane(0), window);
            int[] out = new int[image.samples().length];
            for (int i = 0; i < out.length; i++) {
                out[i] = image.samples()[i] & 0xFF;
            }
            return out;
        }
    }

    private static SampleFile row(int... values) {
        return SampleFile.of(1, values.length).samples((f, r, c, k) -> values[c]);
    }

    @Test
    void the_lowest_value_is_black_and_in_monochrome1_white() throws IOException {
        assertThat(render(row(10, 60, 110), Syntax.EXPLICIT, FULL)).containsExactly(0, 128, 255);
        assertThat(render(row(10, 60, 110).photometric("MONOCHROME1"), Syntax.EXPLICIT, FULL))
                .containsExactly(255, 127, 0);
    }

    @Test
    void defect_09_signed_images_mis_scaled_for_view_and_ocr() throws IOException {
        SampleFile signed = row(-1000, 0, 1000).bits(16, 16, 15).signed();
        assertThat(render(signed, Syntax.EXPLICIT, FULL)).containsExactly(0, 128, 255);
        SampleFile twelve = row(-2048, -1, 2047).bits(16, 12, 11).signed();
        assertThat(render(twelve, Syntax.BIG_ENDIAN, FULL)).containsExactly(0, 127, 255);
        for (SampleFile sample : List.of(signed, twelve)) {
            Path path = sample.write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
            try (DicomFile file = DicomFile.open(path)) {
                byte[] searched = file.views(new FramePlane(0)).get(0).samples();
                assertThat(searched[0]).isEqualTo((byte) 0);
                assertThat(searched[1] & 0xFF).isBetween(127, 128);
                assertThat(searched[2]).isEqualTo((byte) 255);
            }
        }
    }

    @Test
    void defect_12_constant_plane_not_rescaled() throws IOException {
        SampleFile constant = row(7, 7, 7).bits(16, 12, 11);
        assertThat(render(constant, Syntax.EXPLICIT, FULL)).containsOnly(0);
        assertThat(render(constant, Syntax.EXPLICIT, new DisplayWindow.Percentiles(1, 99)))
                .containsOnly(0);
        Path path = row(2000, 2000).bits(16, 12, 11).write(folder.resolve("a.dcm"), Syntax.RLE);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.views(new FramePlane(0)))
                    .allSatisfy(view -> assertThat(view.samples()).containsOnly(0));
        }
    }

    @Test
    void unsigned_values_of_32_bits_above_half_the_range_are_bright() throws IOException {
        SampleFile wide = row(0, 0x7FFFFFFF, -1).bits(32, 32, 31);
        assertThat(render(wide, Syntax.EXPLICIT, FULL)).containsExactly(0, 127, 255);
    }

    @Test
    void the_window_of_the_file_works_on_rescaled_values() throws IOException {
        SampleFile ct =
                row(924, 1024, 1124, 3000)
                        .bits(16, 12, 11)
                        .with(
                                b ->
                                        b.text(0x00281052, "DS", "-1024")
                                                .text(0x00281053, "DS", "1")
                                                .text(0x00281050, "DS", "0", "500")
                                                .text(0x00281051, "DS", "200", "1"));
        assertThat(render(ct, Syntax.IMPLICIT, OF_FILE)).containsExactly(0, 128, 255, 255);
        assertThat(render(ct, Syntax.IMPLICIT, new DisplayWindow.Linear(100, 1)))
                .containsExactly(0, 0, 255, 255);
    }

    @Test
    void a_palette_maps_from_its_first_value_and_clamps_outside() throws IOException {
        SampleFile palette =
                row(0, 10, 11, 12, 200)
                        .palette(
                                10,
                                new long[] {0x1100, 0x2200, 0x3300},
                                new long[] {0, 0xFF00, 0},
                                new long[] {0xAA00, 0xBB00, 0xCC00});
        for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.IMPLICIT)) {
            assertThat(render(palette, syntax, FULL))
                    .containsExactly(
                            0x11, 0, 0xAA, 0x11, 0, 0xAA, 0x22, 0xFF, 0xBB, 0x33, 0, 0xCC, 0x33, 0,
                            0xCC);
        }
    }

    @Test
    void a_segmented_palette_is_expanded() throws IOException {
        // two entries, then a line of three up to FF00, then the first segment again
        long[] segments = {0, 2, 0, 0x1000, 1, 3, 0x4000, 2, 1, 0, 0};
        SampleFile palette =
                row(0, 1, 2, 3, 4, 5, 6)
                        .photometric("PALETTE COLOR")
                        .with(
                                b -> {
                                    for (int i = 0; i < 3; i++) {
                                        b.numbers(0x00281101 + i, "US", 7, 0, 16);
                                        b.numbers(0x00281221 + i, "OW", segments);
                                    }
                                });
        int[] image = render(palette, Syntax.EXPLICIT, FULL);
        int[] red = new int[7];
        for (int i = 0; i < 7; i++) {
            red[i] = image[3 * i];
        }
        assertThat(red).containsExactly(0, 0x10, 0x20, 0x30, 0x40, 0, 0x10);
    }

    @Test
    void luminance_and_chrominance_become_red_green_and_blue() throws IOException {
        int[][] ybr = {
            {0, 128, 128}, {255, 128, 128}, {76, 85, 255}, {150, 44, 21}, {29, 255, 107}
        };
        SampleFile sample =
                SampleFile.of(1, 5).photometric("YBR_FULL").samples((f, r, c, k) -> ybr[c][k]);
        assertThat(render(sample, Syntax.EXPLICIT, FULL))
                .containsExactly(0, 0, 0, 255, 255, 255, 254, 0, 0, 0, 255, 1, 0, 0, 254);
    }

    @Test
    void what_stands_still_between_frames_stands_still_in_the_views() throws IOException {
        SampleFile cine =
                SampleFile.of(16, 16)
                        .frames(20)
                        .bits(16, 12, 11)
                        .samples((f, r, c, k) -> r < 8 ? 500 + c : f * 150 + c);
        try (DicomFile file =
                DicomFile.open(cine.write(folder.resolve("a.dcm"), Syntax.EXPLICIT))) {
            List<PlaneImage> first = file.views(new FramePlane(0));
            for (int f = 1; f < 20; f++) {
                List<PlaneImage> other = file.views(new FramePlane(f));
                assertThat(other).hasSameSizeAs(first);
                for (int v = 0; v < first.size(); v++) {
                    for (int i = 0; i < 8 * 16; i++) {
                        assertThat(other.get(v).samples()[i]).isEqualTo(first.get(v).samples()[i]);
                    }
                }
            }
        }
    }

    @Test
    void a_bright_pixel_does_not_hide_faint_text_from_all_views() throws IOException {
        SampleFile sample =
                SampleFile.of(64, 64)
                        .bits(16, 16, 15)
                        .samples((f, r, c, k) -> r + c == 0 ? 60000 : c % 8 == 0 ? 400 : 100);
        try (DicomFile file =
                DicomFile.open(sample.write(folder.resolve("a.dcm"), Syntax.EXPLICIT))) {
            List<PlaneImage> views = file.views(new FramePlane(0));
            assertThat(views).hasSizeGreaterThan(1);
            assertThat(views.get(1).samples()[64 + 8] & 0xFF).isGreaterThan(200);
            assertThat(views.get(1).samples()[64 + 9] & 0xFF).isLessThan(50);
        }
    }
}
