package org.pixelanon.review;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.Layer;

/**
 * Ids of items. A suggestion has the same id whenever it is made, so that history and selection
 * survive reading a file again; the ids of rows are kept by {@link KnownRows}. Thread-safe.
 */
final class ItemIds {

    private final AtomicLong last = new AtomicLong();

    /** The id of a new item; positive. */
    long next() {
        return last.incrementAndGet();
    }

    /**
     * The id of a suggestion; negative. It is 63 bits of a digest of the suggestion, since storing
     * ids for thousands of files would take more memory than everything else; two of a million
     * suggestions share one with a probability of 1 to 18 million.
     */
    static long ofSuggestion(String file, Layer layer, Region region) {
        byte[] digest = Hashes.sha256(file + '\0' + layer + '\0' + region);
        return ByteBuffer.wrap(digest).getLong() | Long.MIN_VALUE;
    }
}
