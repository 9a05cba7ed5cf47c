package org.pixelanon.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.pixelanon.store.StoredRegion;

/**
 * The rows of the database as last seen by this session, by item id, so that edits of rows changed
 * by others are noticed, and a row read again is the same item. Used on the database's thread only.
 */
final class KnownRows {

    /**
     * A row of an item.
     *
     * @param row its number in the database
     * @param region its content
     */
    record Known(long row, StoredRegion region) {}

    private final LongSupplier ids;
    private final Map<String, Map<Long, Known>> files = new HashMap<>();
    private final Map<Long, Known> removed = new HashMap<>();

    /**
     * Creates an empty set of rows.
     *
     * @param ids makes ids for items read for the first time
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

    /** The row was removed; if its item comes back, it gets the same id. */
    void remove(String file, long item) {
        Known known = of(file).remove(item);
        if (known != null) {
            removed.put(item, known);
        }
    }

    /** The row of a removed item. */
    Optional<Known> removed(long item) {
        return Optional.ofNullable(removed.get(item));
    }

    /** Records a row that was read and returns the id of its item. */
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
