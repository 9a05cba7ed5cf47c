package org.pixelanon.review;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.pixelanon.model.Hashes;
import org.pixelanon.model.Region;
import org.pixelanon.review.item.Layer;

/**
 * Numbers of items. A suggestion has the same number whenever it is made, so that history and
 * selection outlive reading a file again; the number of a row is kept by {@link KnownRows}.
 * Thread-safe.
 */
final class ItemIds {

    private final AtomicLong last = new AtomicLong();

    /** The number of a new item; positive. */
    long next() {
        return last.incrementAndGet();
    }

    /**
     * The number of a suggestion; negative. It is made of what is suggested, because remembering
     * those of thousands of files takes more memory than all else: 63 bits of a digest, so that two
     * of a million share one with a probability of 1 to 18 million.
     */
    static long ofSuggestion(String file, Layer layer, Region region) {
        byte[] digest = Hashes.sha256(file + '\0' + layer + '\0' + region);
        return ByteBuffer.wrap(digest).getLong() | Long.MIN_VALUE;
    }
}
