package org.pixelanon.workbench.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.pixelanon.model.Region;

/**
 * Numbers of items. A row of the database and a suggestion have the same number whenever they are
 * read in a session, so that history and selection outlive reading a file again. Thread-safe.
 */
final class ItemIds {

    private record Suggested(String file, Layer layer, Region region) {}

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Long> rows = new ConcurrentHashMap<>();
    private final Map<Suggested, Long> suggestions = new ConcurrentHashMap<>();

    /** The number of a new item. */
    long next() {
        return last.incrementAndGet();
    }

    long ofRow(long row) {
        return rows.computeIfAbsent(row, r -> next());
    }

    /** Says that a row was written for an item, so that it is read as that item. */
    void bind(long row, long item) {
        rows.put(row, item);
    }

    void clearRows() {
        rows.clear();
    }

    long ofSuggestion(String file, Layer layer, Region region) {
        return suggestions.computeIfAbsent(new Suggested(file, layer, region), s -> next());
    }
}
