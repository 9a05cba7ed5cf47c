package org.pixelanon.codec.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.FrameShape;

/**
 * Walks the marker segments of a sequential or progressive DCT codestream with Huffman coding (ISO
 * 10918-1 annex B) and decodes its scans. Not thread-safe.
 */
final class JpegParser {

    private static final int DHT = 0xC4;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DNL = 0xDC;
    private static final int DRI = 0xDD;

    private final byte[] in;
    private final FrameShape shape;
    private final List<JpegPiece> pieces = new ArrayList<>();
    private final int[] @Nullable [] quantisers = new int[4][];
    private final @Nullable HuffmanTable[] tables = new HuffmanTable[32];
    private List<JpegComponent> components = List.of();
    private JpegFrameSize size = new JpegFrameSize(0, 0, 1, 1);
    private int precision;
    private boolean progressive;
    private int restartInterval;

    private JpegParser(byte[] in, FrameShape shape) {
        this.in = in;
        this.shape = shape;
    }

    /**
     * Reads the coefficients of a frame.
     *
     * @param codestream the bytes of the frame; bytes before its start-of-image marker are skipped
     * @param shape what the file states; the codestream must agree
     * @throws CodecException if the codestream is damaged, incomplete, of another shape, or coded
     *     by another process
     */
    static JpegCoefficients read(byte[] codestream, FrameShape shape) throws CodecException {
        return new JpegParser(codestream, shape).parse();
    }

    private JpegCoefficients parse() throws CodecException {
        int at = JpegHeader.startOfImage(in) + 2;
        while (true) {
            at = nextMarker(at);
            int marker = in[at + 1] & 0xFF;
            if (marker == EOI) {
                break;
            }
            int length = at + 3 < in.length ? int16(at + 2) : 0;
            int end = at + 2 + length;
            if (length < 2 || end > in.length) {
                throw new CodecException("JPEG marker segment extends beyond its frame");
            }
            at = segment(marker, at, end);
        }
        requireComplete();
        return new JpegCoefficients(pieces, components, size, precision);
    }

    /** Skips fill bytes, restart markers after the last unit, and bytes after a scan. */
    private int nextMarker(int from) throws CodecException {
        boolean behindScan =
                !pieces.isEmpty() && pieces.get(pieces.size() - 1) instanceof JpegPiece.Coded;
        for (int at = from; at + 1 < in.length; at++) {
            int marker = in[at + 1] & 0xFF;
            boolean standalone = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
            if (in[at] == -1 && marker != 0xFF && marker != 0 && !standalone) {
                return at;
            }
            if (in[at] != -1 && !behindScan) {
                throw new CodecException("JPEG frame lacks an expected marker");
            }
            at += in[at] == -1 && marker != 0xFF ? 1 : 0;
        }
        throw new CodecException("JPEG frame ends early");
    }

    /** Reads a segment and what belongs to it; returns the position after that. */
    private int segment(int marker, int at, int end) throws CodecException {
        switch (marker) {
            case DHT -> huffmanTables(at + 4, end);
            case SOS -> {
                JpegScan scan = scan(at, end);
                pieces.add(new JpegPiece.Coded(scan));
                return ScanReader.read(scan, in, end);
            }
            case DQT -> quantisationTables(at + 4, end);
            case DRI -> restartInterval = end - at == 6 ? int16(at + 4) : damaged("DRI");
            case 0xC0, 0xC1, 0xC2 -> startOfFrame(marker, at, end);
            default -> {
                if (marker >= 0xC0 && marker <= 0xCF) {
                    throw new CodecException(
                            "JPEG process " + Integer.toHexString(marker) + " is not supported");
                }
            }
        }
        if (marker != DHT) {
            pieces.add(new JpegPiece.Segment(Arrays.copyOfRange(in, at, end)));
        }
        return end;
    }

    private void huffmanTables(int from, int end) throws CodecException {
        List<HuffmanTable> found = new ArrayList<>();
        for (int at = from; at < end; ) {
            HuffmanTable table = new HuffmanTable(in, at, end);
            if ((table.destination() & 0xEC) != 0) {
                damaged("DHT");
            }
            found.add(table);
            tables[table.destination()] = table;
            at += 1 + table.definition().length;
        }
        pieces.add(new JpegPiece.Tables(found));
    }

    private void quantisationTables(int from, int end) throws CodecException {
        for (int at = from; at < end; ) {
            int bytes = (in[at] >> 4 & 15) + 1;
            int number = in[at] & 15;
            at++;
            if (bytes > 2 || number > 3 || at + 64 * bytes > end) {
                damaged("DQT");
            }
            int[] table = new int[64];
            for (int k = 0; k < 64; k++, at += bytes) {
                int step = bytes == 1 ? in[at] & 0xFF : int16(at);
                if (step == 0) {
                    damaged("DQT");
                }
                table[Zigzag.natural(k)] = step;
            }
            quantisers[number] = table;
        }
    }

