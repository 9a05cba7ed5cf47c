package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Compresses by RFC 1951 with the fixed Huffman codes. The output of the JDK's deflater depends on
 * its zlib, but the same seed must give the same bytes everywhere.
 */
final class FixedDeflate {
    private static final int WINDOW = 32768;
    private static final int LONGEST = 258;
    private static final int HASHES = 1 << 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long pending;
    private int pendingBits;

    private FixedDeflate() {}

    static byte[] compress(byte[] input) {
        FixedDeflate packer = new FixedDeflate();
        packer.bits(1, 1);
        packer.bits(1, 2);
        packer.body(input);
        packer.symbol(256);
        packer.bits(0, 7);
        return packer.out.toByteArray();
    }

    private void body(byte[] in) {
        int[] seen = new int[HASHES];
        Arrays.fill(seen, -WINDOW);
        int at = 0;
        while (at < in.length) {
            int length = 0;
            int from = 0;
            if (at + 3 <= in.length) {
                int hash = hash(in, at);
                from = seen[hash];
                seen[hash] = at;
                if (from >= 0 && at - from < WINDOW) {
                    length = same(in, from, at);
                }
            }
            if (length >= 3) {
                match(length, at - from);
                at += length;
            } else {
                symbol(in[at] & 0xFF);
                at++;
            }
        }
    }

    private static int hash(byte[] in, int at) {
        int key = (in[at] & 0xFF) | (in[at + 1] & 0xFF) << 8 | (in[at + 2] & 0xFF) << 16;
        return (key * 0x9E3779B1) >>> 17;
    }

    private static int same(byte[] in, int from, int at) {
        int length = 0;
        while (length < LONGEST
                && at + length < in.length
                && in[from + length] == in[at + length]) {
            length++;
        }
        return length;
    }

    private void match(int length, int distance) {
        if (length == LONGEST) {
            symbol(285);
        } else {
            int rest = length - 3;
            int extra = rest < 8 ? 0 : 29 - Integer.numberOfLeadingZeros(rest);
            symbol(257 + extra * 4 + (rest >> extra));
            bits(rest & ((1 << extra) - 1), extra);
        }
        int rest = distance - 1;
        int extra = rest < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(rest);
        reversed(extra * 2 + (rest >> extra), 5);
        bits(rest & ((1 << extra) - 1), extra);
    }

    private void symbol(int symbol) {
        if (symbol < 144) {
            reversed(0x30 + symbol, 8);
        } else if (symbol < 256) {
            reversed(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            reversed(symbol - 256, 7);
        } else {
            reversed(0xC0 + symbol - 280, 8);
        }
    }

    private void reversed(int code, int count) {
        bits(Integer.reverse(code) >>> (32 - count), count);
    }

    private void bits(int value, int count) {
        pending |= (long) value << pendingBits;
        pendingBits += count;
        while (pendingBits >= 8) {
            out.write((int) pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }
}
