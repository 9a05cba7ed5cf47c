package org.pixelanon.codec.jpeg;

import org.pixelanon.codec.base.CodecException;

/**
 * The header of a JPEG codestream (ISO 10918-1 annex B), read from its marker segments.
 *
 * @param process the low byte of the start-of-frame marker: 0xC0 baseline, 0xC1 extended, 0xC2
 *     progressive, 0xC3 lossless
 * @param precision bits of a sample
 * @param rows number of rows
 * @param columns number of columns
 * @param components number of components
 * @param adobeTransform the colour transform of the Adobe APP14 segment, -1 if there is none
 * @param rgbIds true if the components are named R, G, B
 * @param jfif true if there is a JFIF APP0 segment
 * @param ended true if the codestream ends with an end-of-image marker, apart from padding
 */
public record JpegHeader(
        int process,
        int precision,
        int rows,
        int columns,
        int components,
        int adobeTransform,
        boolean rgbIds,
        boolean jfif,
        boolean ended) {

    /**
     * Reads the header.
     *
     * @param codestream the bytes of a frame; bytes before the start-of-image marker are skipped
     * @return the header
     * @throws CodecException if there is no start of frame
     */
    public static JpegHeader of(byte[] codestream) throws CodecException {
        int at = startOfImage(codestream);
        int transform = -1;
        boolean jfif = false;
        while (at + 4 <= codestream.length) {
            if ((codestream[at] & 0xFF) != 0xFF) {
                throw new CodecException("JPEG frame lacks an expected marker");
            }
            int marker = codestream[at + 1] & 0xFF;
            if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            int length = int16(codestream, at + 2);
            if (length < 2 || at + 2 + length > codestream.length) {
                throw new CodecException("JPEG marker segment extends beyond its frame");
            }
            if (isStartOfFrame(marker)) {
                return startOfFrame(codestream, at, length, transform, jfif);
            }
            if (marker == 0xEE
                    && length >= 14
                    && codestream[at + 4] == 'A'
                    && codestream[at + 5] == 'd') {
                transform = codestream[at + 15] & 0xFF;
            }
            jfif |=
                    marker == 0xE0
                            && length >= 7
                            && codestream[at + 4] == 'J'
                            && codestream[at + 5] == 'F';
            at += 2 + length;
        }
        throw new CodecException("JPEG frame has no start of frame");
    }

    /**
     * Returns whether the three components are luminance and chrominance, according to the
     * codestream itself.
     *
     * @return false if an Adobe marker or the component names say RGB
     */
    public boolean isYcbcr() {
        if (components != 3) {
            return false;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == 1;
        }
        return jfif || !rgbIds;
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static JpegHeader startOfFrame(
            byte[] in, int at, int length, int transform, boolean jfif) throws CodecException {
        int count = length >= 8 ? in[at + 9] & 0xFF : 0;
        if (count == 0 || length < 8 + 3 * count) {
            throw new CodecException("JPEG start of frame is damaged");
        }
        boolean rgb = count == 3 && in[at + 10] == 'R' && in[at + 13] == 'G' && in[at + 16] == 'B';
        return new JpegHeader(
                in[at + 1] & 0xFF,
                in[at + 4] & 0xFF,
                int16(in, at + 5),
                int16(in, at + 7),
                count,
                transform,
                rgb,
                jfif,
                endsProperly(in));
    }

    private static boolean endsProperly(byte[] in) {
        // frames are padded with 00 or FF after the end-of-image marker (PS3.5 A.4)
        int end = in.length;
        while (end >= 2) {
            if ((in[end - 2] & 0xFF) == 0xFF && (in[end - 1] & 0xFF) == 0xD9) {
                return true;
            }
            if (in[end - 1] != 0 && in[end - 1] != (byte) 0xFF) {
                return false;
            }
            end--;
        }
        return false;
    }

    static int startOfImage(byte[] in) throws CodecException {
        for (int i = 0; i + 1 < in.length; i++) {
            if ((in[i] & 0xFF) == 0xFF && (in[i + 1] & 0xFF) == 0xD8) {
                return i;
            }
        }
        throw new CodecException("JPEG frame has no start of image");
    }

    private static int int16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }
}
