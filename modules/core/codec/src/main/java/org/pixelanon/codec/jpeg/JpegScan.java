package org.pixelanon.codec.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;

/**
 * A scan of a DCT frame (ISO 10918-1 B.2.3).
 *
 * @param header the SOS segment with its marker
 * @param members its components with their tables
 * @param first first coefficient in zigzag order
 * @param last last coefficient in zigzag order
 * @param high point transform of the scan before, 0 if this is the first for its coefficients
 * @param low point transform
 * @param progressive false if the scan codes whole blocks
 * @param restartInterval coding units between restart markers, 0 for none
 * @param size size of the frame
 */
record JpegScan(
        byte[] header,
        List<Member> members,
        int first,
        int last,
        int high,
        int low,
        boolean progressive,
        int restartInterval,
        JpegFrameSize size) {

    /**
     * A component of a scan.
     *
     * @param component the component
     * @param dc table of its DC coefficients; null if none was defined
     * @param ac table of its AC coefficients; null if none was defined
     */
    record Member(JpegComponent component, @Nullable HuffmanTable dc, @Nullable HuffmanTable ac) {}

    /** Visits the blocks of a scan in coding order. */
    interface Visitor {

        /** A restart marker between two coding units. */
        void restart(int number) throws CodecException;

        /**
         * The next block.
         *
         * @param member which member of the scan it belongs to
         * @param offset where its coefficients lie
         */
        void block(int member, int offset) throws CodecException;
    }

    /** Returns whether the scan codes DC coefficients. */
    boolean hasDc() {
        return !progressive || first == 0;
    }

    /** Returns whether the scan codes AC coefficients. */
    boolean hasAc() {
        return !progressive || first > 0;
    }

    /** Iterates over the blocks of the scan (ISO 10918-1 A.2.2, A.2.3). */
    void walk(Visitor visitor) throws CodecException {
        boolean alone = members.size() == 1;
        JpegComponent only = members.get(0).component();
        int unitRows = alone ? only.blockRows : size.unitRows();
        int unitColumns = alone ? only.blockColumns : size.unitColumns();
        int left = restartInterval;
        int restarts = 0;
        for (int y = 0; y < unitRows; y++) {
            for (int x = 0; x < unitColumns; x++) {
                if (restartInterval > 0 && left-- == 0) {
                    visitor.restart(restarts++ & 7);
                    left = restartInterval - 1;
                }
                if (alone) {
                    visitor.block(0, only.offset(y, x));
                } else {
                    unit(visitor, y, x);
                }
            }
        }
    }

    private void unit(Visitor visitor, int y, int x) throws CodecException {
        for (int n = 0; n < members.size(); n++) {
            JpegComponent c = members.get(n).component();
            for (int v = 0; v < c.down; v++) {
                for (int h = 0; h < c.across; h++) {
                    visitor.block(n, c.offset(y * c.down + v, x * c.across + h));
                }
            }
        }
    }
}
