package org.pixelanon.codec.base;

import java.util.Arrays;

/**
 * Walks the marker segments of a codestream of the JPEG family (ISO 10918-1 B.1.1). After each step
 * the segment's marker and content are available. Not thread-safe.
 */
public final class MarkerSegments {

    public static final int START_OF_IMAGE = 0xD8;
    public static final int END_OF_IMAGE = 0xD9;
    public static final int START_OF_SCAN = 0xDA;
    public static final int RESTART = 0xD0;
    public static final int RESTART_INTERVAL = 0xDD;
    public static final int NUMBER_OF_LINES = 0xDC;
    public static final int COMMENT = 0xFE;
    private static final int TEMPORARY = 0x01;
    private static final int LARGEST_EXTRA = 512;

    private final byte[] in;
    private final String codec;
    private int at;
    private int marker;
    private int from;
    private int to;

    /**
     * Finds the start of the image; bytes before it are skipped.
     *
     * @param in the bytes of a frame
     * @param codec the name used in messages
     * @throws CodecException if there is no start of image
     */
    public MarkerSegments(byte[] in, String codec) throws CodecException {
        this.in = in;
        this.codec = codec;
        while (at + 1 < in.length
                && !(unsigned(at) == 0xFF && unsigned(at + 1) == START_OF_IMAGE)) {
            at++;
        }
        if (at + 1 >= in.length) {
            throw new CodecException(codec + " frame has no start of image");
        }
        at += 2;
    }

    /** Steps to the next segment and tells its marker, the low byte of it. */
    public int next() throws CodecException {
        if (at < in.length && unsigned(at) != 0xFF) {
            throw new CodecException(codec + " frame lacks an expected marker");
        }
        while (at < in.length && unsigned(at) == 0xFF) {
            at++; // fill bytes may precede a marker
        }
        if (at >= in.length) {
            throw new CodecException(codec + " frame ends early");
        }
        marker = unsigned(at++);
        from = at;
        to = at;
        boolean alone = marker == TEMPORARY || marker >= RESTART && marker <= END_OF_IMAGE;
        if (!alone) {
            if (marker == 0 || at + 2 > in.length) {
                throw new CodecException(codec + " frame lacks an expected marker");
            }
            int length = unsigned(at) << 8 | unsigned(at + 1);
            from = at + 2;
            to = at + length;
            if (length < 2 || to > in.length) {
                throw new CodecException(codec + " marker segment extends beyond its frame");
            }
        }
        at = to;
        return marker;
    }

    /** Continues at a position after the entropy-coded bytes of a scan. */
    public void skipTo(int position) {
        at = position;
    }

    /** Position after the segment. */
    public int end() {
        return to;
    }

    /** Size of the segment's content in bytes. */
    public int length() {
        return to - from;
    }

    /** The byte at an offset into the segment. */
    public int int8(int offset) throws CodecException {
        if (offset >= to - from) {
            throw new CodecException(
                    codec + " marker segment " + Integer.toHexString(marker) + " is too short");
        }
        return unsigned(from + offset);
    }

    /** The number of two bytes at an offset into the segment. */
    public int int16(int offset) throws CodecException {
        return int8(offset) << 8 | int8(offset + 1);
    }

    /** Returns whether the segment begins with a name. */
    public boolean isNamed(String name) {
        if (to - from < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (unsigned(from + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether this is an application segment or comment that is too small to contain a
     * picture. Such segments describe the colours and are copied to re-encoded frames.
     */
    public boolean isSmallExtra() {
        boolean extra = marker >= 0xE0 && marker <= 0xEF || marker == COMMENT;
        return extra && to - from + 4 <= LARGEST_EXTRA && !SegmentPicture.isIn(bytes());
    }

    /** The whole segment with its marker. */
    public byte[] bytes() {
        return Arrays.copyOfRange(in, from - 4, to);
    }

    /** Returns whether the segment starts a frame of any process (ISO 10918-1 table B.1). */
    public boolean isStartOfFrame() {
        return marker >= 0xC0
                        && marker <= 0xCF
                        && marker != 0xC4
                        && marker != 0xC8
                        && marker != 0xCC
                || marker == 0xF7;
    }

    private int unsigned(int position) {
        return in[position] & 0xFF;
    }
}
