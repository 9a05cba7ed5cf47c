package org.pixelanon.review;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Values that were used last, up to a total weight: what was not used longest goes first, and what
 * came last stays whatever it weighs. By use alone, because what is drawn ahead of a curator is new
 * and must stay until it is looked at, which caches that count uses do not grant. Thread-safe.
 *
 * @param <K> what values are found by
 * @param <V> what is kept
 */
public final class RecentlyUsed<K, V> {

    private final long limit;
    private final ToLongFunction<V> weigher;
    private final Map<K, V> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long weight;

    /**
     * Keeps nothing yet.
     *
     * @param limit most that all values may weigh together
     * @param weigher what a value weighs, always the same for it; values of weight 0 never go
     */
    public RecentlyUsed(long limit, ToLongFunction<V> weigher) {
        this.limit = limit;
        this.weigher = weigher;
    }

    /**
     * A value, which is used by that.
     *
     * @param key what it is found by
     * @return empty if it is not kept
     */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    /**
     * Keeps a value instead of one of the same key.
     *
     * @param key what it is found by
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
     * Keeps a value instead of another, if that one is kept still.
     *
     * @param key what both are found by
     * @param before the value that must be kept
     * @param now the value that is kept instead
     */
    public synchronized void replace(K key, V before, V now) {
        if (kept.get(key) == before) {
            put(key, now);
        }
    }

    /**
     * Keeps some values no longer.
     *
     * @param unwanted which keys
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
     * Keeps a value no longer, if it is kept still.
     *
     * @param key what it is found by
     * @param value the value
     */
    public synchronized void remove(K key, V value) {
        if (kept.get(key) == value) {
            kept.remove(key);
            weight -= weigher.applyAsLong(value);
        }
    }

    /** Keeps nothing. */
    public synchronized void clear() {
        kept.clear();
        weight = 0;
    }

    /**
     * What all values weigh together.
     *
     * @return at most the limit and what came last
     */
    public synchronized long weight() {
        return weight;
    }
}
