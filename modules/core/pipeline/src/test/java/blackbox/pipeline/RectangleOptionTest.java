package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.format.RectangleOption;

class RectangleOptionTest {

    @Test
    void both_corners_are_inside() {
        assertThat(RectangleOption.parse("2,3,4,7"))
                .containsExactly(new Region(new AllPlanes(), new PixelRectangle(2, 3, 3, 5)));
    }

    @Test
    void plus_sizes_give_one_pixel_more_as_in_the_python_tool() {
        assertThat(RectangleOption.parse("(10, 20, +5, +6)"))
                .containsExactly(new Region(new AllPlanes(), new PixelRectangle(10, 20, 6, 7)));
    }

    @Test
    void frame_and_overlay_may_follow_and_several_are_separated_by_semicolons() {
        assertThat(RectangleOption.parse("0,0,1,1,3,-1; [0,0,1,1,2,1]"))
                .containsExactly(
                        new Region(new FramePlane(3), new PixelRectangle(0, 0, 2, 2)),
                        new Region(new OverlayPlane(0x6002, 2), new PixelRectangle(0, 0, 2, 2)));
    }

    @Test
    void a_rectangle_of_one_pixel_width_is_kept() {
        assertThat(RectangleOption.parse("5,5,5,9").get(0).rectangle())
                .isEqualTo(new PixelRectangle(5, 5, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "1,2,3",
                "1,2,3,4,5",
                "a,0,1,1",
                "4,0,3,1",
                "0,0,1,1,-2,0",
                "-1,0,1,1",
                "0,0,1,1,0,99"
            })
    void inverted_or_malformed_rectangles_are_refused(String text) {
        assertThatThrownBy(() -> RectangleOption.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
