package org.pixelanon.codec;

import java.util.List;

/**
 * The quantised coefficients of a sequential or progressive DCT frame (ISO 10918-1) and all that is
 * needed to write the same codestream again. Not thread-safe.
 */
public final class JpegCoefficients {

    private final List<JpegPiece> pieces;
    private final List<JpegComponent> components;
    private final JpegFrameSize size;
    private final int precision;
    private final boolean progressive;

    JpegCoefficients(
            List<JpegPiece> pieces,
            List<JpegComponent> components,
            JpegFrameSize size,
            int precision,
            boolean progressive) {
        this.pieces = pieces;
        this.components = components;
        this.size = size;
        this.precision = precision;
        this.progressive = progressive;
    }

    /**
     * Reads the coefficients of a frame.
     *
     * @param codestream the bytes of the frame; what stands before its start-of-image marker is
     *     passed over
     * @param shape what the file states; the codestream must agree
     * @return the coefficients
     * @throws CodecException if the codestream is damaged, incomplete, of another shape, or coded
     *     by another process
     */
    public static JpegCoefficients of(byte[] codestream, FrameShape shape) throws CodecException {
        return new JpegParser(codestream, shape).parse();
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

    boolean progressive() {
        return progressive;
    }
}
