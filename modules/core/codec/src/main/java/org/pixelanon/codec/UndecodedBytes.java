package org.pixelanon.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.MarkerPositions;

/**
 * Bytes of a frame outside the decoded codestream: before it, between its parts, and after it. They
 * are never displayed.
 *
 * @param from first byte
 * @param to byte after the last
 */
public record UndecodedBytes(int from, int to) {

    private static final int SOC_SIZ = 0xFF4FFF51;
    private static final int COM = 0xFF64;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;
    private static final int RLE_HEADER = 64;

    /**
     * The number of bytes.
     *
     * @return 1 or more
     */
    public int length() {
        return to - from;
    }

    private static List<UndecodedBytes> around(byte[] in, int start, int end) {
        List<UndecodedBytes> out = new ArrayList<>();
        add(out, 0, Math.min(start, in.length));
        add(out, Math.min(end, in.length), in.length);
        return out;
    }

    private static void add(List<UndecodedBytes> out, int from, int to) {
        if (from < to) {
            out.add(new UndecodedBytes(from, to));
        }
    }

    /**
     * The bytes around a JPEG or JPEG-LS codestream, which extends from its start-of-image to its
     * end-of-image marker.
     *
     * @param in the bytes of a frame
     * @return the spans in order; there is none after a codestream without an end
     */
    public static List<UndecodedBytes> aroundJpeg(byte[] in) {
        MarkerPositions markers = MarkerPositions.of(in);
        return around(in, markers.start(), markers.end());
    }

    /**
     * The bytes around a JPEG 2000 codestream, including the boxes of a JP2 file.
     *
     * @param in the bytes of a frame
     * @return the spans in order
     */
    public static List<UndecodedBytes> aroundJpeg2000(byte[] in) {
        int start = 0;
        while (start + 4 <= in.length && int32(in, start) != SOC_SIZ) {
            start++;
        }
        int at = start + 2;
        while (at + 4 <= in.length && int16(in, at) != SOT && int16(in, at) != EOC) {
            at += 2 + Math.max(2, int16(in, at + 2));
        }
        // a tile-part states its length; within one, no two bytes form an end-of-codestream marker
        while (at + 12 <= in.length && int16(in, at) == SOT) {
            long part = int32(in, at + 6) & 0xFFFFFFFFL;
            long next = at + part;
            boolean right =
                    part >= 14
                            && next + 2 <= in.length
                            && (int16(in, (int) next) == SOT || int16(in, (int) next) == EOC);
            at = right ? (int) next : endOfPart(in, at + 12);
        }
        return around(in, start, at + 2);
    }

    /**
     * The comments in the main header of a codestream of JPEG 2000.
     *
     * @param in the bytes of a frame
     * @return their contents, in order
     */
    public static List<UndecodedBytes> commentsOfJpeg2000(byte[] in) {
        List<UndecodedBytes> out = new ArrayList<>();
        int at = 0;
        while (at + 4 <= in.length && int32(in, at) != SOC_SIZ) {
            at++;
        }
        at += 2;
        while (at + 4 <= in.length && int16(in, at) != SOT && int16(in, at) != EOC) {
            int end = at + 2 + Math.max(2, int16(in, at + 2));
            if (int16(in, at) == COM) {
                add(out, at + 6, Math.min(end, in.length));
            }
            at = end;
        }
        return out;
    }

    /** The end of a tile-part of unknown length. */
    private static int endOfPart(byte[] in, int from) {
        int at = from;
        while (at + 4 <= in.length && int16(in, at) != SOD) {
            at += 2 + Math.max(2, int16(in, at + 2));
        }
        while (at + 2 <= in.length && int16(in, at) != SOT && int16(in, at) != EOC) {
            at++;
        }
        return at;
    }

