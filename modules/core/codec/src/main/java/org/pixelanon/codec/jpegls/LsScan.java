package org.pixelanon.codec.jpegls;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.MarkerSegments;

/**
 * The start of a scan of JPEG-LS (ISO 14495-1 C.2.3).
 *
 * @param components the components in it, 0-based
 * @param near by how much a decoded sample may differ
 * @param interleave 0 for one component, 1 line by line, 2 sample by sample
 */
record LsScan(int[] components, int near, int interleave) {

    static final int BY_COMPONENT = 0;
    static final int BY_LINE = 1;
    static final int BY_SAMPLE = 2;
    private static final int MOST = 4;

    /** Reads the segment. */
    static LsScan of(MarkerSegments segment, LsHeader header) throws CodecException {
        int count = segment.int8(0);
        int near = segment.int8(1 + 2 * count);
        int interleave = segment.int8(2 + 2 * count);
        int[] components = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = indexOf(segment.int8(1 + 2 * i), header.ids());
            if (segment.int8(2 + 2 * i) != 0) {
                throw new CodecException(LsHeader.CODEC + " with a mapping table is not supported");
            }
            if (i > 0 && components[i] <= components[i - 1]) {
                throw new CodecException(LsHeader.CODEC + " scan names components out of order");
            }
        }
        boolean fits = interleave == BY_COMPONENT ? count == 1 : interleave <= BY_SAMPLE;
        if (!fits || count < 1 || count > MOST || (segment.int8(3 + 2 * count) & 15) != 0) {
            throw new CodecException(
                    LsHeader.CODEC
                            + " scan of "
                            + count
                            + " components with interleave mode "
                            + interleave
                            + " or a point transform is not supported");
        }
        return new LsScan(components, near, count == 1 ? BY_COMPONENT : interleave);
    }

    private static int indexOf(int id, int[] ids) throws CodecException {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        throw new CodecException(LsHeader.CODEC + " scan names a missing component");
    }
}
