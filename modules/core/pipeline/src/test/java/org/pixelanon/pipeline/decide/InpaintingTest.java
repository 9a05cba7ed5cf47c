package org.pixelanon.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

class InpaintingTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 60;

    private static PlaneImage grey(IntBinaryOperator level, List<PixelRectangle> blanked) {
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int column = x;
                int row = y;
                boolean black = blanked.stream().anyMatch(b -> b.contains(column, row));
                samples[y * WIDTH + x] = (byte) (black ? 0 : level.applyAsInt(x, y));
            }
        }
        return new PlaneImage(WIDTH, HEIGHT, 1, samples);
    }

    private static int[] painted(IntBinaryOperator level, List<PixelRectangle> blanked) {
        byte[] samples = Inpainting.of(List.of(grey(level, blanked)), blanked).get(0).samples();
        int[] levels = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            levels[i] = samples[i] & 0xFF;
        }
        return levels;
    }

    @Test
    void on_even_ground_nothing_is_left_to_see_of_rectangles_that_touch_or_reach_the_edge() {
        List<PixelRectangle> blanked =
                List.of(
                        new PixelRectangle(10, 10, 20, 8),
                        new PixelRectangle(30, 12, 15, 8),
                        new PixelRectangle(70, 50, 30, 30),
                        new PixelRectangle(-5, 20, 9, 9));
        assertThat(painted((x, y) -> 200, blanked)).containsOnly(200);
    }

    @Test
    void on_ground_that_rises_each_pixel_is_near_what_stood_there() {
        List<PixelRectangle> blanked = List.of(new PixelRectangle(20, 15, 30, 12));
        int[] levels = painted((x, y) -> 2 * x + y, blanked);
        for (int y = 15; y < 27; y++) {
            for (int x = 20; x < 50; x++) {
                assertThat(levels[y * WIDTH + x]).isBetween(2 * x + y - 12, 2 * x + y + 12);
            }
        }
    }

    @Test
    void what_stands_beside_a_rectangle_stays_as_it_is() {
        List<PixelRectangle> blanked = List.of(new PixelRectangle(20, 15, 30, 12));
        IntBinaryOperator stripes = (x, y) -> x % 3 == 0 ? 255 : 40;
        int[] levels = painted(stripes, blanked);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (!blanked.get(0).contains(x, y)) {
                    assertThat(levels[y * WIDTH + x]).isEqualTo(stripes.applyAsInt(x, y));
                }
            }
        }
    }

    @Test
    void a_plane_that_is_blank_as_a_whole_stays_so() {
        List<PixelRectangle> all = List.of(new PixelRectangle(0, 0, WIDTH, HEIGHT));
        assertThat(painted((x, y) -> 200, all)).containsOnly(0);
    }

    @Test
    void colours_are_painted_each_by_itself() {
        byte[] samples = new byte[WIDTH * HEIGHT * 3];
        PixelRectangle box = new PixelRectangle(8, 8, 10, 10);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (!box.contains(i % WIDTH, i / WIDTH)) {
                samples[3 * i] = 10;
                samples[3 * i + 2] = 90;
            }
        }
        PlaneImage colour = new PlaneImage(WIDTH, HEIGHT, 3, samples);
        byte[] painted = Inpainting.of(List.of(colour), List.of(box)).get(0).samples();
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            assertThat(List.of(painted[3 * i], painted[3 * i + 1], painted[3 * i + 2]))
                    .containsExactly((byte) 10, (byte) 0, (byte) 90);
        }
    }
}
