package org.pixelanon.review.similar;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.store.Suggestion;

/** Selects the rectangles of similar files that are useful suggestions for a file. Pure. */
public final class SimilarRectangles {

    /** Part of a rectangle from which it counts as covered by the file's own rectangles. */
    private static final double COVERED = 0.5;

    private SimilarRectangles() {}

    /**
     * A useful suggestion.
     *
     * @param region where
     * @param support number of done similar files that have it
     * @param files number of done similar files
     */
    public record Useful(Region region, int support, int files) {

        /** Made by {@link SimilarRectangles}. */
        public Useful {}

        /**
         * The share of similar files that agree.
         *
         * @return above 0, at most 1
         */
        public double agreement() {
            return (double) support / files;
        }
    }

    /**
     * Omits rectangles on planes or pixels that the file does not have, and those covered by its
     * own rectangles.
     *
     * @param suggestions from files of the same device
     * @param planes the planes of the file
     * @param own the items of the file itself
     * @return ordered by number of files, descending
     */
    public static List<Useful> of(
            List<Suggestion> suggestions, List<PlaneGeometry> planes, List<ReviewItem> own) {
        List<Useful> useful = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            Region region = suggestion.box().toRegion();
            List<PlaneGeometry> meant =
                    planes.stream().filter(p -> region.scope().covers(p.plane())).toList();
            boolean open =
                    meant.stream().anyMatch(p -> isOpen(region.rectangle(), p, on(p.plane(), own)));
            if (open) {
                useful.add(new Useful(region, suggestion.support(), suggestion.files()));
            }
        }
        useful.sort((a, b) -> Integer.compare(b.support(), a.support()));
        return useful;
    }

    private static List<PixelRectangle> on(Plane plane, List<ReviewItem> own) {
        return own.stream().filter(i -> i.isOn(plane)).map(i -> i.region().rectangle()).toList();
    }

    private static boolean isOpen(
            PixelRectangle rectangle, PlaneGeometry plane, List<PixelRectangle> own) {
        return rectangle
                .clip(plane.width(), plane.height())
                .filter(seen -> uncovered(seen, own) > (1 - COVERED) * seen.area())
                .isPresent();
    }

    /** Number of pixels of a rectangle outside all others. */
    private static long uncovered(PixelRectangle rectangle, List<PixelRectangle> others) {
        for (int i = 0; i < others.size(); i++) {
            PixelRectangle shared = rectangle.intersection(others.get(i)).orElse(null);
            if (shared != null) {
                List<PixelRectangle> rest = others.subList(i + 1, others.size());
                return around(rectangle, shared).stream().mapToLong(p -> uncovered(p, rest)).sum();
            }
        }
        return rectangle.area();
    }

    /** The rest of a rectangle without a part of it: above, below, left and right. */
    private static List<PixelRectangle> around(PixelRectangle whole, PixelRectangle part) {
        List<PixelRectangle> pieces = new ArrayList<>();
        add(pieces, whole.x(), whole.y(), whole.right(), part.y());
        add(pieces, whole.x(), part.bottom(), whole.right(), whole.bottom());
        add(pieces, whole.x(), part.y(), part.x(), part.bottom());
        add(pieces, part.right(), part.y(), whole.right(), part.bottom());
        return pieces;
    }

    private static void add(List<PixelRectangle> pieces, int left, int top, int right, int bottom) {
        if (right > left && bottom > top) {
            pieces.add(PixelRectangle.ofEdges(left, top, right, bottom));
        }
    }
}
