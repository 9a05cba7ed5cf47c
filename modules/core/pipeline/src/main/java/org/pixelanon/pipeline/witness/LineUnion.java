package org.pixelanon.pipeline.witness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextFinder.FoundText;
import org.pixelanon.model.text.TextMap;

/**
 * Makes one list of lines of what several finders saw. What one of them sees stays, except tall
 * rectangles of which the maps of the others show no trace: flow in colour, highlights, bones.
 * Lines that several see become one.
 */
final class LineUnion {

    /** Pixels across from which a rectangle needs a second witness. */
    private static final int THICK = 40;

    /** Mean likelihood that counts as a trace of text. */
    private static final double TRACE = .1;

    private static final double SAME_HEIGHT = .5;
    private static final double SHARED = .6;
    private static final double MOST_GROWTH = 1.3;
    private static final double INSIDE = .8;

    private LineUnion() {}

    /**
     * A finder's name and what it saw.
     *
     * @param name the name
     * @param detection the lines, and the map if it has one
     */
    record Testimony(String name, FoundText found) {}

    static List<UnitedLine> of(List<Testimony> testimonies) {
        List<UnitedLine> all = new ArrayList<>();
        for (Testimony testimony : testimonies) {
            Predicate<PixelRectangle> seen = seenByOthers(testimony, testimonies);
            for (FoundLine line : testimony.found().lines()) {
                if (Math.min(line.rectangle().width(), line.rectangle().height()) < THICK
                        || seen.test(line.rectangle())) {
                    all.add(
                            new UnitedLine(
                                    line.rectangle(), line.vertical(), Set.of(testimony.name())));
                }
            }
        }
        return united(all);
    }

    /** A finder with a map needs one other that sees a trace; one without needs all of them. */
    private static Predicate<PixelRectangle> seenByOthers(
            Testimony testimony, List<Testimony> testimonies) {
        List<TextMap> others =
                testimonies.stream()
                        .filter(t -> t != testimony)
                        .map(t -> t.found().map())
                        .flatMap(Optional::stream)
                        .toList();
        if (others.isEmpty()) {
            return rectangle -> true;
        }
        return testimony.found().map().isPresent()
                ? rectangle -> others.stream().anyMatch(m -> m.mean(rectangle) >= TRACE)
                : rectangle -> others.stream().allMatch(m -> m.mean(rectangle) >= TRACE);
    }

    private static List<UnitedLine> united(List<UnitedLine> all) {
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

    /** Tells whether two lines, measured across, are of one height and beside each other. */
    private static boolean along(int first, int second, int shared, int united) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        return low >= SAME_HEIGHT * high && shared >= SHARED * low && united <= MOST_GROWTH * high;
    }
}
