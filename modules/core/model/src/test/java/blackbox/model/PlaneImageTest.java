package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pixelanon.model.PlaneImage;

/** Planes seen from further away and from nearer by. */
class PlaneImageTest {

    @Test
    void from_further_away_each_pixel_is_the_mean_of_a_square() {
        PlaneImage plane =
                new PlaneImage(5, 2, 1, new byte[] {0, 4, (byte) 200, 100, 9, 8, 12, 100, 0, 9});
        assertThat(plane.reduced(2).samples()).containsExactly(6, 100);
        PlaneImage colour = new PlaneImage(2, 1, 3, new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(colour.reduced(1).samples()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void from_nearer_by_samples_between_pixels_are_linear() {
        PlaneImage line = new PlaneImage(2, 1, 1, new byte[] {0, 100}).enlarged(2);
        assertThat(line.width()).isEqualTo(4);
        assertThat(line.height()).isEqualTo(2);
        assertThat(line.samples()).containsExactly(0, 25, 75, 100, 0, 25, 75, 100);
    }

    @Test
    void channels_stay_apart() {
        PlaneImage two = new PlaneImage(1, 2, 3, new byte[] {10, 20, 30, 10, 20, 30});
        assertThat(two.enlarged(3).reduced(3).samples()).containsExactly(10, 20, 30, 10, 20, 30);
    }
}
