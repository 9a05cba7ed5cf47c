package org.pixelanon.codec.jpegls;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.CodestreamBytes;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * The segment that presets coding parameters (ISO 14495-1 C.2.4.1.1); 0 stands for the default.
 *
 * @param highest the highest sample value
 * @param t1 first threshold of gradients
 * @param t2 second threshold
 * @param t3 third threshold
 * @param reset how often a context is used before its counters are halved
 */
record LsPreset(int highest, int t1, int t2, int t3, int reset) {

    static final int MARKER = 0xF8;
    static final LsPreset NONE = new LsPreset(0, 0, 0, 0, 0);

    /** Reads the segment; fails for mapping tables and for sizes beyond 16 bits. */
    static LsPreset of(MarkerSegments segment) throws CodecException {
        int type = segment.int8(0);
        String what =
                switch (type) {
                    case 1 -> "";
                    case 2, 3 -> "a mapping table";
                    case 4 -> "an oversize image";
                    default -> "extension " + type;
                };
        if (!what.isEmpty()) {
            throw new CodecException(LsHeader.CODEC + " with " + what + " is not supported");
        }
        return new LsPreset(
                segment.int16(1),
                segment.int16(3),
                segment.int16(5),
                segment.int16(7),
                segment.int16(9));
    }

    /** Appends the segment. */
    void write(CodestreamBytes out) throws CodecException {
        out.segment(
                MARKER,
                1,
                highest >> 8,
                highest,
                t1 >> 8,
                t1,
                t2 >> 8,
                t2,
                t3 >> 8,
                t3,
                reset >> 8,
                reset);
    }
}
