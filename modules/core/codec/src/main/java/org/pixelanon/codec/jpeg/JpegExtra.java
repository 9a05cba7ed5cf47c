package org.pixelanon.codec.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pixelanon.codec.base.MarkerPositions;
import org.pixelanon.codec.base.MarkerSegments;
import org.pixelanon.codec.base.SegmentPicture;

/**
 * An application segment or comment of a JPEG or JPEG-LS codestream.
 *
 * @param marker the low byte of its marker
 * @param from position of the first byte after its length
 * @param to position after the segment
 * @param picture true if it contains a picture
 */
public record JpegExtra(int marker, int from, int to, boolean picture) {

    /** Marker and length. */
    private static final int HEAD = 4;

    private static final int APP0 = 0xE0;

    /**
     * Finds all of a codestream.
     *
     * @param codestream the bytes of a frame
     * @return in order, including those between scans
     */
    public static List<JpegExtra> of(byte[] codestream) {
        List<JpegExtra> out = new ArrayList<>();
        for (MarkerPositions.Segment s : MarkerPositions.of(codestream).segments()) {
            if (s.isExtra() && s.to() - s.from() >= HEAD) {
                byte[] bytes = Arrays.copyOfRange(codestream, s.from(), s.to());
                boolean picture = SegmentPicture.isIn(bytes);
                out.add(new JpegExtra(s.marker(), s.from() + HEAD, s.to(), picture));
            }
        }
        return out;
    }

    /**
     * The number of bytes without marker and length.
     *
     * @return 0 or more
     */
    public int length() {
        return to - from;
    }

    /**
     * Returns whether it is a comment.
     *
     * @return false for an application segment
     */
    public boolean isComment() {
        return marker == MarkerSegments.COMMENT;
    }

    /**
     * The number of an application segment.
     *
     * @return n of APPn
     */
    public int application() {
        return marker - APP0;
    }
}
