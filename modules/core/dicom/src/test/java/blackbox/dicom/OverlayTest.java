package blackbox.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.render.DisplayWindow;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

class OverlayTest {

    private static final Syntax[] NATIVE = {
        Syntax.IMPLICIT, Syntax.EXPLICIT, Syntax.BIG_ENDIAN, Syntax.DEFLATED
    };

    @TempDir private Path folder;

    private static boolean set(int frame, int row, int column) {
        return ((frame * 31 + row * 17 + column * 7) * 0x9E3779B1 >>> 29) < 3;
    }

    @Test
    void bits_of_overlay_frames_that_do_not_begin_at_a_byte_are_right_for_any_size()
            throws IOException {
        Random random = new Random(5);
        for (int n = 0; n < 80; n++) {
            int rows = 1 + random.nextInt(17);
            int columns = 1 + random.nextInt(17);
            int frames = 1 + random.nextInt(5);
            Path path =
                    SampleFile.of(8, 8)
                            .overlay(
                                    new Overlay(
                                            0x6004, rows, columns, -2, 5, frames, OverlayTest::set))
                            .write(folder.resolve("a.dcm"), NATIVE[n % 4]);
            try (DicomFile file = DicomFile.open(path)) {
                assertThat(file.overlays()).hasSize(1);
                for (int f = 0; f < frames; f++) {
                    byte[] bits = file.overlay(new OverlayPlane(0x6004, f));
                    for (int i = 0; i < bits.length; i++) {
                        assertThat(bits[i] == 1).isEqualTo(set(f, i / columns, i % columns));
                    }
                }
                int beyond = frames;
                assertThatThrownBy(() -> file.overlay(new OverlayPlane(0x6004, beyond)))
                        .isInstanceOf(DicomException.class);
            }
        }
    }

    @Test
    void planes_are_all_frames_and_then_overlay_by_overlay_with_their_origins() throws IOException {
        Path path =
                SampleFile.of(8, 9)
                        .frames(2)
                        .bits(16, 12, 11)
                        .highBitOverlay(0x6002, 14, OverlayTest::set)
                        .overlay(new Overlay(0x6000, 3, 4, 0, 6, 2, OverlayTest::set))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.planes())
                    .containsExactly(
                            new PlaneGeometry(new FramePlane(0), 9, 8, 0, 0),
                            new PlaneGeometry(new FramePlane(1), 9, 8, 0, 0),
                            new PlaneGeometry(new OverlayPlane(0x6000, 0), 4, 3, 5, -1),
                            new PlaneGeometry(new OverlayPlane(0x6000, 1), 4, 3, 5, -1),
                            new PlaneGeometry(new OverlayPlane(0x6002, 0), 9, 8, 0, 0),
                            new PlaneGeometry(new OverlayPlane(0x6002, 1), 9, 8, 0, 0));
        }
    }

    @Test
    void high_bit_overlay_of_a_multi_frame_image_is_seen_in_every_frame_and_in_no_sample()
            throws IOException {
        Path path =
                SampleFile.of(6, 7)
                        .frames(3)
                        .bits(16, 12, 11)
                        .samples((f, r, c, k) -> f * 100 + r * 10 + c)
                        .highBitOverlay(0x6000, 12, OverlayTest::set)
                        .highBitOverlay(0x6002, 15, (f, r, c) -> !set(f, r, c))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            for (int f = 0; f < 3; f++) {
                PlaneImage low =
                        file.render(new OverlayPlane(0x6000, f), new DisplayWindow.OfFile());
                byte[] high = file.overlay(new OverlayPlane(0x6002, f));
                for (int i = 0; i < 42; i++) {
                    boolean bit = set(f, i / 7, i % 7);
                    assertThat(low.samples()[i]).isEqualTo((byte) (bit ? 255 : 0));
                    assertThat(high[i]).isEqualTo((byte) (bit ? 0 : 1));
                    assertThat(file.frame(f).sample(i)).isEqualTo(f * 100 + i / 7 * 10 + i % 7);
                }
            }
        }
    }

    @Test
    void defect_07_multi_frame_overlay_on_a_single_frame_image_cannot_be_viewed_past_frame_0()
            throws IOException {
        Path path =
                SampleFile.of(8, 8)
                        .overlay(new Overlay(0x6000, 5, 5, 1, 1, 4, (f, r, c) -> f == r))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            PlaneImage last = file.views(new OverlayPlane(0x6000, 3)).get(0);
            for (int i = 0; i < 25; i++) {
                assertThat(last.samples()[i]).isEqualTo((byte) (i / 5 == 3 ? 255 : 0));
            }
        }
    }

    @Test
    void an_overlay_one_byte_short_is_read_and_one_that_is_too_short_is_not_a_frame()
            throws IOException {
        byte[] data = new byte[8];
        Path path =
                SampleFile.of(8, 8)
                        .overlay(new Overlay(0x6000, 8, 9, 1, 1, 1, OverlayTest::set))
                        .with(b -> b.bytes(0x60003000, "OB", data).text(0x60000015, "IS", "4"))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.overlays().get(0).frames()).isEqualTo(1);
            assertThat(file.overlay(new OverlayPlane(0x6000, 0))).hasSize(72).containsOnly(0);
            assertThat(file.notProcessed())
                    .containsExactly(
                            "(6000,3000) OverlayData holds fewer overlay frames than stated");
        }
    }

    @Test
    void an_overlay_shorter_than_a_frame_is_no_plane_and_withholds_the_file() throws IOException {
        Path path =
                SampleFile.of(8, 8)
                        .overlay(new Overlay(0x6000, 8, 9, 100, 1, 1, OverlayTest::set))
                        .with(b -> b.bytes(0x60003000, "OB", new byte[6]))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.overlays()).isEmpty();
            assertThat(file.notProcessed())
                    .containsExactly("(6000,3000) OverlayData is shorter than an overlay frame");
        }
    }

    @Test
    void overlays_that_are_no_planes_are_listed() throws IOException {
        Path path =
                SampleFile.of(8, 8)
                        .with(
                                b ->
                                        b.numbers(0x60020100, "US", 1)
                                                .bytes(0x60013000, "OB", new byte[8])
                                                .bytes(0x60203000, "OB", new byte[8])
                                                .bytes(0x60043000, "OB", new byte[8]))
                        .write(folder.resolve("a.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(path)) {
            assertThat(file.overlays()).isEmpty();
            assertThat(file.notProcessed())
                    .isEqualTo(
                            List.of(
                                    "(6001,3000) overlay in an invalid group",
                                    "(6002,3000) overlay declared without data",
                                    "(6004,3000) OverlayData without Overlay Rows or Columns",
                                    "(6020,3000) overlay in an invalid group"));
        }
    }
}
