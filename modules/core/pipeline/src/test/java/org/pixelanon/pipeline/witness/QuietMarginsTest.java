package org.pixelanon.pipeline.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/** How far rectangles shrink around what stands in them. */
class QuietMarginsTest {

    private static final int SIZE = 100;
    private static final PixelRectangle INK = new PixelRectangle(40, 45, 20, 8);
    private static final PixelRectangle WIDE = new PixelRectangle(20, 30, 60, 40);

    private static PlaneImage plane(int ground, int ink) {
        byte[] samples = new byte[SIZE * SIZE];
        Arrays.fill(samples, (byte) ground);
        for (int y = INK.y(); y < INK.bottom(); y++) {
            Arrays.fill(samples, y * SIZE + INK.x(), y * SIZE + INK.right(), (byte) ink);
        }
        return new PlaneImage(SIZE, SIZE, 1, samples);
    }

    @Test
    void three_pixels_are_left_around_ink_on_even_ground() {
        assertThat(QuietMargins.cut(List.of(plane(0, 255)), WIDE)).isEqualTo(INK.grow(3, 3));
        assertThat(QuietMargins.cut(List.of(plane(200, 20)), WIDE)).isEqualTo(INK.grow(3, 3));
    }

    @Test
    void the_faintest_text_is_not_quiet() {
        assertThat(QuietMargins.cut(List.of(plane(100, 145)), WIDE)).isEqualTo(INK.grow(3, 3));
        PlaneImage bright = plane(0, 255);
        bright.samples()[32 * SIZE + 24] = 46; // a faint dot beside bright ink
        assertThat(QuietMargins.cut(List.of(bright), WIDE).contains(24, 32)).isTrue();
    }

    @Test
    void ink_that_one_view_or_channel_shows_is_enough() {
        assertThat(QuietMargins.cut(List.of(plane(0, 0), plane(0, 90)), WIDE))
                .isEqualTo(INK.grow(3, 3));
        byte[] grey = plane(10, 200).samples();
        byte[] blue = new byte[3 * grey.length];
        for (int i = 0; i < grey.length; i++) {
            blue[3 * i + 2] = grey[i];
        }
        assertThat(QuietMargins.cut(List.of(new PlaneImage(SIZE, SIZE, 3, blue)), WIDE))
                .isEqualTo(INK.grow(3, 3));
    }

    @Test
    void a_slow_rise_of_brightness_is_not_cut_away_whole() {
        byte[] samples = new byte[SIZE * SIZE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (2 * (i / SIZE));
        }
        PixelRectangle cut =
                QuietMargins.cut(List.of(new PlaneImage(SIZE, SIZE, 1, samples)), WIDE);
        assertThat(cut.height()).isGreaterThan(WIDE.height() / 2);
    }

    @Test
    void nothing_is_cut_where_all_is_even_or_all_is_noise() {
        assertThat(QuietMargins.cut(List.of(plane(7, 7)), WIDE)).isEqualTo(WIDE);
        byte[] noise = new byte[SIZE * SIZE];
        new Random(3).nextBytes(noise);
        assertThat(QuietMargins.cut(List.of(new PlaneImage(SIZE, SIZE, 1, noise)), WIDE))
                .isEqualTo(WIDE);
    }
}
