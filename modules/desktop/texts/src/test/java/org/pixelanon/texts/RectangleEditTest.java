package org.pixelanon.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pixelanon.texts.RectangleEdit.Part.HEIGHT;
import static org.pixelanon.texts.RectangleEdit.Part.WIDTH;
import static org.pixelanon.texts.RectangleEdit.Part.X;
import static org.pixelanon.texts.RectangleEdit.Part.Y;

import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("a place moves the rectangle and keeps its size")
    void moves() {
        assertThat(RectangleEdit.with(OLD, X, 0, PLANE))
                .contains(new PixelRectangle(0, 20, 30, 40));
        assertThat(RectangleEdit.with(OLD, Y, 40, PLANE))
                .contains(new PixelRectangle(10, 40, 30, 40));
    }

    @Test
    @DisplayName("a size stretches the rectangle to the right and down")
    void stretches() {
        assertThat(RectangleEdit.with(OLD, WIDTH, 1, PLANE))
                .contains(new PixelRectangle(10, 20, 1, 40));
        assertThat(RectangleEdit.with(OLD, HEIGHT, 60, PLANE))
                .contains(new PixelRectangle(10, 20, 30, 60));
    }

    @Test
    @DisplayName("what would leave the plane is clipped")
    void clips() {
        assertThat(RectangleEdit.with(OLD, WIDTH, Integer.MAX_VALUE, PLANE))
                .contains(new PixelRectangle(10, 20, 90, 40));
        assertThat(RectangleEdit.with(OLD, X, -5, PLANE))
                .contains(new PixelRectangle(0, 20, 25, 40));
    }

    @ParameterizedTest
    @DisplayName("a place that leaves no pixel on the plane is refused")
    @ValueSource(ints = {-30, 100, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void offPlane(int x) {
        assertThat(RectangleEdit.with(OLD, X, x, PLANE)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a size below one pixel is refused")
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void noSize(int size) {
        assertThat(RectangleEdit.with(OLD, HEIGHT, size, PLANE)).isEmpty();
    }

    @Test
    @DisplayName("coordinates are copied as the option --rect takes them")
    void coordinates() {
        assertThat(ItemMenu.coordinates(new Region(new AllPlanes(), OLD))).isEqualTo("10,20,39,59");
        assertThat(ItemMenu.coordinates(new Region(new AllFrames(), OLD))).isEqualTo("10,20,39,59");
        assertThat(ItemMenu.coordinates(new Region(new FramePlane(2), OLD)))
                .isEqualTo("10,20,39,59,2,-1");
        assertThat(ItemMenu.coordinates(new Region(new OverlayPlane(0x6002, 0), OLD)))
                .isEqualTo("10,20,39,59,0,1");
    }
}
