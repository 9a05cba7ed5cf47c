package org.pixelanon.dicom.data;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of one element (DICOM PS3.5 7.1), also where it is damaged or of another kind.
 */
final class HeaderReader {

    /** The length field of values that end with a delimiter. */
    static final long UNDEFINED = 0xFFFFFFFFL;

    private final HeaderBytes bytes;
    private final Set<String> defects;

    /**
     * A reader of headers.
     *
     * @param bytes where they are
     * @param defects gets a line for each thing that had to be forgiven
     */
    HeaderReader(HeaderBytes bytes, Set<String> defects) {
        this.bytes = bytes;
        this.defects = defects;
    }

    /** A header as it is in the file. */
    record Header(
            int tag, VR vr, boolean explicit, boolean bigEndian, long at, long value, long length) {

        Element element(
                long stated,
                long available,
                long end,
                @Nullable List<Attributes> items,
                @Nullable Fragments fragments) {
            return new Element(
                    tag, vr, explicit, bigEndian, at, value, stated, available, end, items,
                    fragments);
        }
    }

    /** The header at a position, or null where none can be. */
    @Nullable Header read(long at, long end, ElementEncoding encoding) throws IOException {
        boolean big = encoding.bigEndian();
        int tag = bytes.tag(at, big);
        VR vr = VR.of(bytes.u8(at + 4), bytes.u8(at + 5));
        long wide = bytes.u32(at + 4, big);
        boolean fits = wide == UNDEFINED || wide <= end - at - 8;
        if (vr != null && (encoding.explicit() || !fits)) {
            return explicitHeader(at, end, tag, vr, big);
        }
        if (!encoding.explicit()) {
            return new Header(tag, Dictionary.vr(tag), false, big, at, at + 8, wide);
        }
        boolean letters = isUpper(bytes.u8(at + 4)) && isUpper(bytes.u8(at + 5));
        if (letters) {
            // a value representation of a later edition of the standard (PS3.5 6.2.2 note)
            defects.add("unknown value representation in " + Tag.toString(tag));
            return explicitHeader(at, end, tag, VR.UN, big);
        }
        if (!fits) {
            return blankVr(at, end, tag, big);
        }
        defects.add("implicit element " + Tag.toString(tag) + " in an explicit data set");
        return new Header(tag, Dictionary.vr(tag), false, big, at, at + 8, wide);
    }

    /** A short header whose value representation is damaged, if a sound header follows it. */
    private @Nullable Header blankVr(long at, long end, int tag, boolean big) throws IOException {
        int length = bytes.u16(at + 6, big);
        long next = at + 8 + length;
        boolean sound =
                next == end
                        || next + 8 <= end
                                && Integer.compareUnsigned(bytes.tag(next, big), tag) >= 0
                                && Tag.group(bytes.tag(next, big)) - Tag.group(tag) < 0x100;
        if (!sound) {
            return null;
        }
        defects.add("damaged value representation in " + Tag.toString(tag));
        return new Header(tag, VR.UN, true, big, at, at + 8, length);
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private @Nullable Header explicitHeader(long at, long end, int tag, VR vr, boolean big)
            throws IOException {
        if (!vr.hasLongHeader()) {
            return new Header(tag, vr, true, big, at, at + 8, bytes.u16(at + 6, big));
        }
        if (at + 12 > end) {
            return null;
        }
        return new Header(tag, vr, true, big, at, at + 12, bytes.u32(at + 8, big));
    }
}
