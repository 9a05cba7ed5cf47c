package org.pixelanon.codec.jpeg;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pixelanon.codec.base.CodecException;

/**
 * Codes the coefficients of one scan, sequential (ISO 10918-1 F.1.2) or progressive (G.1.2). Not
 * thread-safe.
 */
final class ScanWriter implements JpegScan.Visitor {

    private static final int LONGEST_RUN = 0x7FFF;

    private final JpegScan scan;
    private final ScanSymbols out;
    private final HuffmanTableBuilder[] dc;
    private final HuffmanTableBuilder[] ac;
    private final short[][] coefficients;
    private final int[] predictions;

    /** Blocks that end here but are not yet written. */
    private int endOfBands;

    /** The corrections of those blocks, followed by those of this block. */
    private byte[] corrections = new byte[1 << 10];

    private int ended;
    private int pending;

    ScanWriter(JpegScan scan, Map<HuffmanTable, HuffmanTableBuilder> codes, ScanSymbols out) {
        int members = scan.members().size();
        this.scan = scan;
        this.out = out;
        this.dc = new HuffmanTableBuilder[members];
        this.ac = new HuffmanTableBuilder[members];
        this.coefficients = new short[members][];
        this.predictions = new int[members];
        for (int i = 0; i < members; i++) {
            JpegScan.Member member = scan.members().get(i);
            coefficients[i] = member.component().coefficients;
            if (scan.hasDc() && scan.high() == 0) {
                dc[i] = code(codes, member.dc());
            }
            if (scan.hasAc()) {
                ac[i] = code(codes, member.ac());
            }
        }
    }

    private static HuffmanTableBuilder code(
            Map<HuffmanTable, HuffmanTableBuilder> codes, @Nullable HuffmanTable table) {
        HuffmanTableBuilder code = table == null ? null : codes.get(table);
        if (code == null) {
            throw new IllegalStateException("a scan was read without its table");
        }
        return code;
    }

    void write() throws CodecException {
        scan.walk(this);
        endBands();
        out.align();
    }

    @Override
    public void restart(int number) {
        endBands();
        out.restart(number);
        Arrays.fill(predictions, 0);
    }

    @Override
    public void block(int member, int offset) throws CodecException {
        short[] c = coefficients[member];
        if (scan.hasDc() && scan.high() > 0) {
            out.bits(c[offset] >> scan.low(), 1);
            return;
        }
        if (scan.hasDc()) {
            dc(member, c[offset] >> scan.low());
        }
        if (!scan.progressive()) {
            band(ac[member], c, offset, 1, 63);
        } else if (scan.hasAc() && scan.high() == 0) {
            band(ac[member], c, offset, scan.first(), scan.last());
        } else if (scan.hasAc()) {
            refine(ac[member], c, offset);
        }
    }

    private void dc(int member, int value) throws CodecException {
        int difference = value - predictions[member];
        predictions[member] = value;
        int category = category(difference);
        if (category > 15) {
            throw new CodecException("JPEG frame cannot encode so large a step between blocks");
        }
        out.symbol(dc[member], category);
        out.value(difference, category);
    }

    private static int category(int value) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    /** Coefficients that were not coded before. */
    private void band(HuffmanTableBuilder code, short[] c, int offset, int first, int last) {
        int zeros = 0;
        for (int k = first; k <= last; k++) {
            int value = c[offset + Zigzag.natural(k)];
            // towards zero, as the point transform of AC coefficients divides
            value = value < 0 ? -(-value >> scan.low()) : value >> scan.low();
            if (value == 0) {
                zeros++;
                continue;
            }
            endBands();
            for (; zeros > 15; zeros -= 16) {
                out.symbol(code, 0xF0);
            }
            int category = category(value);
            out.symbol(code, zeros << 4 | category);
            out.value(value, category);
            zeros = 0;
        }
        if (zeros > 0 && scan.progressive()) {
            endOfBand();
        } else if (zeros > 0) {
            out.symbol(code, 0);
        }
    }

    /** The next bit of coefficients that were coded before, and of those that begin with it. */
    private void refine(HuffmanTableBuilder code, short[] c, int offset) {
        int lastBegin = -1;
        for (int k = scan.first(); k <= scan.last(); k++) {
            lastBegin = magnitude(c, offset, k) == 1 ? k : lastBegin;
        }
        int zeros = 0;
        for (int k = scan.first(); k <= scan.last(); k++) {
            int magnitude = magnitude(c, offset, k);
            if (magnitude == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 15 && k <= lastBegin; zeros -= 16) {
                endBands();
                out.symbol(code, 0xF0);
                correct();
            }
            if (magnitude > 1) {
                correction(magnitude & 1);
                continue;
            }
            endBands();
            out.symbol(code, zeros << 4 | 1);
            out.bits(c[offset + Zigzag.natural(k)] < 0 ? 0 : 1, 1);
            correct();
            zeros = 0;
        }
        if (zeros > 0 || pending > 0) {
            endOfBand();
        }
    }

    private int magnitude(short[] c, int offset, int k) {
        return Math.abs(c[offset + Zigzag.natural(k)]) >> scan.low();
    }

    private void correction(int bit) {
        if (ended + pending == corrections.length) {
            corrections = Arrays.copyOf(corrections, 2 * corrections.length);
        }
        corrections[ended + pending++] = (byte) bit;
    }

    /**
     * Writes the corrections of this block; those of earlier blocks were written with their run.
     */
    private void correct() {
        for (int i = 0; i < pending; i++) {
            out.bits(corrections[i], 1);
        }
        pending = 0;
    }

    private void endOfBand() {
        ended += pending;
        pending = 0;
        endOfBands++;
        if (endOfBands == LONGEST_RUN) {
            endBands();
        }
    }

    /** Writes the run of blocks that ended, and their corrections. */
    private void endBands() {
        if (endOfBands == 0) {
            return;
        }
        int bits = category(endOfBands) - 1;
        out.symbol(ac[0], bits << 4);
        out.bits(endOfBands, bits);
        for (int i = 0; i < ended; i++) {
            out.bits(corrections[i], 1);
        }
        System.arraycopy(corrections, ended, corrections, 0, pending);
        endOfBands = 0;
        ended = 0;
    }
}
