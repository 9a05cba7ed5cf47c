package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * Separates overlapping lines at a row or column without stroke, so that blanking one leaves the
 * other. Without such a row or column, both stay.
 */
final class LinesApart {

    /** Part of the less high line that may lie on the other one. */
    private static final double MOST_SHARED = .6;

    /** Part of a line that may be cut off: letters do not end so early. */
    private static final double MOST_CUT = .4;

    private final List<PlaneImage> views;
    private final List<UnitedLine> lines;

    private LinesApart(List<PlaneImage> views, List<UnitedLine> lines) {
        this.views = views;
        this.lines = new ArrayList<>(lines);
    }

    /**
     * Parts lines.
     *
     * @param views the plane
     * @param lines inside of the plane
     * @return the same lines in their order, of which fewer reach into each other
     */
    static List<UnitedLine> of(List<PlaneImage> views, List<UnitedLine> lines) {
        LinesApart apart = new LinesApart(views, lines);
        for (int i = 0; i < lines.size(); i++) {
            for (int k = 0; k < lines.size(); k++) {
                apart.part(i, k, false);
                apart.part(i, k, true);
            }
        }
        return List.copyOf(apart.lines);
    }

    private PixelRectangle box(int line, boolean turned) {
        PixelRectangle box = lines.get(line).rectangle();
        return turned ? flip(box) : box;
    }

    private static PixelRectangle flip(PixelRectangle box) {
        return new PixelRectangle(box.y(), box.x(), box.height(), box.width());
    }

    private void set(int line, PixelRectangle box, boolean turned) {
        lines.set(line, lines.get(line).at(turned ? flip(box) : box));
    }

    /** Parts two lines if the first is above the second, or left of it in a turned plane. */
    private void part(int first, int second, boolean turned) {
        PixelRectangle upper = box(first, turned);
        PixelRectangle lower = box(second, turned);
        if (upper.intersection(lower).isEmpty() || !isAbove(upper, lower)) {
            return;
        }
        int left = Math.max(upper.x(), lower.x());
        int right = Math.min(upper.right(), lower.right());
        Ground ground = new Ground(first, second, turned);
        Optional<Integer> between = ground.between(left, right, lower.y(), upper.bottom());
        if (between.isEmpty()) {
            return;
        }
        int cut = between.get();
        if (upper.bottom() - cut <= MOST_CUT * upper.height()
                && ground.isClear(upper.x(), cut, left, upper.bottom())
                && ground.isClear(right, cut, upper.right(), upper.bottom())) {
            set(first, PixelRectangle.ofEdges(upper.x(), upper.y(), upper.right(), cut), turned);
        }
        if (cut - lower.y() <= MOST_CUT * lower.height()
                && ground.isClear(lower.x(), lower.y(), left, cut)
                && ground.isClear(right, lower.y(), lower.right(), cut)) {
            set(
                    second,
                    PixelRectangle.ofEdges(lower.x(), cut, lower.right(), lower.bottom()),
                    turned);
        }
    }

    /** Returns whether the lower part of the first lies on the upper part of the second. */
    private static boolean isAbove(PixelRectangle first, PixelRectangle second) {
        int shared = first.bottom() - second.y();
        return first.y() < second.y()
                && first.bottom() < second.bottom()
                && shared <= MOST_SHARED * Math.min(first.height(), second.height());
    }

    /** What lies between two lines, either of which may be fainter than the other. */
    private final class Ground {
        private final List<Strokes> strokes;
        private final boolean turned;

        Ground(int first, int second, boolean turned) {
            this.turned = turned;
            PixelRectangle one = lines.get(first).rectangle();
            PixelRectangle other = lines.get(second).rectangle();
            this.strokes =
                    List.of(
                            new Strokes(views, one),
                            new Strokes(views, other),
                            new Strokes(views, one.union(other)));
        }

        boolean isClear(int left, int top, int right, int bottom) {
            return strokes.stream()
                    .allMatch(
                            s ->
                                    turned
                                            ? s.isClear(top, left, bottom, right)
                                            : s.isClear(left, top, right, bottom));
        }

        /** The middle of the most rows without a stroke; empty if there is none. */
        Optional<Integer> between(int left, int right, int top, int bottom) {
            int most = 0;
            int middle = 0;
            int rows = 0;
            for (int y = top; y < bottom; y++) {
                rows = isClear(left, y, right, y + 1) ? rows + 1 : 0;
                if (rows > most) {
                    most = rows;
                    middle = y + 1 - rows / 2;
                }
            }
            return most == 0 ? Optional.empty() : Optional.of(middle);
        }
    }
}
