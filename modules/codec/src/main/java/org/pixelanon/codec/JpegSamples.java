package org.pixelanon.codec;

/**
 * From the coefficients of a frame to native samples. Components that are sampled half as often
 * across, or across and down, are interpolated with the triangle filter of the Independent JPEG
 * Group's library ("fancy upsampling"); any other are repeated. Not thread-safe.
 */
final class JpegSamples {

    /** Narrower components are repeated, since the filter needs neighbours. */
    private static final int NARROW = 2;

    private final JpegFrameSize size;
    private final JpegComponent[] components;
    private final short[][] planes;

    private JpegSamples(JpegFrameSize size, JpegComponent[] components, short[][] planes) {
        this.size = size;
        this.components = components;
        this.planes = planes;
    }

    /** Decodes a frame; its coefficients are gone then, since samples take their place. */
    static byte[] of(JpegCoefficients frame, FrameShape shape) {
        JpegComponent[] components = frame.components().toArray(JpegComponent[]::new);
        short[][] planes = new short[components.length][];
        for (int i = 0; i < components.length; i++) {
            planes[i] = transformed(components[i], frame.precision());
        }
        JpegSamples samples = new JpegSamples(frame.size(), components, planes);
        byte[] out = new byte[shape.bytes()];
        short[] line = new short[2 * (frame.size().columns() + 16)];
        for (int i = 0; i < components.length; i++) {
            for (int y = 0; y < shape.rows(); y++) {
                samples.component(i, y, line, shape, out);
            }
        }
        return out;
    }

    /** Puts rows of samples where rows of blocks were. */
    private static short[] transformed(JpegComponent c, int precision) {
        JpegInverseTransform transform = new JpegInverseTransform(c.quantiser, precision);
        int stride = 8 * c.paddedColumns;
        short[] rows = new short[8 * stride];
        short[] plane = c.coefficients;
        for (int at = 0; at < plane.length; at += rows.length) {
            for (int x = 0; x < c.blockColumns; x++) {
                transform.block(plane, at + 64 * x, rows, 8 * x, stride);
            }
            System.arraycopy(rows, 0, plane, at, rows.length);
        }
        return plane;
    }

    private void component(int i, int y, short[] line, FrameShape shape, byte[] out) {
        JpegComponent c = components[i];
        short[] plane = planes[i];
        int stride = 8 * c.paddedColumns;
        int bytes = shape.sampleBytes();
        int step = bytes * components.length;
        int to = y * shape.columns() * step + i * bytes;
        boolean halfAcross = 2 * c.across == size.across() && c.columns > NARROW;
        if (c.across == size.across() && c.down == size.down()) {
            put(plane, y * stride, shape.columns(), bytes, out, to, step);
            return;
        }
        if (halfAcross && c.down == size.down()) {
            across(plane, y * stride, c.columns, line);
        } else if (halfAcross && 2 * c.down == size.down()) {
            int near = y >> 1;
            int far = Math.max(0, Math.min(c.rows - 1, near + ((y & 1) == 0 ? -1 : 1)));
            acrossAndDown(plane, near * stride, far * stride, c.columns, line);
        } else {
            int row = y * c.down / size.down() * stride;
            for (int x = 0; x < shape.columns(); x++) {
                line[x] = plane[row + x * c.across / size.across()];
            }
        }
        put(line, 0, shape.columns(), bytes, out, to, step);
    }

    private static void put(
            short[] from, int at, int count, int bytes, byte[] out, int start, int step) {
        int to = start;
        if (bytes == 1) {
            for (int x = 0; x < count; x++, to += step) {
                out[to] = (byte) from[at + x];
            }
            return;
        }
        for (int x = 0; x < count; x++, to += step) {
            out[to] = (byte) from[at + x];
            out[to + 1] = (byte) (from[at + x] >> 8);
        }
    }

    /** Three quarters of the nearer sample and a quarter of the farther one. */
    private static void across(short[] in, int at, int columns, short[] out) {
        int last = columns - 1;
        for (int x = 0; x < columns; x++) {
            int three = 3 * in[at + x];
            out[2 * x] = (short) (three + in[at + Math.max(0, x - 1)] + 1 >> 2);
            out[2 * x + 1] = (short) (three + in[at + Math.min(last, x + 1)] + 2 >> 2);
        }
    }

    private static void acrossAndDown(short[] in, int near, int far, int columns, short[] out) {
        int before = 3 * in[near] + in[far];
        int here = before;
        for (int x = 0; x < columns; x++) {
            int next = x + 1 < columns ? 3 * in[near + x + 1] + in[far + x + 1] : here;
            out[2 * x] = (short) (3 * here + before + 8 >> 4);
            out[2 * x + 1] = (short) (3 * here + next + 7 >> 4);
            before = here;
            here = next;
        }
    }
}
