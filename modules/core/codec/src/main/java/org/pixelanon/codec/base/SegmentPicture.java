package org.pixelanon.codec.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A picture in an application segment or comment of JPEG or JPEG-LS: of JFIF and JFXX (ITU-T
 * T.871), Exif, Photoshop, multi-picture format (CIPA DC-007), or any other picture that begins in
 * it.
 */
public final class SegmentPicture {

    private static final int APP0 = 0xE0;
    private static final int APP8 = 0xE8;
    private static final int APP14 = 0xEE;

    /** Marker and length. */
    private static final int HEAD = 4;

    private static final int JFIF = 14;
    private static final int ADOBE = 12;
    private static final int EXIF_TIFF = 6;

    // TIFF tags with the position of a picture
    private static final int STRIPS = 0x0111;
    private static final int TILES = 0x0144;
    private static final int SUB_DIRECTORIES = 0x014A;
    private static final int JPEG = 0x0201;

    private SegmentPicture() {}

    /**
     * Returns whether an application segment or comment contains a picture.
     *
     * @param segment with its marker and length
     */
    public static boolean isIn(byte[] segment) {
        int length = segment.length - HEAD;
        if (isNamed(segment, "JFIF\0") && marker(segment) == APP0) {
            return length > JFIF;
        }
        if (isNamed(segment, "JFXX\0") && marker(segment) == APP0) {
            return length > 6;
        }
        if (isNamed(segment, "MPF\0")) {
            return true; // it refers to other pictures
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
        // Exif itself is a TIFF file, which may contain other files
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
     * The second directory of Exif describes the thumbnail (CIPA DC-008 4.5); the first one
     * normally describes no picture.
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

    /** The part kept of a segment with a picture: its head, if that describes the colours. */
    public static byte[] without(byte[] s) {
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
