package org.pixelanon.model.source;

import java.time.Instant;

/**
 * An object as it was listed or found.
 *
 * @param url where it is
 * @param below its path below the place that was listed, with {@code /} between the parts; as the
 *     place names it, so that it may hold anything
 * @param size in bytes; -1 if that is known only when it is read
 * @param version what tells this version of its bytes from any other, as an entity tag; empty if
 *     the place tells nothing of the kind
 * @param modified when it was stored; {@link Instant#EPOCH} if that is not told
 */
public record SourceObject(
        SourceUrl url, String below, long size, String version, Instant modified) {

    private static final int NANOS = 1_000_000_000;

    /**
     * By what a change is noticed. Places tell times in whole seconds, so what is below a second is
     * a number made of the version: an object that is replaced within the second has another.
     *
     * @return when it was stored, to the second; the same for the same version
     */
    public Instant changed() {
        long below = version.isEmpty() ? 0 : Integer.toUnsignedLong(version.hashCode()) % NANOS;
        return Instant.ofEpochSecond(modified.getEpochSecond(), below);
    }
}
