package org.pixelanon.codec.jpeg;

import java.util.Arrays;

/**
 * Receives the symbols of scans, first to count them, then to write them as bits (ISO 10918-1
 * F.1.2). Not thread-safe.
 */
final class ScanSymbols {

    private final boolean counting;
    private byte[] out = new byte[1 << 12];
    private int length;
    private long bits;
    private int count;

    private ScanSymbols(boolean counting) {
        this.counting = counting;
    }

    /** Writes nothing. */
    static ScanSymbols counter() {
        return new ScanSymbols(true);
    }

    static ScanSymbols writer() {
        return new ScanSymbols(false);
    }

    void symbol(HuffmanTableBuilder code, int symbol) {
        if (counting) {
            code.count(symbol);
        } else {
            bits(code.code(symbol), code.length(symbol));
        }
    }

    /** Writes the lowest bits of a number, at most 16. */
    void bits(int value, int howMany) {
        if (counting) {
            return;
        }
        bits = bits << howMany | value & (1 << howMany) - 1;
        count += howMany;
        while (count >= 8) {
            count -= 8;
            int next = (int) (bits >> count) & 0xFF;
            put(next);
            if (next == 0xFF) {
                put(0);
            }
        }
    }

    /** The value after its category. */
    void value(int value, int category) {
        bits(value < 0 ? value - 1 : value, category);
    }

    /** Fills the last byte with ones. */
    void align() {
        if (count > 0) {
            bits(0x7F, 8 - count);
        }
    }

    void restart(int number) {
        align();
        if (!counting) {
            put(0xFF);
            put(0xD0 + number);
        }
    }

    /** Writes bytes between scans unchanged. */
    void segment(byte[] bytes) {
        for (byte b : bytes) {
            put(b);
        }
    }

    private void put(int value) {
        if (length == out.length) {
            out = Arrays.copyOf(out, 2 * length);
        }
        out[length++] = (byte) value;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return Arrays.copyOf(out, length);
    }
}
