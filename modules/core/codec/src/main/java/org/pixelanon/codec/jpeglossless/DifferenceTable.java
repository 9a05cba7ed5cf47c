package org.pixelanon.codec.jpeglossless;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.HuffmanCode;

/**
 * A Huffman table for the differences of JPEG lossless (ISO 10918-1 annex C, H.1.2.2): each code
 * stands for a category, which is the number of bits that follow. Immutable.
 */
final class DifferenceTable {

    /** Bits of a code that are looked up in one step. */
    static final int LOOKUP_BITS = 12;

    private static final int LONGEST = 16;
    private static final int LAST_CATEGORY = 16;

    /** The difference of category 16; its category has no further bits. */
    private static final int HALF = -32768;

    private final int[] lookup = new int[1 << LOOKUP_BITS];

    /** For each length, the first code that is longer, left-aligned in 16 bits. */
    private final int[] limit = new int[LONGEST + 1];

    private final int[] entries;
    private final int[] firstEntry = new int[LONGEST + 1];
    private final int[] firstCode = new int[LONGEST + 1];

    /**
     * Builds a table.
     *
     * @param table the code; its symbols are the categories
     * @throws CodecException if there are more codes than possible, or an impossible category
     */
    DifferenceTable(HuffmanCode table) throws CodecException {
        int[] counts = table.counts();
        int[] categories = table.symbols();
        entries = new int[categories.length];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            firstEntry[length] = index;
            firstCode[length] = code;
            for (int i = 0; i < counts[length - 1]; i++, index++, code++) {
                entries[index] = entry(length, categories[index]);
                if (length <= LOOKUP_BITS && code < 1 << length) {
                    int from = code << LOOKUP_BITS - length;
                    Arrays.fill(lookup, from, from + (1 << LOOKUP_BITS - length), entries[index]);
                }
            }
            if (code > 1 << length) {
                throw new CodecException("JPEG lossless Huffman table has too many codes");
            }
            limit[length] = code << LONGEST - length;
            code <<= 1;
        }
    }

    /**
     * Length in bits 0 to 4, number of further bits in 5 to 9, the number added to their value from
     * 16 on.
     */
    private static int entry(int length, int category) throws CodecException {
        if (category > LAST_CATEGORY) {
            throw new CodecException("JPEG lossless Huffman table has category " + category);
        }
        return category == LAST_CATEGORY ? HALF << 16 | length : category << 5 | length;
    }

    /** Entries by the next {@value #LOOKUP_BITS} bits; 0 where the code is longer. */
    int[] lookup() {
        return lookup;
    }

    /** The entry of a code longer than the look-up; 0 if there is none. */
    int longEntry(int next16) {
        for (int length = LOOKUP_BITS + 1; length <= LONGEST; length++) {
            if (next16 < limit[length]) {
                int code = next16 >> LONGEST - length;
                return entries[firstEntry[length] + code - firstCode[length]];
            }
        }
        return 0;
    }
}
