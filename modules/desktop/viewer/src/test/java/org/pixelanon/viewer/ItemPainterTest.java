package org.pixelanon.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.Origin;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/** What is drawn beside a rectangle. */
class ItemPainterTest {

    private static final int SIDE = 200;
    private static final int FILLED = LayerSign.SIZE * LayerSign.SIZE / 3;

    @ParameterizedTest
    @ValueSource(ints = {100, 2})
    void a_rectangle_of_several_origins_has_the_sign_of_each(int left) {
        PixelRectangle place = new PixelRectangle(left, 60, 90, 30);
        ReviewItem item =
                new ReviewItem(
                                1,
                                Layer.OCR,
                                new Region(new FramePlane(0), place),
                                "text",
                                0.9,
                                "unknown text",
                                true,
                                Verdict.UNDECIDED,
                                "",
                                "")
                        .with(new Origin(Layer.RULE, place, "rule"))
                        .with(new Origin(Layer.SIMILAR, place, "similar"));
        int[] pixels = painted(item);
        for (Layer layer : List.of(Layer.OCR, Layer.RULE, Layer.SIMILAR)) {
            assertThat(count(pixels, layer)).as(layer.name()).isGreaterThan(FILLED);
        }
        assertThat(count(pixels, Layer.ULTRASOUND)).isZero();
    }

    private static int[] painted(ReviewItem item) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        new ItemPainter(graphics, new ImageTransform(1, 0, 0)).item(item, false, false);
        graphics.dispose();
        return image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
    }

    private static long count(int[] pixels, Layer layer) {
        return Arrays.stream(pixels).filter(rgb -> rgb == layer.color().getRGB()).count();
    }
}
