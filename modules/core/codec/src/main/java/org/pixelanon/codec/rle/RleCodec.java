package org.pixelanon.codec.rle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameEncoder;
import org.pixelanon.codec.base.FrameShape;

/**
 * RLE Lossless (DICOM PS3.5 annex G): a header of 16 little-endian numbers, then one PackBits
 * segment per byte plane, sample by sample, most significant byte first.
 */
public final class RleCodec implements FrameEncoder {

    /** A run of 128 equal bytes takes two (DICOM PS3.5 G.3.1). */
    private static final int MOST_FOR_A_BYTE = 64;

    private static final int HEADER = 64;
    private static final int MAX_SEGMENTS = 15;
    private static final int MAX_RUN = 128;

    @Override
    public String name() {
        return "RLE Lossless";
    }

    @Override
    public byte[] decode(byte[] codestream, FrameShape shape) throws CodecException {
        int segments = segments(shape);
        if (codestream.length < HEADER) {
            throw new CodecException("RLE frame of " + codestream.length + " bytes has no header");
        }
        int stated = int32(codestream, 0);
        if (stated != segments) {
            throw new CodecException("RLE frame has " + stated + " segments, not " + segments);
        }
        if (shape.bytes() > (long) codestream.length * MOST_FOR_A_BYTE) {
            // checked before memory is allocated for the stated rows and columns
            throw new CodecException(
                    "RLE frame of "
                            + codestream.length
                            + " bytes is incomplete: "
                            + shape.bytes()
                            + " are needed");
        }
        byte[] out = new byte[shape.bytes()];
        int stride = shape.samplesPerPixel() * shape.sampleBytes();
        byte[] plane = new byte[shape.pixels()];
        for (int segment = 0; segment < segments; segment++) {
            int start = int32(codestream, 4 + 4 * segment);
            int end =
                    segment + 1 < segments ? int32(codestream, 8 + 4 * segment) : codestream.length;
            if (start < HEADER || end < start || end > codestream.length) {
                throw new CodecException(
                        "RLE segment " + (segment + 1) + " lies outside its frame");
            }
            boolean direct = stride == 1;
            unpack(codestream, start, end, direct ? out : plane, segment);
            if (!direct) {
                scatter(plane, out, offset(segment, shape), stride);
            }
        }
        return out;
    }

    @Override
    public byte[] encode(byte[] samples, FrameShape shape, byte @Nullable [] like)
            throws CodecException {
        if (samples.length != shape.bytes()) {
            throw new CodecException(
                    "RLE: " + samples.length + " bytes for a frame of " + shape.bytes());
        }
        int segments = segments(shape);
        int stride = shape.samplesPerPixel() * shape.sampleBytes();
        int worstRow = shape.columns() + (shape.columns() + MAX_RUN - 1) / MAX_RUN;
        long worst = HEADER + (long) segments * ((long) worstRow * shape.rows() + 1);
        if (worst > Integer.MAX_VALUE - 64) {
            throw new CodecException("RLE: a frame of " + shape.bytes() + " bytes is too large");
        }
        byte[] out = new byte[(int) worst + 1];
        putInt32(out, 0, segments);
        int at = HEADER;
        byte[] row = new byte[shape.columns()];
        for (int segment = 0; segment < segments; segment++) {
            putInt32(out, 4 + 4 * segment, at);
            int from = offset(segment, shape);
            for (int y = 0; y < shape.rows(); y++) {
                // rows are packed one by one: PS3.5 G.3.1 forbids runs across rows
                for (int x = 0; x < row.length; x++, from += stride) {
                    row[x] = samples[from];
                }
                at = pack(row, out, at);
            }
            at += at & 1;
        }
        return Arrays.copyOf(out, at);
    }

    private static int segments(FrameShape shape) throws CodecException {
        int segments = shape.samplesPerPixel() * shape.sampleBytes();
        if (segments > MAX_SEGMENTS) {
            throw new CodecException("RLE holds at most 15 segments, not " + segments);
        }
        return segments;
    }

    /** Position in a pixel of the byte that a segment holds: most significant bytes come first. */
    private static int offset(int segment, FrameShape shape) {
        int bytes = shape.sampleBytes();
        int sample = segment / bytes;
        return sample * bytes + bytes - 1 - segment % bytes;
    }

    private static void unpack(byte[] in, int start, int end, byte[] out, int segment)
            throws CodecException {
        int from = start;
        int to = 0;
        while (to < out.length) {
            if (from >= end) {
                throw new CodecException("RLE segment " + (segment + 1) + " ends early");
            }
            int control = in[from++];
            if (control == -128) {
                continue;
            }
            int count = control >= 0 ? control + 1 : 1 - control;
            int take =
                    Math.min(
                            count,
                            out.length
                                    - to); // some encoders let the last run go on after the plane
            int needed = control >= 0 ? take : 1;
            if (from + needed > end) {
                throw new CodecException("RLE segment " + (segment + 1) + " ends early");
            }
            if (control >= 0) {
                System.arraycopy(in, from, out, to, take);
                from += count;
            } else {
                Arrays.fill(out, to, to + take, in[from]);
                from++;
            }
            to += take;
        }
    }

    private static void scatter(byte[] plane, byte[] out, int offset, int stride) {
        for (int i = 0, to = offset; i < plane.length; i++, to += stride) {
            out[to] = plane[i];
        }
    }

    private static int pack(byte[] row, byte[] out, int start) {
        int at = start;
        int x = 0;
        while (x < row.length) {
            int run = run(row, x);
            if (run > 1) {
                out[at++] = (byte) (1 - run);
                out[at++] = row[x];
                x += run;
                continue;
            }
            int end = x + 1;
            while (end < row.length && end - x < MAX_RUN && !runOfThree(row, end)) {
                end++;
            }
            out[at++] = (byte) (end - x - 1);
            System.arraycopy(row, x, out, at, end - x);
            at += end - x;
            x = end;
        }
        return at;
    }

    private static int run(byte[] row, int x) {
        byte value = row[x];
        int end = Math.min(row.length, x + MAX_RUN);
        int i = x + 1;
        while (i < end && row[i] == value) {
            i++;
        }
        return i - x;
    }

    private static boolean runOfThree(byte[] row, int x) {
        return x + 2 < row.length && row[x] == row[x + 1] && row[x] == row[x + 2];
    }

    private static int int32(byte[] in, int at) {
        return in[at] & 0xFF
                | (in[at + 1] & 0xFF) << 8
                | (in[at + 2] & 0xFF) << 16
                | in[at + 3] << 24;
    }

    private static void putInt32(byte[] out, int at, int value) {
        out[at] = (byte) value;
        out[at + 1] = (byte) (value >> 8);
        out[at + 2] = (byte) (value >> 16);
        out[at + 3] = (byte) (value >> 24);
    }
}
