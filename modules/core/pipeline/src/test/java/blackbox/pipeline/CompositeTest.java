package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.pipeline.group.Composite;
import org.pixelanon.pipeline.group.TextHeat;

class CompositeTest {

    @Test
    void eachSampleHasItsLightestDarkestAndMeanValue() {
        Composite all = new Composite(2, 1, 1);
        all.add(grey(2, 10, 200));
        all.add(grey(2, 30, 0));
        all.add(grey(2, 20, 100));
        assertThat(all.planes()).isEqualTo(3);
        assertThat(all.maximum().samples()).containsExactly(bytes(30, 200));
        assertThat(all.minimum().samples()).containsExactly(bytes(10, 0));
        assertThat(all.mean().samples()).containsExactly(bytes(20, 100));
    }

    @Test
    void whatVariesMostIsWhiteAndWhatStaysIsBlack() {
        Composite all = new Composite(3, 1, 1);
        all.add(grey(3, 7, 0, 0));
        all.add(grey(3, 7, 100, 50));
        assertThat(all.variance().samples()).containsExactly(bytes(0, 255, 128));
    }

    @Test
    void channelsAreKeptApart() {
        Composite all = new Composite(1, 1, 3);
        all.add(new PlaneImage(1, 1, 3, bytes(255, 0, 10)));
        all.add(new PlaneImage(1, 1, 3, bytes(0, 255, 10)));
        assertThat(all.maximum().samples()).containsExactly(bytes(255, 255, 10));
        assertThat(all.variance().samples()).containsExactly(bytes(255, 255, 0));
    }

    @Test
    void aPlaneOfAnotherShapeIsRefused() {
        Composite all = new Composite(2, 1, 1);
        PlaneImage other = grey(3, 1, 2, 3);
        assertThatThrownBy(() -> all.add(other)).isInstanceOf(IllegalArgumentException.class);
        assertThat(all.planes()).isZero();
    }

    @Test
    void heatCountsTheTextsOnAPixelAndLeavesOutWhatLiesOutside() {
        TextHeat heat = new TextHeat(10, 10);
        heat.add(new PixelRectangle(0, 0, 4, 4));
        heat.add(new PixelRectangle(2, 2, 20, 2));
        heat.add(new PixelRectangle(30, 30, 2, 2));
        assertThat(heat.texts()).isEqualTo(2);
        assertThat(heat.at(0, 0)).isEqualTo(1);
        assertThat(heat.at(3, 3)).isEqualTo(2);
        assertThat(heat.at(9, 9)).isZero();
        byte[] over = heat.over(new PlaneImage(10, 10, 1, new byte[100])).samples();
        assertThat(over[(3 * 10 + 3) * 3 + 2] & 0xFF)
                .as("more text is lighter")
                .isGreaterThan(over[2] & 0xFF);
        assertThat(over[(9 * 10 + 9) * 3]).as("the ground where no text is").isZero();
    }

    private static PlaneImage grey(int width, int... values) {
        return new PlaneImage(width, values.length / width, 1, bytes(values));
    }

    private static byte[] bytes(int... values) {
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) values[i];
        }
        return out;
    }
}
