package org.pixelanon.codec.jpeg2000;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;

/**
 * The main header of a JPEG 2000 codestream (ISO 15444-1 annex A), high throughput or not.
 *
 * @param rows rows of the image area
 * @param columns columns of the image area
 * @param components number of components
 * @param precision bits of a sample, the same for all components
 * @param signed whether samples are signed, the same for all components
 * @param colourTransform whether components are decorrelated (multiple component transform)
 */
record ImageSize(
        long rows,
        long columns,
        int components,
        int precision,
        boolean signed,
        boolean colourTransform) {

    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int START_OF_TILE = 0xFF90;

    /** Bytes of SIZ before those of the components. */
    private static final int SIZ_FIXED = 38;

    /** Where SIZ describes the first component, in the codestream. */
    private static final int COMPONENTS = 42;

    /**
     * The codestream without preceding boxes of a JP2 file; bytes after its end are kept.
     *
     * @throws CodecException if there is none
     */
    static byte[] bare(byte[] bytes) throws CodecException {
        int start = 0;
        while (start + 4 <= bytes.length
                && !(int16(bytes, start) == 0xFF4F && int16(bytes, start + 2) == SIZ)) {
            start++;
        }
        if (start + 4 > bytes.length) {
            throw new CodecException("JPEG 2000 frame has no codestream");
        }
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    /**
     * Reads the main header.
     *
     * @param codestream as returned by {@link #bare}
     * @throws CodecException if it is damaged, or does not describe an image with samples of one
     *     kind at every pixel
     */
    static ImageSize of(byte[] codestream) throws CodecException {
        ImageSize size = size(codestream);
        int at = 2;
        while (at + 4 <= codestream.length && int16(codestream, at) != START_OF_TILE) {
            int length = int16(codestream, at + 2);
            if (length < 2 || at + 2 + length > codestream.length) {
                break;
            }
            if (int16(codestream, at) == COD && length >= 12) {
                boolean transform = codestream[at + 8] != 0;
                return new ImageSize(
                        size.rows,
                        size.columns,
                        size.components,
                        size.precision,
                        size.signed,
                        transform);
            }
            at += 2 + length;
        }
        throw new CodecException("JPEG 2000 frame has no coding style");
    }

    private static ImageSize size(byte[] in) throws CodecException {
        int length = in.length < 6 ? 0 : int16(in, 4);
        int components = length < SIZ_FIXED + 3 || in.length < 4 + length ? 0 : int16(in, 40);
        if (components == 0 || length != SIZ_FIXED + 3 * components) {
            throw new CodecException("JPEG 2000 frame has a damaged size segment");
        }
        TileGrid.Area image = TileGrid.of(in).image();
        int depth = in[COMPONENTS] & 0xFF;
        for (int i = 0; i < components; i++) {
            int at = COMPONENTS + 3 * i;
            if ((in[at] & 0xFF) != depth) {
                throw new CodecException(
                        "JPEG 2000 components of different depths are not " + "supported");
            }
            if (in[at + 1] != 1 || in[at + 2] != 1) {
                throw new CodecException("subsampled JPEG 2000 components are not supported");
            }
        }
        int precision = (depth & 0x7F) + 1;
        return new ImageSize(
                image.bottom() - image.top(),
                image.right() - image.left(),
                components,
                precision,
                depth > 0x7F,
                false);
    }

    private static int int16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }
}
