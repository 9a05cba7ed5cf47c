package org.pixelanon.synth;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/** The byte layout of elements (DICOM PS3.5 section 7.1). */
record Encoding(boolean explicit, boolean bigEndian) {

    static final Encoding META = new Encoding(true, false);
    static final int UNDEFINED = -1;

    private static final Set<String> LONG_FORM =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    void u16(ByteArrayOutputStream out, int value) {
        int first = bigEndian ? value >> 8 : value;
        int second = bigEndian ? value : value >> 8;
        out.write(first);
        out.write(second);
    }

    void u32(ByteArrayOutputStream out, long value) {
        int high = (int) (value >>> 16);
        int low = (int) value;
        u16(out, bigEndian ? high : low);
        u16(out, bigEndian ? low : high);
    }

    void number(ByteArrayOutputStream out, long value, int width) {
        for (int i = 0; i < width; i++) {
            int shift = 8 * (bigEndian ? width - 1 - i : i);
            out.write((int) (value >>> shift));
        }
    }

    void tag(ByteArrayOutputStream out, int tag) {
        u16(out, tag >>> 16);
        u16(out, tag);
    }

    /** The header of an element: tag, VR and length; items have neither VR nor short length. */
    void header(ByteArrayOutputStream out, int tag, String vr, int length) {
        tag(out, tag);
        boolean item = tag >>> 16 == 0xFFFE;
        if (!explicit || item) {
            u32(out, length);
            return;
        }
        out.write(vr.charAt(0));
        out.write(vr.charAt(1));
        if (LONG_FORM.contains(vr)) {
            u16(out, 0);
            u32(out, length);
        } else {
            u16(out, length);
        }
    }
}
