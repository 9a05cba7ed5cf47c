package org.pixelanon.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.pixelanon.store.StoredRegion;

/**
 * The rows of the database as this session saw them last, by the number of their item, so that an
 * edit of what somebody else changed is noticed, and a row that is read again is the same item.
 * Used on the database's thread only.
 */
final class KnownRows {

    /**
     * A row of an item.
     *
     * @param row its number in the database
     * @param region what it said
     */
    record Known(long row, StoredRegion region) {}

    private final LongSupplier ids;
    private final Map<String, Map<Long, Known>> files = new HashMap<>();
    private final Map<Long, Known> removed = new HashMap<>();

    /**
     * Knows nothing yet.
     *
     * @param ids numbers of items that are read for the first time
     */
    KnownRows(LongSupplier ids) {
        this.ids = ids;
    }

    private Map<Long, Known> of(String file) {
        return files.computeIfAbsent(file, name -> new HashMap<>());
    }

    Optional<Known> get(String file, long item) {
        return Optional.ofNullable(files.getOrDefault(file, Map.of()).get(item));
    }

    void put(String file, long item, Known known) {
        of(file).put(item, known);
    }

    /** The row is gone; should its item come back, it has the same number. */
    void remove(String file, long item) {
        Known known = of(file).remove(item);
        if (known != null) {
            removed.put(item, known);
        }
    }

    /** The row that an item had before it was removed. */
    Optional<Known> removed(long item) {
        return Optional.ofNullable(removed.get(item));
    }

    /** Takes note of a row that was read, and tells the number of its item. */
    long read(String file, Known known) {
        Map<Long, Known> rows = of(file);
        long item =
                rows.entrySet().stream()
                        .filter(e -> e.getValue().row() == known.row())
                        .mapToLong(Map.Entry::getKey)
                        .findFirst()
                        .orElseGet(ids);
        rows.put(item, known);
        return item;
    }

    void clear() {
        files.clear();
        removed.clear();
    }
}
