package org.pixelanon.codec.jpegls;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.CodestreamBytes;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.MarkerSegments;
import org.pixelanon.codec.base.SampleRows;

/** Encodes one frame of JPEG-LS losslessly (ISO 14495-1). For one use. */
final class JpegLsEncoder {

    private final byte[] samples;
    private final FrameShape shape;
    private final LsLayout layout;
    private final CodestreamBytes out;

    JpegLsEncoder(byte[] samples, FrameShape shape, LsLayout layout) {
        this.samples = samples;
        this.shape = shape;
        this.layout = layout;
        this.out = new CodestreamBytes(samples.length / 2 + 1024L);
    }

    byte[] encode() throws CodecException {
        LsParameters parameters = LsParameters.of(layout.preset(), layout.precision(), 0);
        header(parameters);
        for (int[] scan : layout.scans()) {
            scanHeader(scan);
            StuffedBitWriter bits = new StuffedBitWriter(out, parameters.errorBits());
            rows(scan, new ContextModel(parameters, scan.length), bits);
            out.ensure(16);
            bits.finish();
        }
        out.marker(MarkerSegments.END_OF_IMAGE);
        return out.toEvenLength();
    }

    private void rows(int[] scan, ContextModel model, StuffedBitWriter bits) throws CodecException {
        int columns = shape.columns();
        LsScanEncoder encoder = new LsScanEncoder(bits, model, columns);
        int[][] above = new int[scan.length][columns + 2];
        int[][] rows = new int[scan.length][columns + 2];
        // a sample takes at most 64 bits, and each byte may be followed by one of seven bits
        long most = 10L * columns * scan.length + 16;
        for (int y = 0; y < shape.rows(); y++) {
            out.ensure(most);
            for (int c = 0; c < scan.length; c++) {
                SampleRows.take(samples, shape, y, scan[c], rows[c], 1, 1);
                LsScanDecoder.frame(above[c], rows[c], columns);
            }
            if (layout.interleave() == LsScan.BY_SAMPLE) {
                encoder.pixels(above, rows);
            } else {
                for (int c = 0; c < scan.length; c++) {
                    encoder.row(above[c], rows[c], c);
                }
            }
            int[][] swap = above;
            above = rows;
            rows = swap;
        }
    }

    private void header(LsParameters parameters) throws CodecException {
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
        out.segment(LsHeader.START_OF_FRAME, frame);
        if (!layout.preset().equals(LsPreset.NONE)) {
            layout.preset().write(out);
        } else if (layout.precision() < Byte.SIZE) {
            // the CharLS in dcmtk 3.6 uses different standard values for so few bits
            parameters.toPreset().write(out);
        }
    }

    private void scanHeader(int[] scan) throws CodecException {
        int n = scan.length;
        int[] header = new int[4 + 2 * n];
        header[0] = n;
        for (int i = 0; i < n; i++) {
            header[1 + 2 * i] = layout.ids()[scan[i]];
        }
        header[2 + 2 * n] = layout.interleave();
        out.segment(MarkerSegments.START_OF_SCAN, header);
    }
}
