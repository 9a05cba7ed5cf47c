package org.pixelanon.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.viewer.RectangleDrag.Grip;

class RectangleDragTest {

    private static final PixelRectangle START = new PixelRectangle(10, 20, 30, 40);

    @Test
    void drawing_covers_both_corner_pixels_in_any_direction_and_stays_in_the_image() {
        RectangleDrag drag = new RectangleDrag(Grip.NEW, START, 50, 60);
        assertThat(drag.to(40, 55, 100, 100)).isEqualTo(new PixelRectangle(40, 55, 11, 6));
        assertThat(drag.to(50, 60, 100, 100)).isEqualTo(new PixelRectangle(50, 60, 1, 1));
        assertThat(drag.to(400, -9, 100, 100)).isEqualTo(new PixelRectangle(50, 0, 50, 61));
    }

    @Test
    void moving_keeps_the_size_and_stops_at_the_border() {
        RectangleDrag drag = new RectangleDrag(Grip.INSIDE, START, 15, 25);
        assertThat(drag.to(18, 21, 100, 100)).isEqualTo(new PixelRectangle(13, 16, 30, 40));
        assertThat(drag.to(900, 900, 100, 100)).isEqualTo(new PixelRectangle(70, 60, 30, 40));
        assertThat(drag.to(-900, -900, 100, 100)).isEqualTo(new PixelRectangle(0, 0, 30, 40));
    }

    @Test
    void pulling_an_edge_leaves_the_opposite_one_where_it_is() {
        RectangleDrag east = new RectangleDrag(Grip.EAST, START, 39, 30);
        assertThat(east.to(45, 99, 100, 100)).isEqualTo(new PixelRectangle(10, 20, 36, 40));
        RectangleDrag northWest = new RectangleDrag(Grip.NORTH_WEST, START, 10, 20);
        assertThat(northWest.to(5, 6, 100, 100)).isEqualTo(new PixelRectangle(5, 6, 35, 54));
    }

    @Test
    void an_edge_pulled_over_the_opposite_one_turns_the_rectangle_round() {
        RectangleDrag west = new RectangleDrag(Grip.WEST, START, 10, 30);
        assertThat(west.to(60, 30, 100, 100)).isEqualTo(new PixelRectangle(39, 20, 22, 40));
    }

    @Test
    void corners_edges_and_inside_are_told_apart_also_in_small_rectangles() {
        Rectangle2D large = new Rectangle2D.Double(100, 100, 200, 100);
        assertThat(RectangleDrag.at(large, new Point2D.Double(101, 99))).contains(Grip.NORTH_WEST);
        assertThat(RectangleDrag.at(large, new Point2D.Double(200, 198))).contains(Grip.SOUTH);
        assertThat(RectangleDrag.at(large, new Point2D.Double(200, 150))).contains(Grip.INSIDE);
        assertThat(RectangleDrag.at(large, new Point2D.Double(50, 150))).isEmpty();
        Rectangle2D small = new Rectangle2D.Double(100, 100, 9, 9);
        assertThat(RectangleDrag.at(small, new Point2D.Double(104, 104))).contains(Grip.INSIDE);
    }

    @Test
    void zooming_keeps_the_point_under_the_pointer() {
        ImageTransform fit = ImageTransform.fit(200, 100, 1000, 1000);
        Point2D pointer = new Point2D.Double(333, 444);
        ImageTransform zoomed = fit.zoomed(3, pointer);
        assertThat(zoomed.column(333)).isEqualTo(fit.column(333));
        assertThat(zoomed.row(444)).isEqualTo(fit.row(444));
    }

    @Test
    void the_clipboard_is_read_as_the_option_rect_takes_it() {
        assertThat(RectangleClipboard.parse("1,2,3,4; (10, 20, 10, 20) ;9,9,1,1"))
                .containsExactly(new PixelRectangle(1, 2, 3, 3), new PixelRectangle(10, 20, 1, 1));
        assertThat(RectangleClipboard.parse("no rectangle")).isEmpty();
    }
}
