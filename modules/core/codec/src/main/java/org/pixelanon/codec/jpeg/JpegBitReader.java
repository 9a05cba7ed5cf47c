package org.pixelanon.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.pixelanon.codec.base.CodecException;

/**
 * Reads the entropy-coded bits of a JPEG scan (ISO 10918-1 F.2.2.5). After the last bit it returns
 * zeros and counts them, so that one check per block suffices instead of one per bit. Not
 * thread-safe.
 */
final class JpegBitReader {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    /** A code has at most 16 bits and the value after it at most 15. */
    private static final int ENOUGH = 32;

    private final byte[] in;
    private int at;

    /** The next bits from the highest on; those below {@link #count} are not valid yet. */
    private long bits;

    private int count;
    private int beyond;

    JpegBitReader(byte[] in, int at) {
        this.in = in;
        this.at = at;
    }

    /** Where to search for the next marker. */
    int position() {
        return at;
    }

    private void fill() {
        if (at + 8 <= in.length) {
            long next = (long) LONG.get(in, at);
            long inverse = ~next;
            if ((inverse - ONES & next & HIGH) == 0) {
                // no byte is FF; bits beyond whole bytes are read again, with the same result
                bits |= next >>> count;
                int bytes = 64 - count >>> 3;
                at += bytes;
                count += 8 * bytes;
                return;
            }
        }
        fillByByte();
    }

    private void fillByByte() {
        while (count <= 56) {
            int next = 0;
            if (at >= in.length) {
                beyond += 8;
            } else if (in[at] != -1) {
                next = in[at++] & 0xFF;
            } else {
                int second = at + 1 < in.length ? in[at + 1] : -1;
                if (second == -1 && at + 1 < in.length) {
                    at++;
                    continue;
                }
                if (second == 0) {
                    next = 0xFF;
                    at += 2;
                } else {
                    beyond += 8;
                }
            }
            bits |= (long) next << 56 - count;
            count += 8;
        }
    }

    /** The next symbol of a table; -1 if the bits are not one of its codes. */
    int symbol(HuffmanTable table) {
        if (count < ENOUGH) {
            fill();
        }
        int entry = table.shortCode((int) (bits >>> 64 - HuffmanTable.SHORT));
        if (entry == 0) {
            entry = table.longCode((int) (bits >>> 48));
        }
        bits <<= entry >> 8;
        count -= entry >> 8;
        return entry == 0 ? -1 : entry & 0xFF;
    }

    /** As many bits as an unsigned number, at most 16. */
    int read(int length) {
        if (length == 0) {
            return 0;
        }
        if (count < ENOUGH) {
            fill();
        }
        int value = (int) (bits >>> 64 - length);
        bits <<= length;
        count -= length;
        return value;
    }

    /**
     * The value of a category (ISO 10918-1 F.2.2.1, EXTEND), directly after a symbol; 0 bits are 0.
     */
    int extend(int category) {
        if (category == 0) {
            return 0;
        }
        // reading a symbol also buffered the bits of its value
        int value = (int) (bits >>> 64 - category);
        int negative = (int) (~bits >> 63);
        bits <<= category;
        count -= category;
        return value + (negative & (-1 << category) + 1);
    }

    /**
     * Skips a restart marker.
     *
     * @param number 0 to 7
     */
    void restart(int number) throws CodecException {
        requireNotBeyond();
        bits = 0;
        count = 0;
        beyond = 0;
        while (at + 2 < in.length && in[at] == -1 && in[at + 1] == -1) {
            at++;
        }
        if (at + 2 > in.length || in[at] != -1 || (in[at + 1] & 0xFF) != 0xD0 + number) {
            throw new CodecException("JPEG frame lacks a restart marker");
        }
        at += 2;
    }

    /** Fails if bits were read after the end. */
    void requireNotBeyond() throws CodecException {
        if (beyond > count) {
            throw new CodecException("JPEG frame ends early");
        }
    }
}
