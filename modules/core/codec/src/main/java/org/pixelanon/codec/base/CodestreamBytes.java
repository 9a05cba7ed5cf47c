package org.pixelanon.codec.base;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Builds a codestream of the JPEG family. Not thread-safe. */
public final class CodestreamBytes {

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private byte[] out;
    private int size;

    public CodestreamBytes(long expected) {
        this.out = new byte[(int) Math.max(64, Math.min(LARGEST, expected))];
    }

    /**
     * Makes room.
     *
     * @throws CodecException if the codestream would be too large
     */
    public void ensure(long more) throws CodecException {
        if (size + more > LARGEST) {
            throw new CodecException("a codestream of more than 2 GiB");
        }
        if (size + more > out.length) {
            long twice = Math.max(size + more, 2L * out.length);
            out = Arrays.copyOf(out, (int) Math.min(LARGEST, twice));
        }
    }

    /** Appends a byte; there must be room. */
    public void int8(int value) {
        out[size++] = (byte) value;
    }

    /** Appends two bytes, the higher first; there must be room. */
    void int16(int value) {
        int8(value >> 8);
        int8(value);
    }

    /** Appends four bytes, the highest first; there must be room. */
    public void int32(int value) {
        INTS.set(out, size, value);
        size += 4;
    }

    /** Appends a marker. */
    public void marker(int marker) throws CodecException {
        ensure(2);
        int8(0xFF);
        int8(marker);
    }

    /** Appends a marker segment whose values are bytes. */
    public void segment(int marker, int... values) throws CodecException {
        marker(marker);
        ensure(2L + values.length);
        int16(2 + values.length);
        for (int value : values) {
            int8(value);
        }
    }

    /** Appends bytes unchanged. */
    public void bytes(byte[] values) throws CodecException {
        ensure(values.length);
        System.arraycopy(values, 0, out, size, values.length);
        size += values.length;
    }

    /** All bytes, and a zero byte if their number is odd. */
    public byte[] toEvenLength() {
        return Arrays.copyOf(out, size + (size & 1));
    }
}
