package org.pixelanon.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pixelanon.texts.RectangleEdit.Part.HEIGHT;
import static org.pixelanon.texts.RectangleEdit.Part.WIDTH;
import static org.pixelanon.texts.RectangleEdit.Part.X;
import static org.pixelanon.texts.RectangleEdit.Part.Y;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;

class RectangleEditTest {

    private static final PixelRectangle PLANE = new PixelRectangle(0, 0, 100, 80);
    private static final PixelRectangle OLD = new PixelRectangle(10, 20, 30, 40);

    @Test
    void a_place_moves_the_rectangle_and_keeps_its_size() {
        assertThat(RectangleEdit.with(OLD, X, 0, PLANE))
                .contains(new PixelRectangle(0, 20, 30, 40));
        assertThat(RectangleEdit.with(OLD, Y, 40, PLANE))
                .contains(new PixelRectangle(10, 40, 30, 40));
    }

    @Test
    void a_size_stretches_the_rectangle_to_the_right_and_down() {
        assertThat(RectangleEdit.with(OLD, WIDTH, 1, PLANE))
                .contains(new PixelRectangle(10, 20, 1, 40));
        assertThat(RectangleEdit.with(OLD, HEIGHT, 60, PLANE))
                .contains(new PixelRectangle(10, 20, 30, 60));
    }

    @Test
    void what_would_leave_the_plane_is_clipped() {
        assertThat(RectangleEdit.with(OLD, WIDTH, Integer.MAX_VALUE, PLANE))
                .contains(new PixelRectangle(10, 20, 90, 40));
        assertThat(RectangleEdit.with(OLD, X, -5, PLANE))
                .contains(new PixelRectangle(0, 20, 25, 40));
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 100, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_place_that_leaves_no_pixel_on_the_plane_is_refused(int x) {
        assertThat(RectangleEdit.with(OLD, X, x, PLANE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_size_below_one_pixel_is_refused(int size) {
        assertThat(RectangleEdit.with(OLD, HEIGHT, size, PLANE)).isEmpty();
    }

    @Test
    void coordinates_are_copied_as_the_option_rect_takes_them() {
        assertThat(ItemMenu.coordinates(new Region(new AllPlanes(), OLD))).isEqualTo("10,20,39,59");
        assertThat(ItemMenu.coordinates(new Region(new AllFrames(), OLD))).isEqualTo("10,20,39,59");
        assertThat(ItemMenu.coordinates(new Region(new FramePlane(2), OLD)))
                .isEqualTo("10,20,39,59,2,-1");
        assertThat(ItemMenu.coordinates(new Region(new OverlayPlane(0x6002, 0), OLD)))
                .isEqualTo("10,20,39,59,0,1");
    }
}
