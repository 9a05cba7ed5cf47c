package org.pixelanon.codec.jpeglossless;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.MarkerSegments;

/** Reads the entropy-coded differences of a scan of JPEG lossless. Not thread-safe. */
final class DifferenceReader {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Most bits of a code and the value after it. */
    private static final int LONGEST = 32;

    private final byte[] in;
    private int at;

    /** The next bits, left-aligned. */
    private long buffer;

    private int count;

    /** Zero bits appended to the data. */
    private long padding;

    DifferenceReader(byte[] in, int start) {
        this.in = in;
        this.at = start;
    }

    /**
     * Reads differences.
     *
     * @param tables one for each component
     * @param row receives them, modulo 65536
     * @param from index of the first, of the first component
     * @param to index after the last
     * @throws CodecException if bits are not a code, or end early
     */
    void differences(DifferenceTable[] tables, int[] row, int from, int to) throws CodecException {
        int component = 0;
        long bits = buffer;
        int left = count;
        for (int i = from; i < to; i++) {
            if (left < LONGEST) {
                buffer = bits;
                count = left;
                fill();
                bits = buffer;
                left = count;
            }
            DifferenceTable table = tables[component];
            component = component + 1 == tables.length ? 0 : component + 1;
            int entry = table.lookup()[(int) (bits >>> 64 - DifferenceTable.LOOKUP_BITS)];
            if (entry == 0) {
                entry = table.longEntry((int) (bits >>> 48));
                if (entry == 0) {
                    throw new CodecException("JPEG lossless frame has an invalid code");
                }
            }
            int length = entry & 31;
            int more = entry >> 5 & 31;
            bits <<= length;
            // numbers that begin with a 0 bit are negative (ISO 10918-1 F.1.2.1)
            int negative = (int) (~bits >> 63);
            row[i] =
                    (int) (bits >>> 1 >>> 63 - more) + (entry >> 16) + (negative & 1 - (1 << more));
            bits <<= more;
            left -= length + more;
        }
        buffer = bits;
        count = left;
        if (left < padding) {
            throw new CodecException("JPEG lossless frame ends early");
        }
    }

    /**
     * Skips the restart marker that must come next.
     *
     * @param number the last three bits of the marker
     * @throws CodecException if another marker comes
     */
    void restart(int number) throws CodecException {
        int marker = markerPosition();
        if (marker + 1 >= in.length
                || (in[marker + 1] & 0xFF) != MarkerSegments.RESTART + (number & 7)) {
            throw new CodecException("JPEG lossless frame lacks a restart marker");
        }
        at = marker + 2;
        buffer = 0;
        count = 0;
        padding = 0;
    }

    /** Position of the next marker; the length of the data if there is none. */
    int markerPosition() {
        for (int i = at; i + 1 < in.length; i++) {
            if (in[i] == (byte) 0xFF && in[i + 1] != 0 && in[i + 1] != (byte) 0xFF) {
                return i;
            }
        }
        return in.length;
    }

    private void fill() {
        if (at + 8 <= in.length) {
            long word = (long) LONGS.get(in, at);
            if (!hasStuffing(word)) {
                int bytes = 64 - count >> 3;
                buffer |= word >>> count;
                count += bytes << 3;
                // the last byte may be buffered only in part: it is added again unchanged
                at += bytes;
                return;
            }
        }
        while (count <= 56) {
            int value = at < in.length ? in[at] & 0xFF : -1;
            boolean stuffed = value == 0xFF && at + 1 < in.length && in[at + 1] == 0;
            if (value < 0 || value == 0xFF && !stuffed) {
                padding += 8;
            } else {
                buffer |= (long) value << 56 - count;
                at += stuffed ? 2 : 1;
            }
            count += 8;
        }
    }

    /** Returns whether any byte is FF. */
    private static boolean hasStuffing(long word) {
        long inverse = ~word;
        return (inverse - 0x0101010101010101L & ~inverse & 0x8080808080808080L) != 0;
    }
}
