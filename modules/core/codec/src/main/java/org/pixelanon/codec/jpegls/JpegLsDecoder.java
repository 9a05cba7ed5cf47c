package org.pixelanon.codec.jpegls;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.MarkerSegments;
import org.pixelanon.codec.base.SampleRows;

/** Decodes one frame of JPEG-LS (ISO 14495-1). For one use. */
final class JpegLsDecoder {

    private static final String CODEC = LsHeader.CODEC;

    private final byte[] in;
    private final FrameShape shape;
    private final MarkerSegments segments;
    private LsPreset preset = LsPreset.NONE;
    private long restartInterval;
    private @Nullable LsHeader header;
    private byte[] out = new byte[0];
    private boolean[] done = new boolean[0];

    JpegLsDecoder(byte[] in, FrameShape shape) throws CodecException {
        this.in = in;
        this.shape = shape;
        this.segments = new MarkerSegments(in, CODEC);
    }

    byte[] decode() throws CodecException {
        int left = shape.samplesPerPixel();
        while (left > 0) {
            int marker = segments.next();
            if (marker == MarkerSegments.START_OF_SCAN) {
                left -= scan();
            } else if (marker == LsPreset.MARKER) {
                preset = LsPreset.of(segments);
            } else if (marker == MarkerSegments.RESTART_INTERVAL) {
                restartInterval = restartInterval();
            } else if (segments.isStartOfFrame()) {
                start(marker);
            } else if (marker == MarkerSegments.END_OF_IMAGE) {
                throw new CodecException(CODEC + " frame lacks " + left + " components");
            } else {
                LsHeader.requireNoTransform(segments, marker);
            }
        }
        return out;
    }

    /** Rows between restarts, in two to four bytes (C.2.5). */
    private long restartInterval() throws CodecException {
        long rows = 0;
        for (int i = 0; i < segments.length(); i++) {
            rows = rows << 8 | segments.int8(i);
        }
        if (segments.length() < 2 || segments.length() > 4) {
            throw new CodecException(CODEC + " restart interval is damaged");
        }
        return rows;
    }

    private void start(int marker) throws CodecException {
        if (header != null) {
            throw new CodecException(CODEC + " frame has two starts");
        }
        LsHeader found = LsHeader.of(segments, marker);
        if (found.rows() != shape.rows()
                || found.columns() != shape.columns()
                || found.ids().length != shape.samplesPerPixel()
                || found.precision() > shape.bitsAllocated()) {
            throw new CodecException(
                    CODEC
                            + " frame is "
                            + found.columns()
                            + "x"
                            + found.rows()
                            + "x"
                            + found.ids().length
                            + " of "
                            + found.precision()
                            + " bits, not "
                            + shape.columns()
                            + "x"
                            + shape.rows()
                            + "x"
                            + shape.samplesPerPixel()
                            + " of "
                            + shape.bitsAllocated());
        }
        // one bit stands for a run of at most 32768 pixels and at most one row
        if (shape.rows() * (1L + (shape.columns() >> 15)) > 8L * in.length) {
            throw new CodecException(CODEC + " frame is far too short for its samples");
        }
        header = found;
        out = new byte[shape.bytes()];
        done = new boolean[found.ids().length];
    }

    /** Decodes a scan and returns its number of components. */
    private int scan() throws CodecException {
        if (header == null) {
            throw new CodecException(CODEC + " scan precedes the start of frame");
        }
        LsScan scan = LsScan.of(segments, header);
        for (int component : scan.components()) {
            if (done[component]) {
                throw new CodecException(CODEC + " component occurs twice");
            }
            done[component] = true;
        }
        LsParameters parameters = LsParameters.of(preset, header.precision(), scan.near());
        StuffedBitReader bits = new StuffedBitReader(in, segments.end(), parameters.errorBits());
        rows(scan, new ContextModel(parameters, scan.components().length), bits);
        segments.skipTo(bits.markerPosition());
        return scan.components().length;
    }

    private void rows(LsScan scan, ContextModel model, StuffedBitReader bits)
            throws CodecException {
        int columns = shape.columns();
        int n = scan.components().length;
        LsScanDecoder decoder = new LsScanDecoder(bits, model, columns);
        int[][] above = new int[n][columns + 2];
        int[][] rows = new int[n][columns + 2];
        for (int y = 0; y < shape.rows(); y++) {
            if (restartInterval > 0 && y > 0 && y % restartInterval == 0) {
                bits.restart((int) (y / restartInterval - 1 & 7));
                model.restart();
                for (int[] row : above) {
                    Arrays.fill(row, 0);
                }
            }
            for (int c = 0; c < n; c++) {
                LsScanDecoder.frame(above[c], rows[c], columns);
            }
            if (scan.interleave() == LsScan.BY_SAMPLE) {
                decoder.pixels(above, rows);
            } else {
                for (int c = 0; c < n; c++) {
                    decoder.row(above[c], rows[c], c);
                }
            }
            for (int c = 0; c < n; c++) {
                SampleRows.put(rows[c], 1, 1, out, shape, y, scan.components()[c]);
            }
            int[][] swap = above;
            above = rows;
            rows = swap;
        }
    }
}
