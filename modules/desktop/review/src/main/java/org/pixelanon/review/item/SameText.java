package org.pixelanon.review.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;

/**
 * Items that are one to a curator: the same text at the same place on several planes of a file.
 * Each remains an item and a row of its own; one decision is made for all of them. Unread texts are
 * never the same; rectangles of similar files are compared only by place.
 */
public final class SameText {

    /** Least tolerance of an edge in pixels, since finders end lines differently on each frame. */
    private static final int LEAST_SLACK = 2;

    /** Tolerance of an edge, relative to the height of the line. */
    private static final int SLACK_PARTS = 4;

    private SameText() {}

    private record Kind(Layer layer, String text, boolean sensitive) {

        static Kind of(ReviewItem item) {
            return new Kind(item.layer(), item.text().strip(), item.sensitive());
        }
    }

    /**
     * Groups items that are the same.
     *
     * @param items items of one file
     * @return groups in the order of their first items, which are in the order of the items
     */
    public static List<List<ReviewItem>> groups(List<ReviewItem> items) {
        Map<ReviewItem, List<ReviewItem>> groups = new LinkedHashMap<>();
        Map<Kind, List<ReviewItem>> firsts = new HashMap<>();
        for (ReviewItem item : items) {
            List<ReviewItem> alike =
                    firsts.computeIfAbsent(Kind.of(item), kind -> new ArrayList<>());
            ReviewItem first =
                    alike.stream()
                            .filter(one -> isSame(one, item))
                            .findFirst()
                            .orElseGet(
                                    () -> {
                                        alike.add(item);
                                        return item;
                                    });
            groups.computeIfAbsent(first, one -> new ArrayList<>()).add(item);
        }
        return groups.values().stream().map(List::copyOf).toList();
    }

    /**
     * Returns whether two items are the same text, whatever their decisions.
     *
     * @param one an item
     * @param other an item of the same file
     * @return true if they are the same text or the same item
     */
    public static boolean isSame(ReviewItem one, ReviewItem other) {
        if (one.id() == other.id()) {
            return true;
        }
        return Kind.of(one).equals(Kind.of(other))
                && (!one.text().isBlank() || one.layer() == Layer.SIMILAR)
                && one.region().scope() instanceof Plane
                && other.region().scope() instanceof Plane
                && !one.region().scope().equals(other.region().scope())
                && isNear(one.region().rectangle(), other.region().rectangle());
    }

    private static boolean isNear(PixelRectangle one, PixelRectangle other) {
        int height = Math.min(one.height(), other.height());
        int slack = Math.max(LEAST_SLACK, height / SLACK_PARTS);
        return Math.abs(one.x() - other.x()) <= slack
                && Math.abs(one.y() - other.y()) <= slack
                && Math.abs(one.right() - other.right()) <= slack
                && Math.abs(one.bottom() - other.bottom()) <= slack;
    }
}
