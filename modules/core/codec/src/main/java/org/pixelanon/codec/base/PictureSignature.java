package org.pixelanon.codec.base;

import java.nio.charset.StandardCharsets;

/**
 * Recognises the beginnings of picture and document files in bytes declared as something else:
 * JPEG, JPEG-LS, JPEG 2000, JPEG XL, PNG, GIF, TIFF, BMP, WebP, HEIF, PDF and DICOM. Each signature
 * tests at least 26 bits, so that chance matches are unlikely in values of usual size.
 */
public final class PictureSignature {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte[] JP2 = {'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10};
    private static final byte[] JPEG_XL = {'J', 'X', 'L', ' ', 13, 10, (byte) 0x87, 10};

    /** JPEG in base 64, as in thumbnails of XMP. */
    private static final byte[] JPEG_BASE64 = ascii("/9j/");

    private static final byte[] DICM = ascii("DICM");

    private PictureSignature() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Looks for the beginning of a picture.
     *
     * @param in bytes
     * @param from where to begin
     * @param to where to end; no byte from there on is read
     * @return where the first one begins, -1 if there is none
     */
    public static int find(byte[] in, int from, int to) {
        int end = Math.min(to, in.length);
        for (int at = Math.max(0, from); at + 4 <= end; at++) {
            if (isAt(in, at, end)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Looks for the prefix of a Part 10 file, followed by the file meta group.
     *
     * @param in bytes
     * @param from where to begin
     * @param to where to end
     * @return the position of the prefix, -1 if there is none
     */
    public static int findDicom(byte[] in, int from, int to) {
        for (int at = from; at + 6 <= to; at++) {
            if (in[at] == 'D' && isDicom(in, at, to)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] in, int at, int end) {
        return switch (in[at]) {
            case (byte) 0xFF -> isJpeg(in, at) || in[at + 1] == 0x4F && int16(in, at + 2) == 0xFF51;
            case (byte) 0x89 -> begins(PNG, in, at, end);
            case 'j' -> begins(JP2, in, at, end);
            case 'J' -> begins(JPEG_XL, in, at, end);
            case 'G' ->
                    begins(ascii("GIF87a"), in, at, end) || begins(ascii("GIF89a"), in, at, end);
            case 'I', 'M' -> isTiff(in, at, end);
            case 'B' -> isBitmap(in, at, end);
            case 'R' ->
                    at + 12 <= end
                            && begins(ascii("RIFF"), in, at, end)
                            && begins(ascii("WEBP"), in, at + 8, end);
            case 'f' ->
                    begins(ascii("ftyphei"), in, at, end) || begins(ascii("ftypavi"), in, at, end);
            case '%' -> begins(ascii("%PDF-"), in, at, end);
            case '/' -> begins(JPEG_BASE64, in, at, end) && isBase64(in, at + 4, end);
            case 'D' -> isDicom(in, at, end);
            default -> false;
        };
    }

    /** A start of image followed by a valid marker. */
    private static boolean isJpeg(byte[] in, int at) {
        int next = in[at + 3] & 0xFF;
        boolean may = next >= 0xC0 && next <= 0xC4 || next == 0xDB || next == 0xDD || next >= 0xE0;
        return int16(in, at + 1) == 0xD8FF && (at == 0 || may && next != 0xFF);
    }

    /** A TIFF header with a plausible offset of the first directory. */
    private static boolean isTiff(byte[] in, int at, int end) {
        if (at + 8 > end) {
            return false;
        }
        boolean little = int16(in, at) == 0x4949 && int16(in, at + 2) == 0x2A00;
        boolean big = int16(in, at) == 0x4D4D && int16(in, at + 2) == 0x002A;
        int high = little ? at + 7 : at + 4;
        int low = little ? at + 4 : at + 7;
        return (little || big) && in[high] == 0 && (in[low] & 1) == 0;
    }

    /** A BMP header with a valid size of the second header. */
    private static boolean isBitmap(byte[] in, int at, int end) {
        if (at + 18 > end || in[at + 1] != 'M' || int16(in, at + 16) != 0 || in[at + 15] != 0) {
            return false;
        }
        boolean reserved = int16(in, at + 6) == 0 && int16(in, at + 8) == 0;
        return reserved
                && switch (in[at + 14]) {
                    case 12, 40, 52, 56, 64, 108, 124 -> true;
                    default -> false;
                };
    }

    /** The prefix of a Part 10 file: after a preamble, or followed by the file meta group. */
    private static boolean isDicom(byte[] in, int at, int end) {
        if (!begins(DICM, in, at, end)) {
            return false;
        }
        boolean meta = at + 6 <= end && in[at + 4] == 2 && in[at + 5] == 0;
        return at == 128 || meta;
    }

    private static boolean isBase64(byte[] in, int at, int end) {
        boolean all = at + 8 <= end;
        for (int i = at; all && i < at + 8; i++) {
            all = in[i] == '+' || in[i] >= '/' && Character.isLetterOrDigit(in[i]) || in[i] == '/';
        }
        return all;
    }

    private static boolean begins(byte[] signature, byte[] in, int at, int end) {
        if (at + signature.length > end) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (in[at + i] != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static int int16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }
}
