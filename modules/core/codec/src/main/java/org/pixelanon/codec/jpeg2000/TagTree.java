package org.pixelanon.codec.jpeg2000;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;

/** Reads a tag tree (ISO 15444-1 annex B.10.2). Not thread-safe. */
final class TagTree {

    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final int[] parents;
    private final int[] values;
    private final int[] least;
    private final int[] path = new int[Integer.SIZE];

    /**
     * Creates a tree of which nothing is known yet.
     *
     * @param width leaves side by side, at least 1
     * @param height rows of leaves, at least 1
     */
    TagTree(int width, int height) {
        int nodes = 0;
        for (int w = width, h = height; ; w = (w + 1) / 2, h = (h + 1) / 2) {
            nodes += w * h;
            if (w * h == 1) {
                break;
            }
        }
        parents = new int[nodes];
        values = new int[nodes];
        least = new int[nodes];
        Arrays.fill(values, UNKNOWN);
        int first = 0;
        for (int w = width, h = height; first + w * h < nodes; w = (w + 1) / 2, h = (h + 1) / 2) {
            int above = first + w * h;
            for (int i = 0; i < w * h; i++) {
                parents[first + i] = above + i / w / 2 * ((w + 1) / 2) + i % w / 2;
            }
            first = above;
        }
        parents[nodes - 1] = -1;
    }

    /** Reads until it is known whether the value of a leaf is less than a threshold. */
    boolean isBelow(int leaf, int threshold, PacketBits bits) throws CodecException {
        int depth = 0;
        for (int node = leaf; node >= 0; node = parents[node]) {
            path[depth++] = node;
        }
        int low = 0;
        while (depth > 0) {
            int node = path[--depth];
            low = Math.max(low, least[node]);
            while (low < threshold && low < values[node]) {
                if (bits.bit() == 1) {
                    values[node] = low;
                } else {
                    low++;
                }
            }
            least[node] = low;
        }
        return values[leaf] < threshold;
    }
}
