package org.pixelanon.codec.jpeg2000;

import org.pixelanon.codec.base.CodecException;

/**
 * Reads the bits of packet headers; a bit is stuffed after each byte of ones (ISO 15444-1 annex
 * B.10.1). Not thread-safe.
 */
final class PacketBits {

    private static final int STUFFED = 0xFF;

    private final byte[] in;
    private final int end;
    private int at;
    private int current;
    private int left;

    PacketBits(byte[] in, int at, int end) {
        this.in = in;
        this.at = at;
        this.end = end;
    }

    int position() {
        return at;
    }

    /** Number of untouched bytes. */
    int remaining() {
        return end - at;
    }

    /**
     * Skips bytes.
     *
     * @throws CodecException if there are fewer
     */
    void skip(long count) throws CodecException {
        if (count > remaining()) {
            throw missing();
        }
        at += (int) count;
    }

    /** Returns whether there is a marker here. */
    boolean isMarker(int marker) {
        return remaining() >= 2
                && (in[at] & 0xFF) == marker >> 8
                && (in[at + 1] & 0xFF) == (marker & 0xFF);
    }

    /**
     * The next bit.
     *
     * @throws CodecException if there is none
     */
    int bit() throws CodecException {
        if (left == 0) {
            if (at >= end) {
                throw missing();
            }
            int next = in[at++] & 0xFF;
            left = Byte.SIZE;
            if (current == STUFFED) {
                left--;
                if (next > 0x7F) {
                    throw new CodecException("JPEG 2000 frame has a marker within its packets");
                }
            }
            current = next;
        }
        return current >> --left & 1;
    }

    /** The next bits, up to 32, the highest first. */
    long bits(int count) throws CodecException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Skips the rest of the last byte and the byte stuffed after it. */
    void align() throws CodecException {
        if (current == STUFFED) {
            skip(1);
        }
        current = 0;
        left = 0;
    }

    private static CodecException missing() {
        return new CodecException("JPEG 2000 frame is incomplete: packets of a tile are missing");
    }
}
