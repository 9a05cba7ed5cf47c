package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import java.util.List;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.model.PixelRectangle;

/**
 * How the coefficients of a redacted DCT frame differ from those of its original. A block counts as
 * touched if it contains any pixel of a rectangle; a rectangle at the right or lower edge extends
 * beyond the edge.
 *
 * @param sameFrame true if only coefficients differ: each byte of the redacted codestream follows
 *     from the segments of the original, apart from thumbnails, and from those coefficients. If
 *     false, the other figures may be missing.
 * @param blocksOutside number of blocks not touched
 * @param changedOutside number of coefficients that differ in them
 * @param blocksInside number of touched blocks
 * @param notFlat how many of them have an AC coefficient or differ from the first of their
 *     component
 * @param values for each component, the sample value of the touched blocks
 * @param nexts for each component, the next higher sample value that the quantiser allows; the same
 *     value if it is the highest
 */
public record JpegComparison(
        boolean sameFrame,
        long blocksOutside,
        long changedOutside,
        long blocksInside,
        long notFlat,
        List<Integer> values,
        List<Integer> nexts) {

    /**
     * Compares two frames.
     *
     * @param original the original codestream
     * @param redacted the redacted codestream
     * @param shape what the file states
     * @param rectangles in pixels of the frame
     * @return the differences
     * @throws CodecException if one of the codestreams cannot be decoded
     */
    public static JpegComparison of(
            byte[] original, byte[] redacted, FrameShape shape, List<PixelRectangle> rectangles)
            throws CodecException {
        JpegCoefficients before = JpegParser.read(original, shape);
        JpegCoefficients after = JpegParser.read(redacted, shape);
        if (!before.isLike(after)) {
            return new JpegComparison(false, 0, 0, 0, 0, List.of(), List.of());
        }
        Count count = new Count(before.size(), rectangles);
        int components = before.components().size();
        Integer[] values = new Integer[components];
        Integer[] nexts = new Integer[components];
        for (int i = 0; i < components; i++) {
            JpegComponent b = after.components().get(i);
            int dc = count.component(before.components().get(i), b);
            InverseTransform flat = new InverseTransform(b.quantiser, after.precision());
            values[i] = flat.flat(dc);
            nexts[i] = flat.flat(dc + 1);
        }
        return new JpegComparison(
                isNothingElse(redacted, before, after),
                count.blocksOutside,
                count.changedOutside,
                count.blocksInside,
                count.notFlat,
                List.of(values),
                List.of(nexts));
    }

    /**
     * Whether a codestream equals the original with other coefficients: no byte of it may carry
     * anything else.
     */
    private static boolean isNothingElse(
            byte[] redacted, JpegCoefficients before, JpegCoefficients after)
            throws CodecException {
        for (int i = 0; i < before.components().size(); i++) {
            short[] from = after.components().get(i).coefficients;
            System.arraycopy(from, 0, before.components().get(i).coefficients, 0, from.length);
        }
        return !JpegThumbnails.isIn(redacted)
                && Arrays.equals(
                        redacted, JpegWriter.write(JpegThumbnails.removed(before.pieces())));
    }

    /** Iterates over the blocks. */
    private static final class Count {
        private final JpegFrameSize size;
        private final List<PixelRectangle> rectangles;
        private long blocksOutside;
        private long changedOutside;
        private long blocksInside;
        private long notFlat;

        Count(JpegFrameSize size, List<PixelRectangle> rectangles) {
            this.size = size;
            this.rectangles =
                    rectangles.stream()
                            .flatMap(r -> r.clip(size.columns(), size.rows()).stream())
                            .toList();
        }

        /** Returns the DC coefficient of the first touched block. */
        int component(JpegComponent before, JpegComponent after) {
            int dc = 0;
            boolean first = true;
            for (int y = 0; y < after.codedRows(); y++) {
                for (int x = 0; x < after.codedColumns(); x++) {
                    int at = after.offset(y, x);
                    if (!isTouched(after, x, y)) {
                        outside(before.coefficients, after.coefficients, at);
                        continue;
                    }
                    blocksInside++;
                    dc = first ? after.coefficients[at] : dc;
                    first = false;
                    boolean flat = after.coefficients[at] == dc;
                    for (int k = 1; k < 64; k++) {
                        flat &= after.coefficients[at + k] == 0;
                    }
                    notFlat += flat ? 0 : 1;
                }
            }
            return dc;
        }

        private void outside(short[] a, short[] b, int at) {
            blocksOutside++;
            if (!Arrays.equals(a, at, at + 64, b, at, at + 64)) {
                for (int k = at; k < at + 64; k++) {
                    changedOutside += a[k] == b[k] ? 0 : 1;
                }
            }
        }

        /**
         * Whether the area of a block, in pixels times the sampling factors, intersects a
         * rectangle.
         */
        private boolean isTouched(JpegComponent c, int x, int y) {
            int width = 8 * size.across();
            int height = 8 * size.down();
            for (PixelRectangle r : rectangles) {
                boolean beyondRight = r.right() >= size.columns();
                boolean beyondBottom = r.bottom() >= size.rows();
                boolean columns =
                        r.x() * c.across < (x + 1) * width
                                && (beyondRight || r.right() * c.across > x * width);
                boolean rows =
                        r.y() * c.down < (y + 1) * height
                                && (beyondBottom || r.bottom() * c.down > y * height);
                if (columns && rows) {
                    return true;
                }
            }
            return false;
        }
    }
}
