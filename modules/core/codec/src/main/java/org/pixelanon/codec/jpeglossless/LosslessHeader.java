package org.pixelanon.codec.jpeglossless;

import java.util.HashSet;
import java.util.Set;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * The start of frame of JPEG lossless.
 *
 * @param precision bits of a sample, 2 to 16
 * @param rows number of rows, 0 if stated after the first scan
 * @param columns number of columns
 * @param ids the name of each component
 */
record LosslessHeader(int precision, int rows, int columns, int[] ids) {

    static final String CODEC = "JPEG lossless";
    static final int START_OF_FRAME = 0xC3;

    /** Reads the segment; fails unless it is sequential lossless with Huffman codes. */
    static LosslessHeader of(MarkerSegments segment, int marker) throws CodecException {
        if (marker != START_OF_FRAME) {
            throw new CodecException(
                    CODEC + ": JPEG process " + Integer.toHexString(marker) + " is not supported");
        }
        int count = segment.int8(5);
        int[] ids = new int[count];
        Set<Integer> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            ids[i] = segment.int8(6 + 3 * i);
            names.add(ids[i]);
            if (count > 1 && segment.int8(7 + 3 * i) != 0x11) {
                throw new CodecException(CODEC + " with subsampled components is not supported");
            }
        }
        int precision = segment.int8(0);
        if (count == 0 || names.size() < count || precision < 2 || precision > 16) {
            throw new CodecException(CODEC + " start of frame is damaged");
        }
        return new LosslessHeader(precision, segment.int16(1), segment.int16(3), ids);
    }

    /** The components that a scan names, 0-based. */
    int[] scanned(MarkerSegments scan) throws CodecException {
        int count = scan.int8(0);
        if (count < 1 || count > 4 || count > ids.length) {
            throw new CodecException(CODEC + " scan of " + count + " components");
        }
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = indexOf(scan.int8(1 + 2 * i));
            if (i > 0 && out[i] <= out[i - 1]) {
                throw new CodecException(CODEC + " scan names components out of order");
            }
        }
        return out;
    }

    private int indexOf(int id) throws CodecException {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        throw new CodecException(CODEC + " scan names a missing component");
    }
}
