package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;

/** Unites lines that several finders saw, or that overlap. */
final class LineUnion {

    private static final double SAME_HEIGHT = .5;
    private static final double SHARED = .6;
    private static final double MOST_GROWTH = 1.3;
    private static final double INSIDE = .8;

    private LineUnion() {}

    static List<UnitedLine> of(List<UnitedLine> all) {
        List<UnitedLine> sorted = new ArrayList<>(all);
        sorted.sort(
                Comparator.comparingLong((UnitedLine line) -> -line.rectangle().area())
                        .thenComparingInt(line -> line.rectangle().y())
                        .thenComparingInt(line -> line.rectangle().x()));
        List<UnitedLine> kept = new ArrayList<>();
        for (UnitedLine next : sorted) {
            UnitedLine line = next;
            for (int i = 0; i < kept.size(); i++) {
                if (isOne(kept.get(i), line)) {
                    line = kept.remove(i).with(line);
                    i = -1;
                }
            }
            kept.add(line);
        }
        kept.sort(
                Comparator.comparingInt((UnitedLine line) -> line.rectangle().y())
                        .thenComparingInt(line -> line.rectangle().x()));
        return kept;
    }

    private static boolean isOne(UnitedLine one, UnitedLine other) {
        PixelRectangle a = one.rectangle();
        PixelRectangle b = other.rectangle();
        Optional<PixelRectangle> shared = a.intersection(b);
        if (shared.isEmpty()) {
            return false;
        }
        if (shared.get().area() >= INSIDE * Math.min(a.area(), b.area())) {
            return true;
        }
        return one.vertical() && other.vertical()
                ? along(a.width(), b.width(), shared.get().width(), a.union(b).width())
                : along(a.height(), b.height(), shared.get().height(), a.union(b).height());
    }

    /** Returns whether two lines, measured across, are of one height and beside each other. */
    private static boolean along(int first, int second, int shared, int united) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        return low >= SAME_HEIGHT * high && shared >= SHARED * low && united <= MOST_GROWTH * high;
    }
}
