package org.pixelanon.pii.token;

import java.nio.charset.StandardCharsets;
import org.pixelanon.pii.text.PlainText;

/**
 * Says whether a word is a name (a Bloom filter, made by {@code docs/scripts/name_filters.py}): it
 * never misses a name of its list, and takes one other word in a hundred for a name. Immutable and
 * thread-safe.
 */
public final class NameFilter {

    private static final long PRIME = 0x100000001B3L;
    private static final long OFFSET = 0xCBF29CE484222325L;

    private final int hashes;
    private final byte[] bits;

    /** Read once, by the first who needs it. */
    private static final class Names {
        static final NameFilter ALL = of("names.bin");
    }

    /** Likewise. */
    private static final class RareNames {
        static final NameFilter ALL = of("rare-names.bin");
    }

    private NameFilter(byte[] file) {
        hashes = file[0];
        bits = new byte[file.length - 1];
        System.arraycopy(file, 1, bits, 0, bits.length);
    }

    /**
     * Given names and surnames of some sixty languages, and the frequent ones of a census.
     *
     * @return the filter
     */
    public static NameFilter names() {
        return Names.ALL;
    }

    /**
     * The rare surnames of the census. So many of them are words that only a text that was misread
     * is asked about.
     *
     * @return the filter
     */
    public static NameFilter rareNames() {
        return RareNames.ALL;
    }

    private static NameFilter of(String resource) {
        return new NameFilter(DataFile.bytes(resource));
    }

    /**
     * Looks a word up.
     *
     * @param word one word, in any case, with or without accents
     * @return true if it is a name, or seldom by chance
     */
    public boolean mayBeName(String word) {
        return holds(PlainText.of(word));
    }

    /** The same for a plain word in upper case. */
    boolean holds(String plain) {
        long hash = OFFSET;
        for (byte b : plain.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        long a = hash & 0xFFFFFFFFL;
        long b = (hash >>> 32) | 1;
        long size = 8L * bits.length;
        for (int i = 0; i < hashes; i++) {
            long at = (a + i * b) % size;
            if ((bits[(int) (at >> 3)] & 1 << (at & 7)) == 0) {
                return false;
            }
        }
        return true;
    }
}
