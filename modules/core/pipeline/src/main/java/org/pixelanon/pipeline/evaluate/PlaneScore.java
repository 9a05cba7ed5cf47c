package org.pixelanon.pipeline.evaluate;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.pixelanon.model.PixelRectangle;

/**
 * What became of one plane.
 *
 * @param truth the plane
 * @param boxes what became of its texts
 * @param found all rectangles that cover something of it
 * @param over the share of the plane that rectangles cover away from texts; below 0 where the truth
 *     cannot tell, because it does not list all
 * @param strays rectangles that lie away from texts with more than half of their pixels; none where
 *     the truth cannot tell
 * @param groups what the plane is counted under, by key
 */
record PlaneScore(
        TruthPlane truth,
        List<BoxScore> boxes,
        List<PixelRectangle> found,
        double over,
        List<PixelRectangle> strays,
        Map<String, String> groups) {

    PlaneScore {
        boxes = List.copyOf(boxes);
        found = List.copyOf(found);
        strays = List.copyOf(strays);
        groups = Map.copyOf(groups);
    }

    OptionalDouble overShare() {
        return over < 0 ? OptionalDouble.empty() : OptionalDouble.of(over);
    }
}