    /**
     * The bytes between and after the segments of RLE Lossless (DICOM PS3.5 annex G).
     *
     * @param in the bytes of a frame
     * @param shape its rows and columns determine when a segment is complete
     * @return the spans in order; none if this is not an RLE frame
     */
    public static List<UndecodedBytes> aroundRle(byte[] in, FrameShape shape) {
        int segments = shape.samplesPerPixel() * shape.sampleBytes();
        List<UndecodedBytes> out = new ArrayList<>();
        if (in.length < RLE_HEADER || little32(in, 0) != segments || segments > 15) {
            return out;
        }
        int at = RLE_HEADER;
        for (int i = 0; i < segments; i++) {
            int start = little32(in, 4 + 4 * i);
            add(out, at, Math.min(start, in.length));
            at = Math.max(at, endOfRuns(in, start, shape.pixels()));
        }
        add(out, Math.min(at, in.length), in.length);
        return out;
    }

    /**
     * Returns whether bytes begin like a frame of RLE Lossless.
     *
     * @param in at least its first 64 bytes
     * @param segments how many segments its pixels need
     * @return true if the header says so and its offsets ascend
     */
    public static boolean beginsRle(byte[] in, int segments) {
        if (in.length < RLE_HEADER || little32(in, 0) != segments || segments > 15) {
            return false;
        }
        int last = 0;
        for (int i = 0; i < 15; i++) {
            int offset = little32(in, 4 + 4 * i);
            boolean right = i < segments ? offset >= RLE_HEADER && offset > last : offset == 0;
            if (!right) {
                return false;
            }
            last = offset;
        }
        return true;
    }

    private static int endOfRuns(byte[] in, int start, long pixels) {
        int at = start;
        long done = 0;
        while (done < pixels && at >= 0 && at < in.length) {
            int control = in[at++];
            if (control >= 0) {
                done += control + 1;
                at += control + 1;
            } else if (control != -128) {
                done += 1 - control;
                at++;
            }
        }
        return at;
    }

    /**
     * Looks for a frame of RLE Lossless.
     *
     * @param in the bytes of a frame
     * @param span where to look
     * @param segments how many segments its pixels need
     * @return where one begins, or -1
     */
    public static int findRle(byte[] in, UndecodedBytes span, int segments) {
        for (int at = span.from(); at + RLE_HEADER <= span.to(); at++) {
            // most positions fail at the first byte
            if (in[at] == segments
                    && beginsRle(Arrays.copyOfRange(in, at, at + RLE_HEADER), segments)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The bytes after a deflated frame (DICOM PS3.5 A.4.12).
     *
     * @param in the bytes of a frame
     * @return the span; none if the deflated data has no end, or is not deflated
     */
    public static List<UndecodedBytes> behindDeflated(byte[] in) {
        List<UndecodedBytes> out = new ArrayList<>();
        Inflated inflated = Inflated.of(in, 0);
        if (inflated.ended()) {
            add(out, in.length - inflated.remaining(), in.length);
        }
        return out;
    }

    /**
     * The inflated size of deflated data at a position.
     *
     * @param in bytes
     * @param from the place
     * @return the number of inflated bytes; 0 if there is no complete deflated data
     */
    public static long inflatedFrom(byte[] in, int from) {
        Inflated inflated = Inflated.of(in, from);
        return inflated.ended() ? inflated.bytes() : 0;
    }

    /** How inflating ended. Only the end position matters, not the inflated data. */
    private record Inflated(boolean ended, long bytes, int remaining) {

        static Inflated of(byte[] in, int from) {
            Inflater inflater = new Inflater(true);
            try {
                inflater.setInput(in, from, in.length - from);
                byte[] scratch = new byte[1 << 14];
                while (!inflater.finished() && inflater.inflate(scratch) > 0) {
                    // until there is no more output
                }
                return new Inflated(
                        inflater.finished(), inflater.getBytesWritten(), inflater.getRemaining());
            } catch (DataFormatException e) {
                return new Inflated(false, 0, 0);
            } finally {
                inflater.end();
            }
        }
    }

    private static int int16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }

    private static int int32(byte[] in, int at) {
        return int16(in, at) << 16 | int16(in, at + 2);
    }

    private static int little32(byte[] in, int at) {
        return Integer.reverseBytes(int32(in, at));
    }
}
