package org.pixelanon.codec.jpeglossless;

import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;
import org.pixelanon.codec.base.HuffmanCode;
import org.pixelanon.codec.base.MarkerSegments;
import org.pixelanon.codec.base.SampleRows;

/** Decodes one frame of JPEG lossless (ISO 10918-1 process 14, annex H). For one use. */
final class JpegLosslessDecoder {

    private static final String CODEC = LosslessHeader.CODEC;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int ARITHMETIC = 0xCC;
    private static final int MOST_TABLES = 4;

    private final byte[] in;
    private final FrameShape shape;
    private final MarkerSegments segments;
    private final @Nullable HuffmanCode[] tables = new HuffmanCode[MOST_TABLES];
    private int restartInterval;
    private @Nullable LosslessHeader header;
    private byte[] out = new byte[0];
    private boolean[] done = new boolean[0];

    JpegLosslessDecoder(byte[] in, FrameShape shape) throws CodecException {
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
            } else if (marker == HUFFMAN_TABLES) {
                huffmanTables();
            } else if (marker == MarkerSegments.RESTART_INTERVAL) {
                restartInterval = segments.int16(0);
            } else if (marker == ARITHMETIC) {
                throw new CodecException(CODEC + " with arithmetic codes is not supported");
            } else if (segments.isStartOfFrame()) {
                start(marker);
            } else if (marker == MarkerSegments.END_OF_IMAGE) {
                throw new CodecException(CODEC + " frame lacks " + left + " components");
            }
        }
        return out;
    }

    private void start(int marker) throws CodecException {
        if (header != null) {
            throw new CodecException(CODEC + " frame has two starts");
        }
        LosslessHeader found = LosslessHeader.of(segments, marker);
        int rows = found.rows() == 0 ? shape.rows() : found.rows();
        if (rows != shape.rows()
                || found.columns() != shape.columns()
                || found.ids().length != shape.samplesPerPixel()
                || found.precision() > shape.bitsAllocated()) {
            throw new CodecException(
                    CODEC
                            + " frame is "
                            + found.columns()
                            + "x"
                            + rows
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
        // every sample takes at least one bit
        if ((long) shape.pixels() * shape.samplesPerPixel() > 8L * in.length) {
            throw new CodecException(CODEC + " frame is far too short for its samples");
        }
        header = found;
        out = new byte[shape.bytes()];
        done = new boolean[found.ids().length];
    }

    private void huffmanTables() throws CodecException {
        int at = 0;
        while (at < segments.length()) {
            int place = segments.int8(at);
            int[] counts = new int[16];
            int total = 0;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = segments.int8(at + 1 + i);
                total += counts[i];
            }
            int[] categories = new int[total];
            for (int i = 0; i < total; i++) {
                categories[i] = segments.int8(at + 17 + i);
            }
            // tables of the other class are for other processes
            if (place < MOST_TABLES) {
                tables[place] = new HuffmanCode(counts, categories);
            }
            at += 17 + total;
        }
    }

    /** Decodes a scan and returns its number of components. */
    private int scan() throws CodecException {
        if (header == null) {
            throw new CodecException(CODEC + " scan precedes the start of frame");
        }
        int[] components = header.scanned(segments);
        DifferenceTable[] own = new DifferenceTable[components.length];
        for (int i = 0; i < components.length; i++) {
            int place = segments.int8(2 + 2 * i) >> 4;
            HuffmanCode table = place < MOST_TABLES ? tables[place] : null;
            if (table == null || done[components[i]]) {
                throw new CodecException(
                        CODEC
                                + (table == null
                                        ? " scan lacks its table"
                                        : " component occurs twice"));
            }
            // built only now, so that unused tables cost nothing
            own[i] = new DifferenceTable(table);
            done[components[i]] = true;
        }
        int predictor = segments.int8(1 + 2 * components.length);
        int shift = segments.int8(3 + 2 * components.length) & 15;
        if (predictor < 1 || predictor > 7 || shift >= header.precision()) {
            throw new CodecException(
                    CODEC + " with predictor " + predictor + " and shift " + shift);
        }
        Predictor prediction =
                new Predictor(
                        predictor,
                        1 << header.precision() - shift - 1,
                        shape.columns(),
                        components.length);
        DifferenceReader bits = new DifferenceReader(in, segments.end());
        rows(bits, own, prediction, components, shift);
        segments.skipTo(bits.markerPosition());
        numberOfLines();
        return components.length;
    }

    private void rows(
            DifferenceReader bits,
            DifferenceTable[] own,
            Predictor prediction,
            int[] components,
            int shift)
            throws CodecException {
        int n = components.length;
        int[] shifted = new int[shift == 0 ? 0 : shape.columns() * n];
        int restarts = 0;
        int left = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
        for (int y = 0; y < shape.rows(); y++) {
            int[] row = prediction.nextRow();
            int x = 0;
            while (x < shape.columns()) {
                if (left == 0) {
                    bits.restart(restarts++);
                    prediction.restart();
                    left = restartInterval;
                }
                int end = (int) Math.min(shape.columns(), (long) x + left);
                bits.differences(own, row, x * n, end * n);
                prediction.toSamples(x * n, end * n);
                left -= restartInterval == 0 ? 0 : end - x;
                x = end;
            }
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] = row[i] << shift & 0xFFFF;
            }
            for (int c = 0; c < n; c++) {
                SampleRows.put(shift == 0 ? row : shifted, c, n, out, shape, y, components[c]);
            }
        }
    }

    /** A start of frame without rows is followed by their number after the first scan. */
    private void numberOfLines() throws CodecException {
        if (header != null && header.rows() == 0) {
            if (segments.next() != MarkerSegments.NUMBER_OF_LINES
                    || segments.int16(0) != shape.rows()) {
                throw new CodecException(CODEC + " frame states no height");
            }
            header =
                    new LosslessHeader(
                            header.precision(), shape.rows(), header.columns(), header.ids());
        }
    }
}
