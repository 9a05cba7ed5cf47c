package org.pixelanon.codec.base;

import java.util.ArrayList;
import java.util.List;

/**
 * The positions of the marker segments in a JPEG or JPEG-LS codestream (ISO 10918-1 B.1.1, ISO
 * 14495-1), found without parsing them, even if they are damaged.
 *
 * @param start position of the start-of-image marker; the end of the bytes if there is none
 * @param segments the segments that have a length, in order
 * @param end position after the end-of-image marker
 */
public record MarkerPositions(int start, List<Segment> segments, int end) {

    /**
     * One segment.
     *
     * @param marker the low byte of its marker
     * @param from position of the marker
     * @param to position after the segment
     */
    public record Segment(int marker, int from, int to) {

        /** Returns whether it is an application segment or a comment. */
        public boolean isExtra() {
            return marker >= 0xE0 && marker <= 0xEF || marker == MarkerSegments.COMMENT;
        }
    }

    /** Walks a codestream. */
    public static MarkerPositions of(byte[] in) {
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        while (start + 1 < in.length && int16(in, start) != 0xFFD8) {
            start++;
        }
        int at = start + 2;
        while (at + 1 < in.length) {
            int marker = in[at + 1] & 0xFF;
            boolean standalone = marker >= 0xD0 && marker <= 0xD8;
            if (in[at] != -1 || marker == 0xFF || marker < 0x80 || standalone) {
                // fill bytes, entropy-coded bytes (in JPEG-LS, FF and seven more bits), or a
                // restart
                at++;
            } else if (marker == MarkerSegments.END_OF_IMAGE || at + 3 >= in.length) {
                break;
            } else {
                int length = Math.max(2, int16(in, at + 2));
                int to = Math.min(in.length, at + 2 + length);
                segments.add(new Segment(marker, at, to));
                at += 2 + length;
            }
        }
        return new MarkerPositions(start, List.copyOf(segments), Math.min(in.length, at + 2));
    }

    private static int int16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }
}
