package org.pixelanon.codec.jpeglossless;

import org.pixelanon.codec.base.CodecException;
import org.pixelanon.codec.base.CodestreamBytes;
import org.pixelanon.codec.base.HuffmanCode;

/** Writes the entropy-coded differences of JPEG lossless. Not thread-safe. */
final class DifferenceWriter {

    private static final int HALF = 16;

    private final CodestreamBytes out;

    /**
     * For each category: the code shifted by the bits after it, the length of both, and the number
     * of those bits.
     */
    private final int[] codes;

    private final int[] lengths;
    private final int[] masks;
    private long buffer;
    private int count;

    DifferenceWriter(CodestreamBytes out, HuffmanCode.Codes code) {
        this.out = out;
        int n = code.codes().length;
        codes = new int[n];
        lengths = new int[n];
        masks = new int[n];
        for (int category = 0; category < n; category++) {
            int more = category == HALF ? 0 : category;
            codes[category] = code.codes()[category] << more;
            lengths[category] = code.lengths()[category] + more;
            masks[category] = (1 << more) - 1;
        }
    }

    /** Writes differences modulo 65536. */
    void differences(short[] differences, int from, int to) throws CodecException {
        // a difference takes at most 32 bits, and each FF takes another byte
        out.ensure(8L * (to - from) + 16);
        long bits = buffer;
        int length = count;
        for (int i = from; i < to; i++) {
            int difference = differences[i];
            int sign = difference >> 31;
            int category = 32 - Integer.numberOfLeadingZeros((difference ^ sign) - sign);
            int code = codes[category] | difference + sign & masks[category];
            bits = bits << lengths[category] | code & 0xFFFFFFFFL;
            length += lengths[category];
            if (length >= 32) {
                length -= 32;
                word((int) (bits >>> length));
            }
        }
        buffer = bits;
        count = length;
    }

    /** Fills the last byte with ones. */
    void finish() {
        while (count > 0) {
            int value = count >= 8 ? (int) (buffer >>> count - 8) : (int) (buffer << 8 - count);
            stuffed((count >= 8 ? value : value | 0xFF >> count) & 0xFF);
            count -= 8;
        }
        count = 0;
        buffer = 0;
    }

    private void word(int value) {
        int inverse = ~value;
        if ((inverse - 0x01010101 & ~inverse & 0x80808080) == 0) {
            out.int32(value);
            return;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            stuffed(value >>> shift & 0xFF);
        }
    }

    private void stuffed(int value) {
        out.int8(value);
        if (value == 0xFF) {
            out.int8(0);
        }
    }
}