    private void startOfFrame(int marker, int at, int end) throws CodecException {
        int count = end - at >= 10 ? in[at + 9] & 0xFF : 0;
        if (count == 0 || end - at != 10 + 3 * count || !components.isEmpty()) {
            damaged("SOF");
        }
        progressive = marker == 0xC2;
        precision = in[at + 4] & 0xFF;
        int rows = int16(at + 5);
        rows = rows == 0 ? definedRows(end) : rows;
        int columns = int16(at + 7);
        boolean holds = precision == 8 || precision == 12 && marker != 0xC0;
        if (!holds || precision > shape.bitsAllocated()) {
            throw new CodecException("JPEG frame of " + precision + " bits is not supported");
        }
        if (rows != shape.rows()
                || columns != shape.columns()
                || count != shape.samplesPerPixel()) {
            String is = columns + "x" + rows + "x" + count;
            String not = shape.columns() + "x" + shape.rows() + "x" + shape.samplesPerPixel();
            throw new CodecException("JPEG frame is " + is + ", not " + not);
        }
        if (count > 4) {
            throw new CodecException("JPEG frame of " + count + " components is not supported");
        }
        allocate(rows, columns, at + 10, count);
    }

    private void allocate(int rows, int columns, int at, int count) throws CodecException {
        int across = 1;
        int down = 1;
        for (int i = 0; i < count; i++) {
            int sampling = in[at + 3 * i + 1] & 0xFF;
            if ((sampling >> 4) - 1 > 3 || sampling >> 4 == 0 || ((sampling & 15) - 1 & ~3) != 0) {
                damaged("SOF");
            }
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 15);
        }
        size = new JpegFrameSize(rows, columns, across, down);
        long blocks = (long) size.unitColumns() * size.unitRows() * count;
        if (blocks / 8 > in.length) {
            // each block takes at least one bit
            throw new CodecException("JPEG frame ends early");
        }
        List<JpegComponent> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in[at + 3 * i] & 0xFF;
            int quantiser = in[at + 3 * i + 2] & 0xFF;
            if (quantiser > 3 || found.stream().anyMatch(c -> c.id == id)) {
                damaged("SOF");
            }
            found.add(new JpegComponent(id, in[at + 3 * i + 1] & 0xFF, quantiser, size));
        }
        components = found;
    }

    /**
     * The height of a frame may be stated in a segment after its first scan (ISO 10918-1 B.2.5).
     */
    private int definedRows(int from) throws CodecException {
        for (int i = from; i + 6 <= in.length; i++) {
            if (in[i] == -1 && (in[i + 1] & 0xFF) == DNL && int16(i + 2) == 4) {
                return int16(i + 4);
            }
        }
        throw new CodecException("JPEG frame states no height");
    }

    private JpegScan scan(int at, int end) throws CodecException {
        int count = in[at + 4] & 0xFF;
        if (components.isEmpty() || count < 1 || count > 4 || end - at != 8 + 2 * count) {
            damaged("SOS");
        }
        List<JpegScan.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in[at + 5 + 2 * i] & 0xFF;
            int selected = in[at + 6 + 2 * i] & 0xFF;
            JpegComponent component =
                    components.stream()
                            .filter(c -> c.id == id)
                            .findFirst()
                            .orElseThrow(() -> new CodecException("JPEG SOS segment is damaged"));
            if ((selected & 0xCC) != 0 || members.stream().anyMatch(m -> m.component().id == id)) {
                damaged("SOS");
            }
            members.add(
                    new JpegScan.Member(
                            component, tables[selected >> 4], tables[16 | selected & 15]));
        }
        int p = at + 5 + 2 * count;
        JpegScan scan =
                new JpegScan(
                        Arrays.copyOfRange(in, at, end),
                        members,
                        progressive ? in[p] & 0xFF : 0,
                        progressive ? in[p + 1] & 0xFF : 63,
                        progressive ? in[p + 2] >> 4 & 15 : 0,
                        progressive ? in[p + 2] & 15 : 0,
                        progressive,
                        restartInterval,
                        size);
        follow(scan);
        return scan;
    }

    /** Checks that a scan continues where the scans before it ended (ISO 10918-1 G.1.1.1). */
    private void follow(JpegScan scan) throws CodecException {
        boolean bands =
                scan.first() == 0
                        ? scan.last() == (progressive ? 0 : 63)
                        : scan.first() <= scan.last() && scan.members().size() == 1;
        if (!bands || scan.last() > 63 || scan.low() > 13) {
            damaged("SOS");
        }
        for (JpegScan.Member member : scan.members()) {
            JpegComponent c = member.component();
            int[] steps = quantisers[c.quantiserNumber];
            if (steps == null) {
                throw new CodecException("JPEG frame lacks a quantisation table");
            }
            if (c.codedColumns() == 0) {
                System.arraycopy(steps, 0, c.quantiser, 0, 64);
            }
            for (int k = scan.first(); k <= scan.last(); k++) {
                boolean begins = c.precision[k] < 0 && scan.high() == 0;
                boolean refines =
                        c.precision[k] > 0
                                && scan.high() == c.precision[k]
                                && scan.low() == scan.high() - 1;
                if (!begins && !refines) {
                    throw new CodecException("JPEG scans are out of sequence");
                }
                c.precision[k] = scan.low();
            }
            if (scan.hasDc()) {
                c.code(scan.members().size() == 1);
            }
        }
        boolean acBeforeDc = scan.members().stream().anyMatch(m -> m.component().precision[0] < 0);
        if (acBeforeDc) {
            throw new CodecException("JPEG scans are out of sequence");
        }
    }

    private void requireComplete() throws CodecException {
        boolean complete = !components.isEmpty();
        for (JpegComponent c : components) {
            for (int k = 0; k < 64; k++) {
                complete &= c.precision[k] == 0;
            }
        }
        if (!complete) {
            throw new CodecException("JPEG frame lacks scans");
        }
    }

    private int int16(int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }

    private static int damaged(String segment) throws CodecException {
        throw new CodecException("JPEG " + segment + " segment is damaged");
    }
}
