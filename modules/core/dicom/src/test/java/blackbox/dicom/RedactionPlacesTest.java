package blackbox.dicom;

import static blackbox.dicom.Redacting.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.redact.RedactionTargets;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** On which planes a rectangle lies, and where. */
class RedactionPlacesTest {

    @TempDir private Path folder;

    private Redacting redacting;

    @BeforeEach
    void begin() {
        redacting = new Redacting(folder);
    }

    @Test
    void a_rectangle_on_all_planes_is_in_image_coordinates_and_moves_with_the_overlay_origin()
            throws IOException {
        Path in =
                SampleFile.of(20, 20)
                        .frames(2)
                        .overlay(new Overlay(0x6000, 6, 6, 5, 9, 1, (f, r, c) -> true))
                        .overlay(new Overlay(0x6002, 3, 3, 17, 17, 1, (f, r, c) -> true))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(
                            file, new RedactionPlan(List.of(region(new AllPlanes(), 9, 5, 3, 2))));
            assertThat(t.on(new FramePlane(0))).containsExactly(new PixelRectangle(9, 5, 3, 2));
            assertThat(t.on(new FramePlane(1))).containsExactly(new PixelRectangle(9, 5, 3, 2));
            assertThat(t.on(new OverlayPlane(0x6000, 0)))
                    .containsExactly(new PixelRectangle(1, 1, 3, 2));
            assertThat(t.on(new OverlayPlane(0x6002, 0))).isEmpty();
        }
        redacting.copy(in, region(new AllPlanes(), 9, 5, 3, 2));
    }

    @Test
    void a_rectangle_on_all_planes_clears_high_bits_inside_it_and_no_others() throws IOException {
        Path in =
                SampleFile.of(9, 11)
                        .frames(2)
                        .bits(16, 12, 11)
                        .samples(Redacting::noise)
                        .highBitOverlay(0x6000, 13, (f, r, c) -> true)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redacting.copy(in, region(new AllPlanes(), 2, 1, 3, 4));
        try (DicomFile file = DicomFile.open(out)) {
            for (int f = 0; f < 2; f++) {
                byte[] bits = file.overlay(new OverlayPlane(0x6000, f));
                for (int i = 0; i < bits.length; i++) {
                    boolean inside = new PixelRectangle(2, 1, 3, 4).contains(i % 11, i / 11);
                    assertThat(bits[i]).isEqualTo((byte) (inside ? 0 : 1));
                }
            }
        }
    }

    @Test
    void all_frames_means_every_frame() throws IOException {
        Path in =
                SampleFile.of(10, 10)
                        .frames(4)
                        .samples((f, r, c, k) -> 200)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out = redacting.copy(in, region(new AllFrames(), 0, 0, 10, 2));
        try (DicomFile file = DicomFile.open(out)) {
            for (int f = 0; f < 4; f++) {
                assertThat(file.frame(f).sample(9, 1, 0)).isZero();
                assertThat(file.frame(f).sample(0, 2, 0)).isEqualTo(200);
            }
        }
    }

    @Test
    void overlay_frame_or_frame_out_of_range_is_refused_and_nothing_written() throws IOException {
        Path in =
                SampleFile.of(10, 10)
                        .frames(2)
                        .overlay(new Overlay(0x6000, 5, 5, 1, 1, 2, (f, r, c) -> true))
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        for (PlaneScope scope :
                List.of(
                        new FramePlane(2),
                        new OverlayPlane(0x6000, 2),
                        new OverlayPlane(0x6002, 0),
                        new OverlayGroup(0x6004))) {
            assertThatThrownBy(() -> redacting.copy(in, region(scope, 1, 1, 2, 2)))
                    .isInstanceOf(DicomException.class)
                    .hasMessageContaining("(1,1 2x2)")
                    .hasMessageContaining(scope.toString());
        }
        assertThat(folder.resolve("out.dcm")).doesNotExist();
    }

    @Test
    void out_of_range_rectangle_is_not_accepted_silently() throws IOException {
        Path in = SampleFile.of(10, 10).write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        try (DicomFile file = DicomFile.open(in)) {
            RedactionTargets t =
                    RedactionTargets.resolve(
                            file, new RedactionPlan(List.of(region(new AllFrames(), 8, -2, 5, 4))));
            assertThat(t.on(new FramePlane(0))).containsExactly(new PixelRectangle(8, 0, 2, 2));
            assertThat(t.notes()).containsExactly("rectangle (8,-2 5x4) clipped to (8,0 2x2)");
            for (PlaneScope scope : List.of(new AllFrames(), new AllPlanes(), new FramePlane(0))) {
                assertThatThrownBy(
                                () ->
                                        RedactionTargets.resolve(
                                                file,
                                                new RedactionPlan(
                                                        List.of(region(scope, 10, 0, 1, 1)))))
                        .isInstanceOf(DicomException.class)
                        .hasMessageContaining("(10,0 1x1)");
            }
        }
    }

    @Test
    void one_pixel_wide_rectangles_are_not_dropped() throws IOException {
        Path in =
                SampleFile.of(5, 5)
                        .samples((f, r, c, k) -> 9)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out =
                redacting.copy(
                        in,
                        region(new AllFrames(), 4, 0, 1, 5),
                        region(new AllFrames(), 0, 2, 1, 1));
        try (DicomFile file = DicomFile.open(out)) {
            for (int i = 0; i < 25; i++) {
                assertThat(file.frame(0).sample(i)).isEqualTo(i % 5 == 4 || i == 10 ? 0 : 9);
            }
        }
    }

    @Test
    void defect_19_a_rectangle_inside_one_of_another_frame_is_dropped() throws IOException {
        Path in =
                SampleFile.of(8, 8)
                        .frames(2)
                        .samples((f, r, c, k) -> 9)
                        .write(folder.resolve("in.dcm"), Syntax.EXPLICIT);
        Path out =
                redacting.copy(
                        in,
                        region(new FramePlane(0), 0, 0, 8, 8),
                        region(new FramePlane(1), 2, 2, 1, 1));
        try (DicomFile file = DicomFile.open(out)) {
            assertThat(file.frame(1).sample(2, 2, 0)).isZero();
            assertThat(file.frame(1).sample(3, 2, 0)).isEqualTo(9);
        }
    }
}
