package org.pixelanon.dicom.data;

import java.io.IOException;

/** A sliding window for walking over headers without a system call for each. Not thread-safe. */
public final class HeaderBytes {

    /** Long jumps over pixels are common, so little is read behind each. */
    private static final int WINDOW = 8 * 1024;

    private final ByteSource source;
    private final byte[] window = new byte[WINDOW];
    private long from;
    private int filled;

    public HeaderBytes(ByteSource source) {
        this.source = source;
    }

    long size() {
        return source.size();
    }

    int u8(long position) throws IOException {
        return window[at(position, 1)] & 0xFF;
    }

    int u16(long position, boolean bigEndian) throws IOException {
        int i = at(position, 2);
        int a = window[i] & 0xFF;
        int b = window[i + 1] & 0xFF;
        return bigEndian ? a << 8 | b : b << 8 | a;
    }

    long u32(long position, boolean bigEndian) throws IOException {
        int i = at(position, 4);
        int a = window[i] & 0xFF;
        int b = window[i + 1] & 0xFF;
        int c = window[i + 2] & 0xFF;
        int d = window[i + 3] & 0xFF;
        int value = bigEndian ? a << 24 | b << 16 | c << 8 | d : d << 24 | c << 16 | b << 8 | a;
        return value & 0xFFFFFFFFL;
    }

    int tag(long position, boolean bigEndian) throws IOException {
        int i = at(position, 4);
        int a = window[i] & 0xFF;
        int b = window[i + 1] & 0xFF;
        int c = window[i + 2] & 0xFF;
        int d = window[i + 3] & 0xFF;
        return bigEndian ? a << 24 | b << 16 | c << 8 | d : b << 24 | a << 16 | d << 8 | c;
    }

    /** Index in the window of bytes that the caller knows to lie within the source. */
    private int at(long position, int length) throws IOException {
        if (position < from || position + length > from + filled) {
            int n = (int) Math.min(WINDOW, source.size() - position);
            source.read(position, window, 0, n);
            from = position;
            filled = n;
        }
        return (int) (position - from);
    }
}
