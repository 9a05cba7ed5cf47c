package org.pixelanon.review;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.review.item.ReviewItem;

/** Pure functions on the stepping order of planes. */
final class PlaneOrder {

    private PlaneOrder() {}

    /** The number of an overlay's group; 0 for image frames. */
    static int group(Plane plane) {
        return plane instanceof OverlayPlane overlay ? overlay.group() : 0;
    }

    /** All frames first, then overlay by overlay, frame by frame. */
    static int compare(PlaneGeometry a, PlaneGeometry b) {
        int byGroup = Integer.compare(group(a.plane()), group(b.plane()));
        return byGroup != 0 ? byGroup : Integer.compare(a.plane().index(), b.plane().index());
    }

    /** The first frame of the next overlay after a plane. */
    static OptionalInt nextOverlay(List<PlaneGeometry> planes, int from) {
        for (int i = from + 1; i < planes.size(); i++) {
            if (group(planes.get(i).plane()) > group(planes.get(from).plane())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The first plane an item is on. */
    static OptionalInt first(List<PlaneGeometry> planes, ReviewItem item) {
        for (int i = 0; i < planes.size(); i++) {
            if (item.isOn(planes.get(i).plane())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The title of a plane, e.g. {@code frame 3 of 200}. */
    static String title(List<PlaneGeometry> planes, Plane plane) {
        int number = plane.index() + 1;
        long all = planes.stream().filter(p -> group(p.plane()) == group(plane)).count();
        return plane instanceof FramePlane
                ? "frame " + number + " of " + all
                : String.format(
                        Locale.ROOT, "overlay %04X, frame %d of %d", group(plane), number, all);
    }
}
