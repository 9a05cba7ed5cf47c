package org.pixelanon.codec.jpeglossless;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.CodestreamBytes;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.HuffmanCode;
import org.pixelanon.codec.base.MarkerSegments;
import org.pixelanon.codec.base.SampleRows;

/**
 * Encodes one frame of JPEG lossless (ISO 10918-1 annex H): first all differences, then their
 * optimal code. For one use.
 */
final class JpegLosslessEncoder {

    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int CATEGORIES = 17;
    private static final int HALF = 16;

    private final byte[] samples;
    private final FrameShape shape;
    private final LosslessLayout layout;
    private final short[] differences;
    private final CodestreamBytes out;

    JpegLosslessEncoder(byte[] samples, FrameShape shape, LosslessLayout layout) {
        this.samples = samples;
        this.shape = shape;
        this.layout = layout;
        this.differences = new short[shape.pixels() * shape.samplesPerPixel()];
        this.out = new CodestreamBytes(differences.length + 1024L);
    }

    byte[] encode() throws CodecException {
        int at = 0;
        for (int[] scan : layout.scans()) {
            at = predict(scan, at);
        }
        HuffmanCode code = HuffmanCode.optimal(histogram());
        header(code);
        DifferenceWriter bits = new DifferenceWriter(out, code.codes(CATEGORIES));
        at = 0;
        for (int[] scan : layout.scans()) {
            scanHeader(scan);
            int row = shape.columns() * scan.length;
            for (int y = 0; y < shape.rows(); y++, at += row) {
                bits.differences(differences, at, at + row);
            }
            bits.finish();
        }
        out.marker(MarkerSegments.END_OF_IMAGE);
        return out.toEvenLength();
    }

    private int predict(int[] scan, int start) {
        int n = scan.length;
        Predictor predictor =
                new Predictor(
                        layout.predictor(),
                        1 << layout.precision() - layout.shift() - 1,
                        shape.columns(),
                        n);
        int at = start;
        for (int y = 0; y < shape.rows(); y++, at += shape.columns() * n) {
            int[] row = predictor.nextRow();
            for (int c = 0; c < n; c++) {
                SampleRows.take(samples, shape, y, scan[c], row, c, n);
            }
            if (layout.shift() > 0) {
                for (int i = 0; i < row.length; i++) {
                    row[i] >>= layout.shift();
                }
            }
            predictor.differences(differences, at);
        }
        return at;
    }

    private long[] histogram() {
        long[] out = new long[CATEGORIES];
        for (short difference : differences) {
            out[32 - Integer.numberOfLeadingZeros(Math.abs((int) difference))]++;
        }
        return out;
    }

    private void header(HuffmanCode code) throws CodecException {
        out.marker(MarkerSegments.START_OF_IMAGE);
        for (byte[] extra : layout.extras()) {
            out.bytes(extra);
        }
        int n = layout.ids().length;
        int[] frame = new int[6 + 3 * n];
        frame[0] = layout.precision();
        frame[1] = shape.rows() >> 8;
        frame[2] = shape.rows();
        frame[3] = shape.columns() >> 8;
        frame[4] = shape.columns();
        frame[5] = n;
        for (int i = 0; i < n; i++) {
            frame[6 + 3 * i] = layout.ids()[i];
            frame[7 + 3 * i] = 0x11;
        }
        out.segment(LosslessHeader.START_OF_FRAME, frame);
        int[] table = new int[1 + HALF + code.symbols().length];
        System.arraycopy(code.counts(), 0, table, 1, HALF);
        System.arraycopy(code.symbols(), 0, table, 1 + HALF, code.symbols().length);
        out.segment(HUFFMAN_TABLES, table);
    }

    private void scanHeader(int[] scan) throws CodecException {
        int n = scan.length;
        int[] header = new int[4 + 2 * n];
        header[0] = n;
        for (int i = 0; i < n; i++) {
            header[1 + 2 * i] = layout.ids()[scan[i]];
        }
        header[1 + 2 * n] = layout.predictor();
        header[3 + 2 * n] = layout.shift();
        out.segment(MarkerSegments.START_OF_SCAN, header);
    }
}
