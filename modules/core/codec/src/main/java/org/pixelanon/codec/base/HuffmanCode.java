package org.pixelanon.codec.base;

import java.util.Arrays;

/**
 * A Huffman code as a marker segment states it (ISO 10918-1 B.2.4.2), with codes of at most 16
 * bits.
 *
 * @param counts the number of codes of each length, the first for length 1
 * @param symbols the symbols in the order of their codes
 */
public record HuffmanCode(int[] counts, int[] symbols) {

    private static final int LONGEST = 16;

    /**
     * Finds the optimal code in which no code word is all ones (K.2).
     *
     * @param frequencies how often each symbol occurs; symbols that never occur get no code
     */
    public static HuffmanCode optimal(long[] frequencies) {
        int n = frequencies.length;
        // an additional symbol, the rarest, takes the code of all ones
        long[] weights = Arrays.copyOf(frequencies, n + 1);
        weights[n] = 1;
        int[] lengths = lengths(weights);
        int[] counts = new int[n + 2];
        for (int length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        shorten(counts);
        int longest = LONGEST;
        while (longest >= counts.length || counts[longest] == 0) {
            longest--;
        }
        counts[longest]--;
        return new HuffmanCode(Arrays.copyOfRange(counts, 1, LONGEST + 1), sorted(lengths, n));
    }

    /** The length of each symbol's code, by repeatedly joining the two rarest trees. */
    private static int[] lengths(long[] weights) {
        int[] lengths = new int[weights.length];
        int[] next = new int[weights.length];
        Arrays.fill(next, -1);
        while (true) {
            int first = rarest(weights, -1);
            int second = rarest(weights, first);
            if (second < 0) {
                return lengths;
            }
            weights[first] += weights[second];
            weights[second] = 0;
            int end = first;
            for (int i = first; i >= 0; i = next[i]) {
                lengths[i]++;
                end = i;
            }
            next[end] = second;
            for (int i = second; i >= 0; i = next[i]) {
                lengths[i]++;
            }
        }
    }

    /** The rarest; among equals the last, so that the symbol of all ones gets a longest code. */
    private static int rarest(long[] weights, int except) {
        int best = -1;
        for (int i = 0; i < weights.length; i++) {
            boolean rarer = weights[i] > 0 && (best < 0 || weights[i] <= weights[best]);
            if (i != except && rarer) {
                best = i;
            }
        }
        return best;
    }

    /** Moves pairs of overlong codes up beside shorter ones. */
    private static void shorten(int[] counts) {
        for (int i = counts.length - 1; i > LONGEST; i--) {
            while (counts[i] > 0) {
                int j = i - 2;
                while (counts[j] == 0) {
                    j--;
                }
                counts[i] -= 2;
                counts[i - 1]++;
                counts[j + 1] += 2;
                counts[j]--;
            }
        }
    }

    private static int[] sorted(int[] lengths, int n) {
        int[] out = new int[n];
        int count = 0;
        for (int length = 1; length <= n + 1; length++) {
            for (int symbol = 0; symbol < n; symbol++) {
                if (lengths[symbol] == length) {
                    out[count++] = symbol;
                }
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** The code of each symbol below a number; those without one have length 0. */
    public Codes codes(int symbolCount) {
        int[] codes = new int[symbolCount];
        int[] lengths = new int[symbolCount];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < counts[length - 1]; i++) {
                codes[symbols[index]] = code++;
                lengths[symbols[index++]] = length;
            }
            code <<= 1;
        }
        return new Codes(codes, lengths);
    }

    /**
     * Codes by symbol.
     *
     * @param codes the bits of each
     * @param lengths the number of bits of each
     */
    public record Codes(int[] codes, int[] lengths) {}
}
