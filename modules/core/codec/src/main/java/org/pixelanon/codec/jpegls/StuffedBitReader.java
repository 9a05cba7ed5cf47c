package org.pixelanon.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * Reads the entropy-coded bits of a JPEG-LS scan (ISO 14495-1 A.1, A.5.3). A byte FF is followed by
 * only seven bits, so that no marker can occur. Not thread-safe.
 */
final class StuffedBitReader {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] in;
    private final int errorBits;
    private int at;

    /** The next bits, left-aligned. */
    private long buffer;

    private int count;

    /** Zero bits appended to the data. */
    private long padding;

    /**
     * Creates a reader after the start of a scan.
     *
     * @param errorBits bits of an error that is written verbatim
     */
    StuffedBitReader(byte[] in, int start, int errorBits) {
        this.in = in;
        this.at = start;
        this.errorBits = errorBits;
    }

    /** The next bits as a number; at most 32. */
    int bits(int n) {
        if (count < n) {
            fill();
        }
        int value = (int) (buffer >>> 1 >>> 63 - n);
        buffer <<= n;
        count -= n;
        return value;
    }

    /**
     * Reads a number of limited length.
     *
     * @param k bits that are written verbatim
     * @param limit bits of the longest code
     */
    int number(int k, int limit) {
        if (count < 32) {
            fill();
        }
        int most = limit - errorBits - 1;
        int zeros = Long.numberOfLeadingZeros(buffer);
        if (zeros + 1 + k > count || zeros >= most) {
            return longNumber(k, most);
        }
        long rest = buffer << zeros << 1;
        int value = zeros << k | (int) (rest >>> 1 >>> 63 - k);
        buffer = rest << k;
        count -= zeros + 1 + k;
        return value;
    }

    private int longNumber(int k, int most) {
        if (count <= 56) {
            fill();
        }
        int zeros = Math.min(most, Long.numberOfLeadingZeros(buffer));
        // at most 47 zeros and the one after them
        buffer = buffer << zeros << 1;
        count -= zeros + 1;
        return zeros == most ? bits(errorBits) + 1 : zeros << k | bits(k);
    }

    /**
     * Checks that no bits were read after the end.
     *
     * @throws CodecException if the data ended before
     */
    void requireData() throws CodecException {
        if (count < padding) {
            throw new CodecException(LsHeader.CODEC + " frame ends early");
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
            throw new CodecException(LsHeader.CODEC + " frame lacks a restart marker");
        }
        at = marker + 2;
        buffer = 0;
        count = 0;
        padding = 0;
    }

    /** Position of the next marker; the length of the data if there is none. */
    int markerPosition() {
        for (int i = at; i + 1 < in.length; i++) {
            if (in[i] == (byte) 0xFF && in[i + 1] < 0 && in[i + 1] != (byte) 0xFF) {
                return i;
            }
        }
        return in.length;
    }

    private void fill() {
        boolean full = at > 0 && in[at - 1] == (byte) 0xFF;
        if (at + 8 <= in.length && !full) {
            long word = (long) LONGS.get(in, at);
            if (!hasFf(word)) {
                int bytes = 64 - count >> 3;
                buffer |= word >>> count;
                count += bytes << 3;
                // the last byte may be buffered only in part: it is added again unchanged
                at += bytes;
                return;
            }
        }
        while (count <= 56) {
            slowByte();
        }
    }

    private void slowByte() {
        int value = at < in.length ? in[at] & 0xFF : -1;
        boolean behindFf = at > 0 && in[at - 1] == (byte) 0xFF;
        // FF is read only if it does not begin a marker
        boolean marker = value == 0xFF && (at + 1 == in.length || in[at + 1] < 0);
        if (value < 0 || marker) {
            padding += 8;
            count += 8;
        } else if (behindFf) {
            buffer |= (long) value << 57 - count;
            count += 7;
            at++;
        } else {
            buffer |= (long) value << 56 - count;
            count += 8;
            at++;
        }
    }

    /** Returns whether any byte is FF. */
    private static boolean hasFf(long word) {
        long inverse = ~word;
        return (inverse - 0x0101010101010101L & ~inverse & 0x8080808080808080L) != 0;
    }
}
