package org.pixelanon.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Small pictures in the application segments and comments of a codestream of JPEG or JPEG-LS: those
 * of JFIF and JFXX (ITU-T T.871), Exif, Photoshop, multi-picture format (CIPA DC-007), XMP, and any
 * segment in which a picture begins. They are removed segment by segment; of a segment that says
 * what colours mean, the part that says so stays.
 */
public final class JpegThumbnails {

    /** A segment below this size holds no picture in which text could be read. */
    private static final int SMALLEST_PICTURE = 512;

    private static final int APP0 = 0xE0;
    private static final int APP8 = 0xE8;
    private static final int APP14 = 0xEE;

    /** Marker and length. */
    private static final int HEAD = 4;

    private static final int JFIF = 14;
    private static final int ADOBE = 12;
    private static final int EXIF_TIFF = 6;

    // tags of TIFF that say where a picture is
    private static final int STRIPS = 0x0111;
    private static final int TILES = 0x0144;
    private static final int SUB_DIRECTORIES = 0x014A;
    private static final int JPEG = 0x0201;

    private JpegThumbnails() {}

    /**
     * Tells whether a codestream carries a picture beside its own.
     *
     * @param codestream the bytes of a frame
     * @return true if some segment does
     */
    public static boolean isIn(byte[] codestream) {
        return JpegMarkers.of(codestream).segments().stream()
                .anyMatch(s -> s.isExtra() && holdsPicture(bytes(codestream, s)));
    }

    /**
     * The codestream without them: every byte outside their segments stays as it is.
     *
     * @param codestream the bytes of a frame
     * @return of even length, as fragments must be: a zero byte may follow
     */
    public static byte[] removed(byte[] codestream) {
        List<JpegMarkers.Segment> segments = JpegMarkers.of(codestream).segments();
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

    /** The pieces of a codestream without them. */
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

    private static byte[] bytes(byte[] in, JpegMarkers.Segment s) {
        return Arrays.copyOfRange(in, s.from(), s.to());
    }

    /** What stays of each segment: all of it, its head, or nothing. */
    private static List<byte[]> kept(List<byte[]> segments) {
        Set<String> pictures = new HashSet<>();
        for (byte[] s : segments) {
            if (isExtra(s) && holdsPicture(s)) {
                pictures.add(series(s));
            }
        }
        List<byte[]> out = new ArrayList<>();
        for (byte[] s : segments) {
            boolean picture = isExtra(s) && (holdsPicture(s) || pictures.contains(series(s)));
            out.add(picture ? head(s) : s);
        }
        return out;
    }

    private static boolean isExtra(byte[] segment) {
        return new JpegMarkers.Segment(segment[1] & 0xFF, 0, segment.length).isExtra();
    }

    /** Pictures longer than a segment go on in others with the same marker and name. */
    private static String series(byte[] segment) {
        int marker = segment[1] & 0xFF;
        int named = Math.min(segment.length, HEAD + 4);
        if (marker == JpegSegments.COMMENT) {
            return segment.length < SMALLEST_PICTURE ? "short" + segment.length : "comment";
        }
        return marker + new String(segment, HEAD, named - HEAD, StandardCharsets.ISO_8859_1);
    }

    /**
     * Tells whether an application segment or comment holds a picture.
     *
     * @param segment with its marker and length
     */
    static boolean holdsPicture(byte[] segment) {
        int length = segment.length - HEAD;
        if (isNamed(segment, "JFIF\0") && marker(segment) == APP0) {
            return length > JFIF;
        }
        if (isNamed(segment, "JFXX\0") && marker(segment) == APP0) {
            return length > 6;
        }
        if (isNamed(segment, "MPF\0")) {
            return true; // it names further pictures
        }
        if (isNamed(segment, "Exif\0") && describesPicture(segment)) {
            return true;
        }
        if (isNamed(segment, "Photoshop") && hasThumbnailResource(segment)) {
            return true;
        }
        int found = PictureSignature.find(segment, HEAD, segment.length);
        int tiff = HEAD + EXIF_TIFF;
        boolean exif = found == tiff && isNamed(segment, "Exif\0") && segment[tiff] != -1;
        // Exif itself is a file of TIFF, in which others may begin
        return exif ? PictureSignature.find(segment, tiff + 1, segment.length) >= 0 : found >= 0;
    }

    private static int marker(byte[] segment) {
        return segment[1] & 0xFF;
    }

    private static boolean isNamed(byte[] segment, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return segment.length >= HEAD + bytes.length
                && Arrays.equals(segment, HEAD, HEAD + bytes.length, bytes, 0, bytes.length);
    }

    /**
     * The second directory of Exif describes the thumbnail (CIPA DC-008 4.5); the first one of an
     * honest file describes no picture.
     */
    private static boolean describesPicture(byte[] s) {
        int tiff = HEAD + EXIF_TIFF;
        if (s.length < tiff + 8) {
            return false;
        }
        boolean little = s[tiff] == 'I';
        long first = tiff + int32(s, tiff + 4, little);
        if (first + 2 > s.length) {
            return false;
        }
        int entries = int16(s, (int) first, little);
        long next = first + 2 + 12L * entries;
        for (long at = first + 2; at + 12 <= Math.min(next, s.length); at += 12) {
            int tag = int16(s, (int) at, little);
            if (tag == STRIPS || tag == TILES || tag == SUB_DIRECTORIES || tag == JPEG) {
                return true;
            }
        }
        return next + 4 <= s.length && int32(s, (int) next, little) != 0;
    }

    /** Image resources 1033 and 1036 of Photoshop are thumbnails. */
    private static boolean hasThumbnailResource(byte[] s) {
        for (int i = HEAD; i + 6 <= s.length; i++) {
            boolean resource = s[i] == '8' && s[i + 1] == 'B' && s[i + 2] == 'I' && s[i + 3] == 'M';
            if (resource && s[i + 4] == 4 && (s[i + 5] == 0x09 || s[i + 5] == 0x0C)) {
                return true;
            }
        }
        return false;
    }

    /** What stays of a segment that holds a picture. */
    private static byte[] head(byte[] s) {
        int keep = 0;
        if (marker(s) == APP0 && isNamed(s, "JFIF\0") && s.length >= HEAD + JFIF) {
            keep = JFIF;
        } else if (marker(s) == APP0 && isNamed(s, "JFXX\0") && s.length >= HEAD + 6) {
            keep = 6;
        } else if (marker(s) == APP14 && isNamed(s, "Adobe") && s.length >= HEAD + ADOBE) {
            keep = ADOBE;
        } else if (marker(s) == APP8 && isNamed(s, "mrfx") && s.length >= HEAD + 5) {
            keep = 5;
        }
        if (keep == 0) {
            return new byte[0];
        }
        byte[] out = Arrays.copyOf(s, HEAD + keep);
        out[2] = 0;
        out[3] = (byte) (keep + 2);
        if (keep == JFIF) {
            out[HEAD + JFIF - 2] = 0;
            out[HEAD + JFIF - 1] = 0;
        }
        return out;
    }

    private static int int16(byte[] in, int at, boolean little) {
        int a = in[at] & 0xFF;
        int b = in[at + 1] & 0xFF;
        return little ? b << 8 | a : a << 8 | b;
    }

    private static long int32(byte[] in, int at, boolean little) {
        long a = int16(in, at, little);
        long b = int16(in, at + 2, little);
        return little ? b << 16 | a : a << 16 | b;
    }
}
