package org.pixelanon.review;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A least-recently-used cache with a limit on total weight; the last value stays whatever its
 * weight. Caches that count uses would evict planes drawn ahead before the curator views them.
 * Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class RecentlyUsed<K, V> {

    private final long limit;
    private final ToLongFunction<V> weigher;
    private final Map<K, V> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long weight;

    /**
     * Creates an empty cache.
     *
     * @param limit the largest total weight
     * @param weigher the constant weight of a value; values of weight 0 are never evicted
     */
    public RecentlyUsed(long limit, ToLongFunction<V> weigher) {
        this.limit = limit;
        this.weigher = weigher;
    }

    /**
     * A value, which counts as used.
     *
     * @param key its key
     * @return empty if it is not kept
     */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    /**
     * Adds a value or replaces the one with the same key.
     *
     * @param key its key
     * @param value the value
     */
    public synchronized void put(K key, V value) {
        V before = kept.put(key, value);
        weight += weigher.applyAsLong(value) - (before == null ? 0 : weigher.applyAsLong(before));
        Iterator<Map.Entry<K, V>> oldest = kept.entrySet().iterator();
        while (weight > limit && oldest.hasNext()) {
            Map.Entry<K, V> candidate = oldest.next();
            long freed = weigher.applyAsLong(candidate.getValue());
            if (freed > 0 && !candidate.getKey().equals(key)) {
                weight -= freed;
                oldest.remove();
            }
        }
    }

    /**
     * Replaces a value if it is still kept.
     *
     * @param key their key
     * @param before the expected value
     * @param now the new value
     */
    public synchronized void replace(K key, V before, V now) {
        if (kept.get(key) == before) {
            put(key, now);
        }
    }

    /**
     * Removes some values.
     *
     * @param unwanted the keys
     */
    public synchronized void removeIf(Predicate<K> unwanted) {
        Iterator<Map.Entry<K, V>> all = kept.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<K, V> entry = all.next();
            if (unwanted.test(entry.getKey())) {
                weight -= weigher.applyAsLong(entry.getValue());
                all.remove();
            }
        }
    }

    /**
     * Removes a value if it is still kept.
     *
     * @param key its key
     * @param value the value
     */
    public synchronized void remove(K key, V value) {
        if (kept.get(key) == value) {
            kept.remove(key);
            weight -= weigher.applyAsLong(value);
        }
    }

    /** Removes everything. */
    public synchronized void clear() {
        kept.clear();
        weight = 0;
    }

    /**
     * The total weight.
     *
     * @return at most the limit plus the last value
     */
    public synchronized long weight() {
        return weight;
    }
}
