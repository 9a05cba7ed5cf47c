package org.pixelanon.codec.jpeg;

import org.pixelanon.codec.base.FrameShape;

/**
 * Computes native samples from the coefficients of a frame. Components that are sampled half as
 * often across, or across and down, are interpolated with the triangle filter of the Independent
 * JPEG Group's library ("fancy upsampling"); samples of others are repeated. Not thread-safe.
 */
final class JpegSamples {

    /** Samples of narrower components are repeated, since the filter needs neighbours. */
    private static final int NARROW = 2;

    private final JpegFrameSize size;
    private final JpegComponent[] components;
    private final short[][] planes;

    private JpegSamples(JpegFrameSize size, JpegComponent[] components, short[][] planes) {
        this.size = size;
        this.components = components;
        this.planes = planes;
    }

    /** Decodes a frame in place: samples overwrite its coefficients. */
    static byte[] of(JpegCoefficients frame, FrameShape shape) {
        JpegComponent[] components = frame.components().toArray(JpegComponent[]::new);
        short[][] planes = new short[components.length][];
        for (int i = 0; i < components.length; i++) {
            planes[i] = transformed(components[i], frame.precision());
        }
        return new JpegSamples(frame.size(), components, planes).interleaved(shape);
    }

    private byte[] interleaved(FrameShape shape) {
        byte[] out = new byte[shape.bytes()];
        int columns = shape.columns();
        short[][] lines = new short[components.length][];
        for (int i = 0; i < components.length; i++) {
            lines[i] = new short[2 * components[i].columns + columns];
        }
        for (int y = 0; y < shape.rows(); y++) {
            for (int i = 0; i < components.length; i++) {
                line(i, y, lines[i], columns);
            }
            int to = y * columns * components.length * shape.sampleBytes();
            if (shape.sampleBytes() > 1) {
                wide(lines, columns, shape.sampleBytes(), out, to);
            } else if (components.length == 3) {
                three(lines[0], lines[1], lines[2], columns, out, to);
            } else {
                narrow(lines, columns, out, to);
            }
        }
        return out;
    }

    /** Replaces rows of blocks by rows of samples. */
    private static short[] transformed(JpegComponent c, int precision) {
        InverseTransform transform = new InverseTransform(c.quantiser, precision);
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

    /** A row of a component at the full sampling rate. */
    private void line(int i, int y, short[] line, int columns) {
        JpegComponent c = components[i];
        short[] plane = planes[i];
        int stride = 8 * c.paddedColumns;
        boolean halfAcross = 2 * c.across == size.across() && c.columns > NARROW;
        if (c.across == size.across() && c.down == size.down()) {
            System.arraycopy(plane, y * stride, line, 0, columns);
        } else if (halfAcross && c.down == size.down()) {
            across(plane, y * stride, c.columns, line);
        } else if (halfAcross && 2 * c.down == size.down()) {
            int near = y >> 1;
            int far = Math.max(0, Math.min(c.rows - 1, near + ((y & 1) == 0 ? -1 : 1)));
            acrossAndDown(plane, near * stride, far * stride, c.columns, line);
        } else {
            int row = y * c.down / size.down() * stride;
            for (int x = 0; x < columns; x++) {
                line[x] = plane[row + x * c.across / size.across()];
            }
        }
    }

    private static void three(
            short[] first, short[] second, short[] third, int columns, byte[] out, int start) {
        for (int x = 0, to = start; x < columns; x++, to += 3) {
            out[to] = (byte) first[x];
            out[to + 1] = (byte) second[x];
            out[to + 2] = (byte) third[x];
        }
    }

    private static void narrow(short[][] lines, int columns, byte[] out, int start) {
        if (lines.length == 1) {
            short[] line = lines[0];
            for (int x = 0; x < columns; x++) {
                out[start + x] = (byte) line[x];
            }
            return;
        }
        for (int i = 0; i < lines.length; i++) {
            for (int x = 0, to = start + i; x < columns; x++, to += lines.length) {
                out[to] = (byte) lines[i][x];
            }
        }
    }

    private static void wide(short[][] lines, int columns, int bytes, byte[] out, int start) {
        int step = bytes * lines.length;
        for (int i = 0; i < lines.length; i++) {
            short[] line = lines[i];
            for (int x = 0, to = start + i * bytes; x < columns; x++, to += step) {
                out[to] = (byte) line[x];
                out[to + 1] = (byte) (line[x] >> 8);
            }
        }
    }

    /** Three quarters of the nearer sample and a quarter of the farther one. */
    private static void across(short[] in, int at, int columns, short[] out) {
        int before = in[at];
        int here = before;
        for (int x = 0; x < columns; x++) {
            int next = x + 1 < columns ? in[at + x + 1] : here;
            out[2 * x] = (short) (3 * here + before + 1 >> 2);
            out[2 * x + 1] = (short) (3 * here + next + 2 >> 2);
            before = here;
            here = next;
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
