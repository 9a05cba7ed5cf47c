package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import java.util.List;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.model.PixelRectangle;

/**
 * Blanks rectangles of a DCT frame without decoding it: in each component, each block that a
 * rectangle touches loses its AC coefficients, and its DC coefficient becomes that of the fill. All
 * other coefficients are kept; all segments except DHT and thumbnails are kept byte for byte, and
 * so are restart intervals and the sequence of scans. Bytes before the start or after the end of
 * the image are omitted. A rectangle that reaches the right or lower edge extends into the blocks
 * beyond, which may repeat pixels at the edge.
 *
 * <p>Decoders interpolate a component that is sampled at a lower rate, so that its samples just
 * inside the edge of a rectangle may depend slightly on the block outside, which is not blanked.
 * Luminance, which carries text, is never sampled at a lower rate.
 */
public final class JpegEditor {

    private JpegEditor() {}

    /**
     * Blanks rectangles.
     *
     * @param codestream the bytes of the frame
     * @param shape what the file states; the codestream must agree
     * @param rectangles in pixels of the frame
     * @param fill the sample value of each component; if quantisation does not allow it, the
     *     nearest lower value is used
     * @return the codestream, of even length
     * @throws CodecException if the codestream cannot be decoded, allows no value at or below the
     *     fill, or cannot be written again with the same scans
     */
    public static byte[] blank(
            byte[] codestream, FrameShape shape, List<PixelRectangle> rectangles, long[] fill)
            throws CodecException {
        JpegCoefficients frame = JpegParser.read(codestream, shape);
        if (fill.length != frame.components().size()) {
            throw new CodecException(
                    "JPEG frame of "
                            + frame.components().size()
                            + " components is to be filled with "
                            + fill.length
                            + " values");
        }
        for (int i = 0; i < fill.length; i++) {
            JpegComponent component = frame.components().get(i);
            short dc = (short) flat(component, frame.precision(), fill[i]);
            for (PixelRectangle r : rectangles) {
                r.clip(shape.columns(), shape.rows())
                        .ifPresent(inside -> blank(component, frame.size(), inside, dc));
            }
        }
        return JpegWriter.write(JpegThumbnails.removed(frame.pieces()));
    }

    private static void blank(JpegComponent c, JpegFrameSize size, PixelRectangle r, short dc) {
        int left = r.x() * c.across / (8 * size.across());
        int top = r.y() * c.down / (8 * size.down());
        int right =
                r.right() >= size.columns()
                        ? c.codedColumns()
                        : (r.right() * c.across - 1) / (8 * size.across()) + 1;
        int bottom =
                r.bottom() >= size.rows()
                        ? c.codedRows()
                        : (r.bottom() * c.down - 1) / (8 * size.down()) + 1;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = c.offset(y, x);
                Arrays.fill(c.coefficients, at, at + 64, (short) 0);
                c.coefficients[at] = dc;
            }
        }
    }

    /** The DC coefficient of a flat block. */
    private static int flat(JpegComponent c, int precision, long fill) throws CodecException {
        InverseTransform transform = new InverseTransform(c.quantiser, precision);
        long exact = (fill - (1L << precision - 1)) * 8;
        int near = (int) Math.floorDiv(exact, c.quantiser[0]);
        int best = 0;
        long bestValue = -1;
        for (int dc = near - 1; dc <= near + 2; dc++) {
            long value = dc == (short) dc ? transform.flat(dc) : -1;
            boolean nearer = value == bestValue && Math.abs(dc) < Math.abs(best);
            if (value <= fill && (value > bestValue || nearer)) {
                best = dc;
                bestValue = value;
            }
        }
        if (bestValue < 0 || fill >= 1L << precision) {
            throw new CodecException("JPEG frame cannot hold the value " + fill);
        }
        return best;
    }
}
