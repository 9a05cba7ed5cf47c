package org.pixelanon.dicom.data;

import java.io.IOException;
import java.util.Optional;

/**
 * Decides whether bytes without a DICOM prefix are a data set, and how a data set is written
 * whatever its transfer syntax says. Strict: several elements must follow each other in the way of
 * the dictionary, so that archives and text are refused.
 */
public final class FormatSniffer {

    private static final int ELEMENTS_LOOKED_AT = 4;

    private final HeaderBytes bytes;

    public FormatSniffer(HeaderBytes bytes) {
        this.bytes = bytes;
    }

    /** The encoding in which the bytes at a position make sense as the start of a data set. */
    public Optional<ElementEncoding> sniff(long start) throws IOException {
        for (ElementEncoding e :
                new ElementEncoding[] {
                    ElementEncoding.EXPLICIT_LITTLE,
                    ElementEncoding.EXPLICIT_BIG,
                    ElementEncoding.IMPLICIT_LITTLE
                }) {
            if (fits(start, e)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** The encoding of a data set that is known to be DICOM, by its first header alone. */
    Optional<ElementEncoding> guess(long start) throws IOException {
        if (start + 8 > bytes.size()) {
            return Optional.empty();
        }
        if (VR.of(bytes.u8(start + 4), bytes.u8(start + 5)) != null) {
            boolean big = bytes.u16(start, false) > bytes.u16(start, true);
            return Optional.of(
                    big ? ElementEncoding.EXPLICIT_BIG : ElementEncoding.EXPLICIT_LITTLE);
        }
        long length = bytes.u32(start + 4, false);
        return length == 0xFFFFFFFFL || length <= bytes.size() - start - 8
                ? Optional.of(ElementEncoding.IMPLICIT_LITTLE)
                : Optional.empty();
    }

    /**
     * The encoding of a data set behind a file meta group.
     *
     * @param stated what the transfer syntax says; kept unless the first element denies it
     */
    ElementEncoding check(long start, ElementEncoding stated) throws IOException {
        if (start + 8 > bytes.size() || plausible(start, stated)) {
            return stated;
        }
        return sniff(start).orElse(stated);
    }

    private boolean plausible(long at, ElementEncoding e) throws IOException {
        int tag = bytes.tag(at, e.bigEndian());
        VR vr = VR.of(bytes.u8(at + 4), bytes.u8(at + 5));
        boolean stated = vr != null && Dictionary.agrees(tag, vr);
        int group = Tag.group(tag);
        return group <= 0x7FE0 && group != 0x0800 && stated == e.explicit();
    }

    /** Returns whether the first elements are known, ascend, and end where the next one begins. */
    private boolean fits(long start, ElementEncoding e) throws IOException {
        long at = start;
        int last = 0;
        int seen = 0;
        while (seen < ELEMENTS_LOOKED_AT && at + 8 <= bytes.size()) {
            int tag = bytes.tag(at, e.bigEndian());
            int group = Tag.group(tag);
            boolean first = seen == 0;
            if (first && (group != 0x0002 && group != 0x0008)
                    || !first && Integer.compareUnsigned(tag, last) <= 0
                    || group > 0x0100
                    || !(Dictionary.knows(tag) || (tag & 0xFFFF) == 0 || Tag.isPrivate(tag))) {
                return seen >= 3;
            }
            VR vr = VR.of(bytes.u8(at + 4), bytes.u8(at + 5));
            long length;
            long value = at + 8;
            if (e.explicit()) {
                if (vr == null || !Dictionary.agrees(tag, vr)) {
                    return false;
                }
                if (vr.hasLongHeader()) {
                    if (at + 12 > bytes.size()) {
                        return false;
                    }
                    value = at + 12;
                    length = bytes.u32(at + 8, e.bigEndian());
                } else {
                    length = bytes.u16(at + 6, e.bigEndian());
                }
            } else {
                length = bytes.u32(at + 4, e.bigEndian());
            }
            if (length == 0xFFFFFFFFL) {
                return seen >= 1;
            }
            if (length > bytes.size() - value) {
                return false;
            }
            last = tag;
            at = value + length;
            seen++;
        }
        return seen >= 2 || seen == 1 && at == bytes.size();
    }
}
