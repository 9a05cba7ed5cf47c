package org.pixelanon.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pixelanon.codec.base.MarkerPositions;
import org.pixelanon.codec.base.MarkerSegments;
import org.pixelanon.codec.base.SegmentPicture;

/**
 * Small pictures in the application segments and comments of a codestream of JPEG or JPEG-LS: those
 * of JFIF and JFXX (ITU-T T.871), Exif, Photoshop, multi-picture format (CIPA DC-007), XMP, and any
 * segment in which a picture begins. They are removed segment by segment; the part of a segment
 * that describes the colours is kept.
 */
public final class JpegThumbnails {

    /** A smaller segment cannot contain a picture with legible text. */
    private static final int SMALLEST_PICTURE = 512;

    /** Marker and length. */
    private static final int HEAD = 4;

    private JpegThumbnails() {}

    /**
     * Returns whether a codestream contains a second picture.
     *
     * @param codestream the bytes of a frame
     * @return true if some segment does
     */
    public static boolean isIn(byte[] codestream) {
        return MarkerPositions.of(codestream).segments().stream()
                .anyMatch(s -> s.isExtra() && SegmentPicture.isIn(bytes(codestream, s)));
    }

    /**
     * Removes them from a codestream; every byte outside their segments is kept.
     *
     * @param codestream the bytes of a frame
     * @return the codestream, of even length as fragments require; a zero byte may be added
     */
    public static byte[] removed(byte[] codestream) {
        List<MarkerPositions.Segment> segments = MarkerPositions.of(codestream).segments();
        List<byte[]> kept = kept(segments.stream().map(s -> bytes(codestream, s)).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream(codestream.length);
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            out.write(codestream, at, segments.get(i).from() - at);
            out.writeBytes(kept.get(i));
            at = segments.get(i).to();
        }
        out.write(codestream, at, codestream.length - at);
        if ((out.size() & 1) != 0) {
            out.write(0);
        }
        return out.toByteArray();
    }

    /** The pieces of a codestream without thumbnails. */
    static List<JpegPiece> removed(List<JpegPiece> pieces) {
        List<byte[]> segments = new ArrayList<>();
        for (JpegPiece piece : pieces) {
            if (piece instanceof JpegPiece.Segment s) {
                segments.add(s.bytes());
            }
        }
        List<byte[]> kept = kept(segments);
        List<JpegPiece> out = new ArrayList<>();
        int next = 0;
        for (JpegPiece piece : pieces) {
            if (piece instanceof JpegPiece.Segment) {
                byte[] bytes = kept.get(next++);
                if (bytes.length > 0) {
                    out.add(new JpegPiece.Segment(bytes));
                }
            } else {
                out.add(piece);
            }
        }
        return out;
    }

    private static byte[] bytes(byte[] in, MarkerPositions.Segment s) {
        return Arrays.copyOfRange(in, s.from(), s.to());
    }

    /** The part kept of each segment: all of it, its head, or nothing. */
    private static List<byte[]> kept(List<byte[]> segments) {
        Set<String> pictures = new HashSet<>();
        for (byte[] s : segments) {
            if (isExtra(s) && SegmentPicture.isIn(s)) {
                pictures.add(series(s));
            }
        }
        List<byte[]> out = new ArrayList<>();
        for (byte[] s : segments) {
            boolean picture =
                    isExtra(s) && (SegmentPicture.isIn(s) || pictures.contains(series(s)));
            out.add(picture ? SegmentPicture.without(s) : s);
        }
        return out;
    }

    private static boolean isExtra(byte[] segment) {
        return new MarkerPositions.Segment(segment[1] & 0xFF, 0, segment.length).isExtra();
    }

    /** Pictures longer than a segment continue in others with the same marker and name. */
    private static String series(byte[] segment) {
        int marker = segment[1] & 0xFF;
        int named = Math.min(segment.length, HEAD + 4);
        if (marker == MarkerSegments.COMMENT) {
            return segment.length < SMALLEST_PICTURE ? "short" + segment.length : "comment";
        }
        return marker + new String(segment, HEAD, named - HEAD, StandardCharsets.ISO_8859_1);
    }
}
