package org.pixelanon.dicom.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one element lies in its data set; holds no value. Positions are bytes from the start of the
 * {@link ByteSource}.
 *
 * @param tag group and element
 * @param vr the value representation stated, or that of the dictionary where none is stated
 * @param explicit true if the header states the value representation
 * @param bigEndian byte order of header and value
 * @param header position of the tag
 * @param value position of the first byte of the value
 * @param length the length stated, {@link #UNDEFINED} for an undefined one
 * @param available bytes of the value that are there; less than length if the file is truncated;
 *     for an undefined length all bytes up to the delimiter
 * @param end position of the first byte behind the element and its delimiter
 * @param items the items of a sequence, in order; null if it is none
 * @param fragments the fragments of an encapsulated value; null if it is none
 */
public record Element(
        int tag,
        VR vr,
        boolean explicit,
        boolean bigEndian,
        long header,
        long value,
        long length,
        long available,
        long end,
        @Nullable List<Attributes> items,
        @Nullable Fragments fragments) {

    /** The length of values that end with a delimiter. */
    public static final long UNDEFINED = -1;

    /** Returns whether bytes of the value are missing. */
    boolean isTruncated() {
        return length != UNDEFINED && available < length;
    }

    /** The value representation by which to read the value: an unknown one by the dictionary. */
    public VR effectiveVr() {
        return vr == VR.UN ? Dictionary.vr(tag) : vr;
    }
}
