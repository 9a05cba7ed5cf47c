package org.pixelanon.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.item.ReviewItem;

/** One row of the views over the findings of a file. */
sealed interface ItemRow {

    /**
     * The planes whose items follow.
     *
     * @param scope the planes
     * @param plane the first of them, 0-based index into the planes of the file
     * @param items number of items that follow
     * @param waiting number of them nobody decided about
     */
    record Heading(PlaneScope scope, int plane, int items, int waiting) implements ItemRow {}

    /**
     * An item.
     *
     * @param item its present version
     */
    record Entry(ReviewItem item) implements ItemRow {}

    /**
     * Tells whether two rows stand for the same thing, in whatever version.
     *
     * @param other another row
     * @return true if one may replace the other without anything moving
     */
    default boolean isSameAs(ItemRow other) {
        if (this instanceof Entry mine && other instanceof Entry its) {
            return mine.item().id() == its.item().id();
        }
        return this instanceof Heading mine
                && other instanceof Heading its
                && mine.scope().equals(its.scope());
    }

    /** Items of the same planes. */
    private static List<List<ReviewItem>> grouped(OpenFile file, List<ReviewItem> items) {
        Map<PlaneScope, List<ReviewItem>> groups = new LinkedHashMap<>();
        for (ReviewItem item : items) {
            groups.computeIfAbsent(item.region().scope(), s -> new ArrayList<>()).add(item);
        }
        List<List<ReviewItem>> sorted = new ArrayList<>(groups.values());
        sorted.sort(
                Comparator.comparingInt(
                        g -> firstPlane(file, g.get(0).region().scope()).orElse(0)));
        return sorted;
    }

    /**
     * The rows of a file, plane by plane; within a plane in the order they were found.
     *
     * @param file the file
     * @param wanted which items
     * @param headings whether each group of planes gets a heading
     * @return the rows
     */
    static List<ItemRow> of(OpenFile file, Predicate<ReviewItem> wanted, boolean headings) {
        List<ItemRow> rows = new ArrayList<>();
        List<ReviewItem> items = file.items().stream().filter(wanted).toList();
        for (List<ReviewItem> group : grouped(file, items)) {
            PlaneScope scope = group.get(0).region().scope();
            int waiting = (int) group.stream().filter(OpenFile::waits).count();
            if (headings) {
                int plane = firstPlane(file, scope).orElse(-1);
                rows.add(new Heading(scope, plane, group.size(), waiting));
            }
            group.stream().map(Entry::new).forEach(rows::add);
        }
        return rows;
    }

    /**
     * The first plane of a scope.
     *
     * @param file the file
     * @param scope the planes
     * @return 0-based index into the planes of the file; empty if the file has none of them
     */
    static OptionalInt firstPlane(OpenFile file, PlaneScope scope) {
        List<PlaneGeometry> planes = file.planes();
        for (int i = 0; i < planes.size(); i++) {
            if (scope.covers(planes.get(i).plane())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
