package blackbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;

class PixelRectangleTest {

    @Test
    void intersection_holds_exactly_the_pixels_of_both() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            PixelRectangle a = any(random);
            PixelRectangle b = any(random);
            var common = a.intersection(b);
            for (int y = -2; y < 14; y++) {
                for (int x = -2; x < 14; x++) {
                    boolean in = a.contains(x, y) && b.contains(x, y);
                    int column = x;
                    int row = y;
                    assertThat(common.map(c -> c.contains(column, row)).orElse(false))
                            .isEqualTo(in);
                }
            }
            assertThat(a.union(b).contains(a)).isTrue();
            assertThat(a.union(b).contains(b)).isTrue();
        }
    }

    @Test
    void empty_and_overflowing_rectangles_do_not_exist() {
        assertThatThrownBy(() -> new PixelRectangle(0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PixelRectangle(Integer.MAX_VALUE, 0, 1, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> PixelRectangle.ofInclusive(5, 0, 3, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inclusive_boxes_go_there_and_back() {
        for (Region region :
                new Region[] {
                    new Region(new AllPlanes(), new PixelRectangle(1, 2, 3, 4)),
                    new Region(new FramePlane(7), new PixelRectangle(0, 0, 1, 1)),
                    new Region(new OverlayPlane(0x601E, 2), new PixelRectangle(5, 6, 7, 8)),
                    new Region(new OverlayGroup(0x6000), new PixelRectangle(5, 6, 7, 8))
                }) {
            assertThat(InclusiveBox.of(region).toRegion()).isEqualTo(region);
        }
        assertThat(
                        InclusiveBox.of(
                                new Region(new FramePlane(0), new PixelRectangle(48, 25, 33, 20))))
                .isEqualTo(new InclusiveBox(48, 25, 80, 44, 0, -1));
    }

    private static PixelRectangle any(Random random) {
        return new PixelRectangle(
                random.nextInt(8), random.nextInt(8), 1 + random.nextInt(5), 1 + random.nextInt(5));
    }
}
