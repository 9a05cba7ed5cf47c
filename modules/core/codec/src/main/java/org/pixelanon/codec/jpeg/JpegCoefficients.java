package org.pixelanon.codec.jpeg;

import java.util.List;

/**
 * The quantised coefficients of a sequential or progressive DCT frame (ISO 10918-1) and everything
 * needed to write the same codestream again. Not thread-safe.
 */
public final class JpegCoefficients {

    private final List<JpegPiece> pieces;
    private final List<JpegComponent> components;
    private final JpegFrameSize size;
    private final int precision;

    JpegCoefficients(
            List<JpegPiece> pieces,
            List<JpegComponent> components,
            JpegFrameSize size,
            int precision) {
        this.pieces = pieces;
        this.components = components;
        this.size = size;
        this.precision = precision;
    }

    /** Returns whether another frame has components with the same numbers of blocks. */
    boolean isLike(JpegCoefficients other) {
        boolean like = components.size() == other.components.size();
        for (int i = 0; like && i < components.size(); i++) {
            JpegComponent a = components.get(i);
            JpegComponent b = other.components.get(i);
            like =
                    a.paddedColumns == b.paddedColumns
                            && a.paddedRows == b.paddedRows
                            && a.across == b.across
                            && a.down == b.down;
        }
        return like && size.equals(other.size);
    }

    List<JpegPiece> pieces() {
        return pieces;
    }

    List<JpegComponent> components() {
        return components;
    }

    JpegFrameSize size() {
        return size;
    }

    int precision() {
        return precision;
    }
}
