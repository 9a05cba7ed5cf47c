package org.pixelanon.model.source;

import java.time.Instant;
import java.util.Map;

/**
 * A child of a place: an object, or another place.
 *
 * @param url where it is
 * @param name what it is called there, without what stands above it
 * @param isPlace whether it holds others
 * @param size in bytes; -1 if that is not told
 * @param modified when it was stored; {@link Instant#EPOCH} if that is not told
 * @param facts what else is told of it, by keyword of the element, as {@code StudyDate}; may tell
 *     who somebody is
 */
public record SourceEntry(
        SourceUrl url,
        String name,
        boolean isPlace,
        long size,
        Instant modified,
        Map<String, String> facts) {

    /** Copies the map. */
    public SourceEntry {
        facts = Map.copyOf(facts);
    }

    /**
     * Something else that is told.
     *
     * @param keyword of the element
     * @return its value; empty if it is not told
     */
    public String fact(String keyword) {
        return facts.getOrDefault(keyword, "");
    }

    /** Neither name nor facts, which may tell who somebody is. */
    @Override
    public String toString() {
        return isPlace ? "place" : "object";
    }
}
