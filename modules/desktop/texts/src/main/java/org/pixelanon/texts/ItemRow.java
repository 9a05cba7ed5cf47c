package org.pixelanon.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.SameText;
import org.pixelanon.review.item.Verdict;

/** One row of the views over the findings of a file. */
sealed interface ItemRow {

    /**
     * The planes whose items follow.
     *
     * @param scope the planes
     * @param plane the first of them, 0-based index into the planes of the file
     * @param items number of items that follow
     * @param waiting number of undecided ones
     */
    record Heading(PlaneScope scope, int plane, int items, int waiting) implements ItemRow {}

    /**
     * An item, or a text on several planes.
     *
     * @param item its current version, on the first plane
     * @param alike the item and the same text on other planes with the same decision
     * @param otherwise on how many more planes the text was decided differently
     */
    record Entry(ReviewItem item, List<ReviewItem> alike, int otherwise) implements ItemRow {

        /** Copies the list. */
        public Entry {
            alike = List.copyOf(alike);
        }

        boolean holds(ReviewItem other) {
            return alike.stream().anyMatch(one -> one.id() == other.id());
        }
    }

    /**
     * Returns whether two rows represent the same thing, in any version.
     *
     * @param other another row
     * @return true if one can replace the other in place
     */
    default boolean isSameAs(ItemRow other) {
        if (this instanceof Entry mine && other instanceof Entry its) {
            return mine.item().id() == its.item().id();
        }
        return this instanceof Heading mine
                && other instanceof Heading its
                && mine.scope().equals(its.scope());
    }

    /** Entries that begin on the same planes. */
    private static List<List<Entry>> grouped(OpenFile file, List<Entry> entries) {
        Map<PlaneScope, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            groups.computeIfAbsent(entry.item().region().scope(), s -> new ArrayList<>())
                    .add(entry);
        }
        List<List<Entry>> sorted = new ArrayList<>(groups.values());
        sorted.sort(
                Comparator.comparingInt(
                        g -> firstPlane(file, g.get(0).item().region().scope()).orElse(0)));
        return sorted;
    }

    /** One row per item, or per text and decision. */
    private static List<Entry> entries(OpenFile file, List<ReviewItem> items, boolean joined) {
        if (!joined) {
            return items.stream().map(item -> new Entry(item, List.of(item), 0)).toList();
        }
        List<ReviewItem> inOrder = new ArrayList<>(items);
        inOrder.sort(Comparator.comparingInt(i -> firstPlane(file, i.region().scope()).orElse(0)));
        List<Entry> entries = new ArrayList<>();
        for (List<ReviewItem> same : SameText.groups(inOrder)) {
            Map<Verdict, List<ReviewItem>> decided = new EnumMap<>(Verdict.class);
            same.forEach(i -> decided.computeIfAbsent(i.verdict(), v -> new ArrayList<>()).add(i));
            for (List<ReviewItem> alike : decided.values()) {
                entries.add(new Entry(alike.get(0), alike, same.size() - alike.size()));
            }
        }
        return entries;
    }

    /**
     * The rows of a file, plane by plane; within a plane in the order they were found. With
     * headings, a text that is the same on several planes is one row, under the first of them.
     *
     * @param file the file
     * @param wanted which items
     * @param headings whether each group of planes gets a heading
     * @return the rows
     */
    static List<ItemRow> of(OpenFile file, Predicate<ReviewItem> wanted, boolean headings) {
        List<ItemRow> rows = new ArrayList<>();
        List<ReviewItem> items = file.items().stream().filter(wanted).toList();
        for (List<Entry> group : grouped(file, entries(file, items, headings))) {
            PlaneScope scope = group.get(0).item().region().scope();
            int waiting = (int) group.stream().filter(e -> OpenFile.waits(e.item())).count();
            if (headings) {
                int plane = firstPlane(file, scope).orElse(-1);
                rows.add(new Heading(scope, plane, group.size(), waiting));
            }
            rows.addAll(group);
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
