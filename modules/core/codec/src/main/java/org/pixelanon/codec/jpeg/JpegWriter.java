package org.pixelanon.codec.jpeg;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.codec.base.CodecException;

/**
 * Writes a DCT frame piece by piece: segments as they were read, scans from the current
 * coefficients, Huffman tables as they were read unless a code is missing.
 */
final class JpegWriter {

    private static final byte[] START = {-1, (byte) 0xD8};
    private static final byte[] END = {-1, (byte) 0xD9};

    private JpegWriter() {}

    /** The codestream, from its start-of-image marker on, of even length. */
    static byte[] write(List<JpegPiece> pieces) throws CodecException {
        Map<HuffmanTable, HuffmanTableBuilder> codes = new IdentityHashMap<>();
        for (JpegPiece piece : pieces) {
            if (piece instanceof JpegPiece.Tables t) {
                t.tables().forEach(table -> codes.put(table, new HuffmanTableBuilder(table)));
            }
        }
        ScanSymbols counter = ScanSymbols.counter();
        for (JpegPiece piece : pieces) {
            if (piece instanceof JpegPiece.Coded c) {
                new ScanWriter(c.scan(), codes, counter).write();
            }
        }
        for (HuffmanTableBuilder code : codes.values()) {
            code.settle();
        }
        ScanSymbols out = ScanSymbols.writer();
        out.segment(START);
        for (JpegPiece piece : pieces) {
            if (piece instanceof JpegPiece.Segment s) {
                out.segment(s.bytes());
            } else if (piece instanceof JpegPiece.Tables t) {
                out.segment(tables(t, codes));
            } else if (piece instanceof JpegPiece.Coded c) {
                out.segment(c.scan().header());
                new ScanWriter(c.scan(), codes, out).write();
            }
        }
        out.segment(END);
        if ((out.length() & 1) != 0) {
            out.segment(new byte[1]);
        }
        return out.bytes();
    }

    private static byte[] tables(
            JpegPiece.Tables piece, Map<HuffmanTable, HuffmanTableBuilder> codes) {
        ScanSymbols segment = ScanSymbols.writer();
        segment.segment(new byte[] {-1, (byte) 0xC4, 0, 0});
        for (HuffmanTable table : piece.tables()) {
            HuffmanTableBuilder code = codes.get(table);
            if (code != null) {
                segment.segment(code.segmentPart());
            }
        }
        byte[] out = segment.bytes();
        out[2] = (byte) (out.length - 2 >> 8);
        out[3] = (byte) (out.length - 2);
        return out;
    }
}
