package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;

/**
 * Decodes the coefficients of one scan, sequential (ISO 10918-1 F.2.2) or progressive (G.2). Not
 * thread-safe.
 */
final class ScanReader implements JpegScan.Visitor {

    private final JpegScan scan;
    private final JpegBitReader bits;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final short[][] coefficients;
    private final int[] predictions;
    private final int kind;
    private int endOfBands;

    private static final int SEQUENTIAL = 0;
    private static final int DC_FIRST = 1;
    private static final int DC_REFINE = 2;
    private static final int AC_FIRST = 3;
    private static final int AC_REFINE = 4;

    private ScanReader(JpegScan scan, JpegBitReader bits) throws CodecException {
        int members = scan.members().size();
        this.scan = scan;
        this.bits = bits;
        this.dc = new HuffmanTable[members];
        this.ac = new HuffmanTable[members];
        this.coefficients = new short[members][];
        this.predictions = new int[members];
        for (int i = 0; i < members; i++) {
            JpegScan.Member member = scan.members().get(i);
            coefficients[i] = member.component().coefficients;
            if (scan.hasDc() && scan.high() == 0) {
                dc[i] = required(member.dc());
            }
            if (scan.hasAc()) {
                ac[i] = required(member.ac());
            }
        }
        if (!scan.progressive()) {
            kind = SEQUENTIAL;
        } else if (scan.hasDc()) {
            kind = scan.high() == 0 ? DC_FIRST : DC_REFINE;
        } else {
            kind = scan.high() == 0 ? AC_FIRST : AC_REFINE;
        }
    }

    private static HuffmanTable required(@Nullable HuffmanTable table) throws CodecException {
        if (table == null) {
            throw new CodecException("JPEG frame lacks a Huffman table");
        }
        return table;
    }

    /**
     * Decodes a scan.
     *
     * @return where to search for the next marker
     */
    static int read(JpegScan scan, byte[] in, int at) throws CodecException {
        JpegBitReader bits = new JpegBitReader(in, at);
        ScanReader reader = new ScanReader(scan, bits);
        scan.walk(reader);
        bits.requireNotBeyond();
        return bits.position();
    }

    @Override
    public void restart(int number) throws CodecException {
        bits.restart(number);
        Arrays.fill(predictions, 0);
        endOfBands = 0;
    }

    @Override
    public void block(int member, int offset) throws CodecException {
        short[] c = coefficients[member];
        switch (kind) {
            case SEQUENTIAL -> sequential(member, c, offset);
            case DC_FIRST -> c[offset] = (short) shifted(dcValue(member));
            case DC_REFINE -> c[offset] |= (short) (bits.read(1) << scan.low());
            case AC_FIRST -> acFirst(ac[member], c, offset);
            default -> acRefine(ac[member], c, offset);
        }
        bits.requireNotBeyond();
    }

    private int dcValue(int member) throws CodecException {
        int category = bits.symbol(dc[member]);
        if (category < 0 || category > 15) {
            throw damaged();
        }
        int value = predictions[member] + bits.extend(category);
        if (value != (short) value) {
            throw damaged();
        }
        predictions[member] = value;
        return value;
    }

    private int shifted(int value) throws CodecException {
        int out = value << scan.low();
        if (out != (short) out) {
            throw damaged();
        }
        return out;
    }

    private void sequential(int member, short[] c, int offset) throws CodecException {
        c[offset] = (short) dcValue(member);
        HuffmanTable table = ac[member];
        for (int k = 1; k < 64; k++) {
            int symbol = bits.symbol(table);
            int category = symbol & 15;
            if (category == 0) {
                if (symbol != 0xF0) {
                    if (symbol != 0) {
                        throw damaged();
                    }
                    return;
                }
                k += 15;
                continue;
            }
            k += symbol >> 4;
            if (k > 63 || symbol < 0) {
                throw damaged();
            }
            c[offset + Zigzag.natural(k)] = (short) bits.extend(category);
        }
    }

    private void acFirst(HuffmanTable table, short[] c, int offset) throws CodecException {
        if (endOfBands > 0) {
            endOfBands--;
            return;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int symbol = bits.symbol(table);
            if (symbol < 0) {
                throw damaged();
            }
            int run = symbol >> 4;
            int category = symbol & 15;
            if (category != 0) {
                k += run;
                if (k > scan.last()) {
                    throw damaged();
                }
                c[offset + Zigzag.natural(k)] = (short) shifted(bits.extend(category));
            } else if (run == 15) {
                k += 15;
            } else {
                endOfBands = (1 << run) + bits.read(run) - 1;
                return;
            }
        }
    }

    private void acRefine(HuffmanTable table, short[] c, int offset) throws CodecException {
        int k = scan.first();
        while (endOfBands == 0 && k <= scan.last()) {
            int symbol = bits.symbol(table);
            int run = symbol >> 4;
            int category = symbol & 15;
            if (symbol < 0 || category > 1) {
                throw damaged();
            }
            if (category == 0 && run < 15) {
                endOfBands = (1 << run) + bits.read(run);
                break;
            }
            int sign = category == 0 ? 0 : bits.read(1) == 1 ? 1 : -1;
            k = refine(c, offset, k, run);
            if (sign != 0) {
                if (k > scan.last()) {
                    throw damaged();
                }
                c[offset + Zigzag.natural(k)] = (short) (sign << scan.low());
            }
            k++;
        }
        if (endOfBands > 0) {
            refine(c, offset, k, 64);
            endOfBands--;
        }
    }

    /**
     * Corrects coefficients that are not zero yet (ISO 10918-1 G.1.2.3).
     *
     * @param zeros number of zeros to be skipped
     * @return the position of the zero after those
     */
    private int refine(short[] c, int offset, int from, int zeros) {
        int left = zeros;
        int k = from;
        for (; k <= scan.last(); k++) {
            int place = offset + Zigzag.natural(k);
            int value = c[place];
            if (value != 0) {
                int bit = bits.read(1) << scan.low();
                c[place] = (short) (value > 0 ? value + bit : value - bit);
            } else if (left-- == 0) {
                break;
            }
        }
        return k;
    }

    private static CodecException damaged() {
        return new CodecException("JPEG frame is damaged");
    }
}
