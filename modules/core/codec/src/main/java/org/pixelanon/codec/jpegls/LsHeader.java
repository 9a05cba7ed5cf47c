package org.pixelanon.codec.jpegls;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * The start of frame of JPEG-LS (ISO 14495-1 C.2.2).
 *
 * @param precision bits of a sample, 2 to 16
 * @param rows number of rows
 * @param columns number of columns
 * @param ids the name of each component
 */
record LsHeader(int precision, int rows, int columns, int[] ids) {

    static final String CODEC = "JPEG-LS";
    static final int START_OF_FRAME = 0xF7;
    private static final String COLOUR_TRANSFORM = "mrfx";

    /** Reads the segment. */
    static LsHeader of(MarkerSegments segment, int marker) throws CodecException {
        if (marker != START_OF_FRAME) {
            throw new CodecException(
                    CODEC + ": JPEG process " + Integer.toHexString(marker) + " is not supported");
        }
        int[] ids = new int[segment.int8(5)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = segment.int8(6 + 3 * i);
            if (ids.length > 1 && segment.int8(7 + 3 * i) != 0x11) {
                throw new CodecException(CODEC + " with subsampled components is not supported");
            }
        }
        int precision = segment.int8(0);
        if (ids.length == 0 || precision < 2 || precision > 16) {
            throw new CodecException(CODEC + " start of frame is damaged");
        }
        return new LsHeader(precision, segment.int16(1), segment.int16(3), ids);
    }

    /** Fails for an application segment that states a colour transform. */
    static void requireNoTransform(MarkerSegments segment, int marker) throws CodecException {
        if (marker == 0xE8 && segment.isNamed(COLOUR_TRANSFORM) && segment.int8(4) != 0) {
            throw new CodecException(CODEC + " with a colour transform is not supported");
        }
    }
}
