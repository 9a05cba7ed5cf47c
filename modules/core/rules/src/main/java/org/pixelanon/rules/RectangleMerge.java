package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;

/** Merges the rectangles of many files into those of one rule. */
public enum RectangleMerge {
    /** Rectangles of any files that touch or nearly touch are replaced by their bounding box. */
    UNION,
    /** Rectangles whose edges all lie within 4 px of a more frequent one join it. */
    CLUSTER,
    /** Every distinct rectangle is kept. */
    EACH;

    /** Edges closer than this count as equal: nobody draws more precisely by hand. */
    private static final int NEAR = 4;

    /**
     * Merges rectangles.
     *
     * @param files the rectangles of each file, in pixels of images of one size
     * @param extend whether an edge that differs between files moves outwards by half of its
     *     variation, since the text of a new file may be longer
     * @return rectangles from top to bottom, none of them inside another; unless extended, each
     *     covers the text of at least one file
     */
    public List<PixelRectangle> merge(List<List<PixelRectangle>> files, boolean extend) {
        List<Set<PixelRectangle>> groups = groups(files);
        List<PixelRectangle> merged = new ArrayList<>();
        for (Set<PixelRectangle> group : groups) {
            PixelRectangle bounds = bounds(group);
            boolean growing = extend && this != EACH;
            merged.add(growing ? extended(bounds, perFile(files, group)) : bounds);
        }
        return sorted(merged);
    }

    /**
     * Groups the rectangles that belong together.
     *
     * @param files the rectangles of each file
     * @return groups of different rectangles
     */
    List<Set<PixelRectangle>> groups(List<List<PixelRectangle>> files) {
        Map<PixelRectangle, Integer> support = new LinkedHashMap<>();
        files.forEach(f -> new LinkedHashSet<>(f).forEach(r -> support.merge(r, 1, Integer::sum)));
        return switch (this) {
            case UNION -> touching(support.keySet());
            case CLUSTER -> near(support);
            case EACH -> {
                List<Set<PixelRectangle>> all = new ArrayList<>();
                support.keySet().forEach(r -> all.add(Set.of(r)));
                yield all;
            }
        };
    }

    private static List<Set<PixelRectangle>> touching(Collection<PixelRectangle> rectangles) {
        List<Set<PixelRectangle>> groups = new ArrayList<>();
        for (PixelRectangle r : rectangles) {
            Set<PixelRectangle> joined = new LinkedHashSet<>(Set.of(r));
            PixelRectangle wide = r.grow(NEAR, NEAR);
            groups.removeIf(
                    g -> {
                        boolean touches =
                                g.stream().anyMatch(o -> wide.intersection(o).isPresent());
                        if (touches) {
                            joined.addAll(g);
                        }
                        return touches;
                    });
            groups.add(joined);
        }
        return groups;
    }

    private static List<Set<PixelRectangle>> near(Map<PixelRectangle, Integer> support) {
        List<PixelRectangle> order = new ArrayList<>(support.keySet());
        order.sort(
                Comparator.comparing((PixelRectangle r) -> support.getOrDefault(r, 0))
                        .reversed()
                        .thenComparing(ORDER));
        Map<PixelRectangle, Set<PixelRectangle>> groups = new LinkedHashMap<>();
        for (PixelRectangle r : order) {
            PixelRectangle core =
                    groups.keySet().stream().filter(c -> isNear(c, r)).findFirst().orElse(r);
            groups.computeIfAbsent(core, c -> new LinkedHashSet<>()).add(r);
        }
        return new ArrayList<>(groups.values());
    }

    private static boolean isNear(PixelRectangle a, PixelRectangle b) {
        return Math.abs(a.x() - b.x()) <= NEAR
                && Math.abs(a.y() - b.y()) <= NEAR
                && Math.abs(a.right() - b.right()) <= NEAR
                && Math.abs(a.bottom() - b.bottom()) <= NEAR;
    }

    /** The part of each file in a group, as one rectangle. */
    private static List<PixelRectangle> perFile(
            List<List<PixelRectangle>> files, Set<PixelRectangle> group) {
        List<PixelRectangle> boxes = new ArrayList<>();
        for (List<PixelRectangle> file : files) {
            List<PixelRectangle> mine = file.stream().filter(group::contains).toList();
            if (!mine.isEmpty()) {
                boxes.add(bounds(mine));
            }
        }
        return boxes;
    }

    private static PixelRectangle extended(PixelRectangle bounds, List<PixelRectangle> boxes) {
        int left = boxes.stream().mapToInt(PixelRectangle::x).max().orElse(bounds.x());
        int top = boxes.stream().mapToInt(PixelRectangle::y).max().orElse(bounds.y());
        int right = boxes.stream().mapToInt(PixelRectangle::right).min().orElse(bounds.right());
        int bottom = boxes.stream().mapToInt(PixelRectangle::bottom).min().orElse(bounds.bottom());
        return PixelRectangle.ofEdges(
                Math.max(0, bounds.x() - half(left - bounds.x())),
                Math.max(0, bounds.y() - half(top - bounds.y())),
                bounds.right() + half(bounds.right() - right),
                bounds.bottom() + half(bounds.bottom() - bottom));
    }

    private static int half(int difference) {
        return (difference + 1) / 2;
    }

    private static PixelRectangle bounds(Collection<PixelRectangle> rectangles) {
        return rectangles.stream().reduce(PixelRectangle::union).orElseThrow();
    }

    private static final Comparator<PixelRectangle> ORDER =
            Comparator.comparing(PixelRectangle::y)
                    .thenComparing(PixelRectangle::x)
                    .thenComparing(PixelRectangle::bottom)
                    .thenComparing(PixelRectangle::right);

    private static List<PixelRectangle> sorted(List<PixelRectangle> rectangles) {
        List<PixelRectangle> different = rectangles.stream().distinct().sorted(ORDER).toList();
        return different.stream()
                .filter(r -> different.stream().noneMatch(o -> !o.equals(r) && o.contains(r)))
                .toList();
    }
}
