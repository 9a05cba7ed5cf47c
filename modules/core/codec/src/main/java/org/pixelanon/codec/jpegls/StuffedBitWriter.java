package org.pixelanon.codec.jpegls;

import org.pixelanon.codec.base.CodestreamBytes;

/**
 * Writes the entropy-coded bits of a JPEG-LS scan; see {@link StuffedBitReader}. Not thread-safe.
 */
final class StuffedBitWriter {

    private final CodestreamBytes out;
    private final int errorBits;
    private long buffer;
    private int count;
    private boolean behindFf;

    /**
     * Creates a writer after the start of a scan.
     *
     * @param errorBits bits of an error that is written verbatim
     */
    StuffedBitWriter(CodestreamBytes out, int errorBits) {
        this.out = out;
        this.errorBits = errorBits;
    }

    /** Writes the lowest bits of a number, at most 32; no higher bit may be set. */
    void bits(int value, int n) {
        buffer = buffer << n | value;
        count += n;
        if (count >= 32) {
            word((int) (buffer >>> count - 32));
        }
    }

    /**
     * Writes a number of limited length.
     *
     * @param k bits that are written verbatim
     * @param limit bits of the longest code
     */
    void number(int value, int k, int limit) {
        int zeros = value >> k;
        int most = limit - errorBits - 1;
        if (zeros >= most) {
            zeros(most);
            bits(1, 1);
            bits(value - 1, errorBits);
        } else if (zeros + k < 31) {
            bits(1 << k | value & (1 << k) - 1, zeros + 1 + k);
        } else {
            zeros(zeros);
            bits(1 << k | value & (1 << k) - 1, 1 + k);
        }
    }

    private void zeros(int n) {
        bits(0, n / 2);
        bits(0, n - n / 2);
    }

    /** Fills the last byte with zeros. */
    void finish() {
        int whole = behindFf ? 7 : 8;
        while (count >= whole) {
            one(whole);
            whole = behindFf ? 7 : 8;
        }
        if (count > 0) {
            buffer <<= whole - count;
            count = whole;
            one(whole);
        }
        if (behindFf) {
            out.int8(0);
        }
        buffer = 0;
        count = 0;
        behindFf = false;
    }

    private void word(int value) {
        int inverse = ~value;
        if (!behindFf && (inverse - 0x01010101 & ~inverse & 0x80808080) == 0) {
            out.int32(value);
            count -= 32;
            return;
        }
        int whole = behindFf ? 7 : 8;
        while (count >= whole) {
            one(whole);
            whole = behindFf ? 7 : 8;
        }
    }

    private void one(int whole) {
        int value = (int) (buffer >>> count - whole) & (1 << whole) - 1;
        out.int8(value);
        count -= whole;
        behindFf = value == 0xFF;
    }
}
