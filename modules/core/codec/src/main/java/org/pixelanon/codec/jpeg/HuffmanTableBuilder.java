package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;

/**
 * The writing side of a Huffman table: counts the symbols that are needed, keeps the table if it
 * has a code for each of them, and otherwise makes the optimal one (ISO 10918-1 annex K.2). Not
 * thread-safe.
 */
final class HuffmanTableBuilder {

    private static final int LONGEST = 16;

    private final int destination;
    private byte[] definition;
    private final int[] needed = new int[256];
    private final int[] codes = new int[256];
    private final int[] lengths = new int[256];

    HuffmanTableBuilder(HuffmanTable table) {
        this.destination = table.destination();
        this.definition = table.definition();
        table.codes(codes, lengths);
    }

    /** Records that a symbol is needed. */
    void count(int symbol) {
        needed[symbol]++;
    }

    int code(int symbol) {
        return codes[symbol];
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The table in the form of a DHT segment. */
    byte[] segmentPart() {
        byte[] out = new byte[1 + definition.length];
        out[0] = (byte) destination;
        System.arraycopy(definition, 0, out, 1, definition.length);
        return out;
    }

    /** Ensures that every counted symbol has a code. */
    void settle() throws CodecException {
        for (int symbol = 0; symbol < 256; symbol++) {
            if (needed[symbol] > 0 && lengths[symbol] == 0) {
                definition = best(needed);
                byte[] segment = segmentPart();
                Arrays.fill(lengths, 0);
                new HuffmanTable(segment, 0, segment.length).codes(codes, lengths);
                return;
            }
        }
    }

    /** The definition of the optimal table for the frequencies of symbols. */
    static byte[] best(int[] often) {
        int[] size = codeSizes(often);
        int[] count = new int[258];
        for (int symbol = 0; symbol <= 256; symbol++) {
            count[size[symbol]]++;
        }
        shorten(count);
        // the code of all ones belongs to an additional symbol and remains unused
        int longest = LONGEST;
        while (count[longest] == 0) {
            longest--;
        }
        count[longest]--;
        byte[] out = new byte[LONGEST + 256];
        for (int length = 1; length <= LONGEST; length++) {
            out[length - 1] = (byte) count[length];
        }
        int at = LONGEST;
        for (int length = 1; length <= 256; length++) {
            for (int symbol = 0; symbol < 256; symbol++) {
                if (size[symbol] == length) {
                    out[at++] = (byte) symbol;
                }
            }
        }
        return Arrays.copyOf(out, at);
    }

    /** Lengths by Huffman's procedure (figure K.1); symbol 256 is that of the code of all ones. */
    private static int[] codeSizes(int[] often) {
        long[] weight = new long[257];
        for (int i = 0; i < 256; i++) {
            weight[i] = often[i];
        }
        weight[256] = 1;
        int[] size = new int[257];
        int[] next = new int[257];
        Arrays.fill(next, -1);
        while (true) {
            int first = rarest(weight, -1);
            int second = rarest(weight, first);
            if (second < 0) {
                return size;
            }
            weight[first] += weight[second];
            weight[second] = 0;
            int end = lengthen(size, next, first);
            next[end] = second;
            lengthen(size, next, second);
        }
    }

    /** The symbol with the smallest weight above zero; the last one if there are several. */
    private static int rarest(long[] weight, int but) {
        int found = -1;
        for (int i = 0; i < weight.length; i++) {
            if (i != but && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) {
                found = i;
            }
        }
        return found;
    }

    private static int lengthen(int[] size, int[] next, int first) {
        int at = first;
        size[at]++;
        while (next[at] >= 0) {
            at = next[at];
            size[at]++;
        }
        return at;
    }

    /** Limits codes to sixteen bits (figure K.3). */
    private static void shorten(int[] count) {
        for (int length = count.length - 1; length > LONGEST; length--) {
            while (count[length] > 0) {
                int shorter = length - 2;
                while (count[shorter] == 0) {
                    shorter--;
                }
                count[length] -= 2;
                count[length - 1]++;
                count[shorter + 1] += 2;
                count[shorter]--;
            }
        }
    }
}
