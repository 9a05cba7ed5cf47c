package org.pixelanon.review;

import static org.assertj.core.api.Assertions.assertThat;

import blackbox.review.DrawnDevice;
import blackbox.review.Sitting;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;

class ProjectionTest {

    private static final PixelRectangle TEXT = new PixelRectangle(20, 100, 50, 12);

    @TempDir Path folder;

    @Test
    void text_on_one_of_many_frames_is_seen_in_the_maximum_and_not_in_the_minimum()
            throws Exception {
        Path file = DrawnDevice.ECHO.write(folder.resolve("a.dcm"), 1, 6, TEXT);
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(List.of(file));
            assertThat(pixel(sitting, Projection.MAXIMUM)).isEqualTo(0xFFFFFF);
            assertThat(pixel(sitting, Projection.MINIMUM)).isNotEqualTo(0xFFFFFF);
            assertThat(pixel(sitting, Projection.VARIANCE)).isEqualTo(0xFFFFFF);
            assertThat(pixel(sitting, Projection.NONE))
                    .as("the first frame has no text")
                    .isNotEqualTo(0xFFFFFF);
        }
    }

    private static int pixel(Sitting sitting, Projection projection) throws Exception {
        BufferedImage image =
                sitting.get(
                        () -> {
                            OpenFile open = sitting.session().open().orElseThrow();
                            Display display = Display.START.withProjection(projection);
                            return sitting.session().images().get(open, new FramePlane(0), display);
                        });
        return image.getRGB(TEXT.x(), TEXT.y()) & 0xFFFFFF;
    }

    /** Waits for a plane that the session draws ahead. */
    private static void drawnAhead(Sitting sitting, int frame) throws Exception {
        sitting.get(
                () ->
                        sitting.session()
                                .images()
                                .get(
                                        sitting.session().open().orElseThrow(),
                                        new FramePlane(frame),
                                        Display.START));
    }

    @Test
    void one_walk_through_the_frames_makes_all_projections_without_counting_their_bytes_twice()
            throws Exception {
        Path file = DrawnDevice.ECHO.write(folder.resolve("a.dcm"), 1, 6, TEXT);
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(List.of(file));
            pixel(sitting, Projection.MEAN);
            pixel(sitting, Projection.VARIANCE); // the last one of the walk
            for (int frame = 0; frame <= 2; frame++) {
                drawnAhead(sitting, frame);
            }
            long bytes = sitting.session().images().bytes();
            pixel(sitting, Projection.MAXIMUM);
            assertThat(sitting.session().images().bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void what_is_drawn_on_a_projection_is_on_all_frames_and_stepping_ends_it() throws Exception {
        Path file = DrawnDevice.ECHO.write(folder.resolve("a.dcm"), 1, 6, TEXT);
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(List.of(file));
            Screen screen = sitting.session().screen();
            sitting.on(
                    () -> {
                        screen.setDisplay(screen.display().withProjection(Projection.MAXIMUM));
                        return true;
                    });
            assertThat(sitting.on(screen::planeTitle)).isEqualTo("maximum of 6 frames");
            assertThat(sitting.on(screen::scope)).isEqualTo(Optional.of(new AllFrames()));
            sitting.on(() -> sitting.session().editor().draw("Draw", new FramePlane(0), TEXT));
            assertThat(sitting.on(screen::projection))
                    .as("a rectangle of one frame is shown on that frame")
                    .isEqualTo(Projection.NONE);
            sitting.on(
                    () -> {
                        screen.setDisplay(screen.display().withProjection(Projection.MEAN));
                        return screen.showPlane(3);
                    });
            assertThat(sitting.on(screen::scope)).isEqualTo(Optional.of(new FramePlane(3)));
        }
    }

    @Test
    void a_file_of_one_frame_has_no_projection() throws Exception {
        Path file = DrawnDevice.ECHO.write(folder.resolve("a.dcm"), 1, TEXT);
        try (Sitting sitting = new Sitting(folder)) {
            sitting.open(List.of(file));
            Screen screen = sitting.session().screen();
            sitting.on(
                    () -> {
                        screen.setDisplay(screen.display().withProjection(Projection.MAXIMUM));
                        return true;
                    });
            assertThat(sitting.on(screen::projection)).isEqualTo(Projection.NONE);
            assertThat(sitting.on(screen::scope)).isEqualTo(Optional.of(new FramePlane(0)));
        }
    }
}
