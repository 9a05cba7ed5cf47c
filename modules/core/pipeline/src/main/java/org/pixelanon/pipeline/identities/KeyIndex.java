package org.pixelanon.pipeline.identities;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where in a file the rows of a key are: a hash of the key and a place, 12 bytes each. A key may
 * have several places. What is found has to be compared with the key.
 */
final class KeyIndex {

    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final int SMALLEST = 1 << 10;

    private long[] hashes = new long[SMALLEST];
    private int[] places = new int[SMALLEST];
    private int size;

    /**
     * Adds a place of a key.
     *
     * @param place 0 or more
     */
    void put(String key, int place) {
        if (2 * size >= hashes.length) {
            grow();
        }
        put(hash(key), place + 1);
    }

    private void put(long hash, int stored) {
        int at = slot(hash);
        while (places[at] != 0) {
            if (hashes[at] == hash && places[at] == stored) {
                return;
            }
            at = (at + 1) & (hashes.length - 1);
        }
        hashes[at] = hash;
        places[at] = stored;
        size++;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldPlaces = places;
        hashes = new long[2 * oldHashes.length];
        places = new int[hashes.length];
        size = 0;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldPlaces[i] != 0) {
                put(oldHashes[i], oldPlaces[i]);
            }
        }
    }

    /** The places of a key, in ascending order; none if it has none. */
    int[] places(String key) {
        long hash = hash(key);
        IntStream.Builder found = IntStream.builder();
        for (int at = slot(hash); places[at] != 0; at = (at + 1) & (hashes.length - 1)) {
            if (hashes[at] == hash) {
                found.add(places[at] - 1);
            }
        }
        int[] all = found.build().toArray();
        Arrays.sort(all);
        return all;
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & (hashes.length - 1);
    }

    /** FNV-1a of 64 bits, stirred. */
    private static long hash(String key) {
        long hash = OFFSET;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        return hash ^ hash >>> 33;
    }
}
