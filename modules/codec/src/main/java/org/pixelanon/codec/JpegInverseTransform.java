package org.pixelanon.codec;

import java.util.Arrays;

/**
 * From quantised coefficients to samples by the accurate integer transform that the Independent
 * JPEG Group's library calls "islow" (Loeffler, Ligtenberg, Moschytz: Practical fast 1-D DCT
 * algorithms with 11 multiplications, ICASSP 1989), with the same constants and roundings, so that
 * samples are the same as those of dcmtk and gdcm. Not thread-safe.
 */
final class JpegInverseTransform {

    private static final int SCALE = 13;
    private static final int C_0_298631336 = 2446;
    private static final int C_0_390180644 = 3196;
    private static final int C_0_541196100 = 4433;
    private static final int C_0_765366865 = 6270;
    private static final int C_0_899976223 = 7373;
    private static final int C_1_175875602 = 9633;
    private static final int C_1_501321110 = 12299;
    private static final int C_1_847759065 = 15137;
    private static final int C_1_961570560 = 16069;
    private static final int C_2_053119869 = 16819;
    private static final int C_2_562915447 = 20995;
    private static final int C_3_072711026 = 25172;

    private final int[] work = new int[64];
    private final int[] steps;

    /** Bits of a fraction kept between the passes. */
    private final int kept;

    private final int middle;
    private final int highest;

    /** Sample values are taken modulo four times their range, as the library does. */
    private final int wrap;

    /**
     * A transform.
     *
     * @param steps of quantisation, in natural order
     * @param precision bits of a sample, 8 or 12
     */
    JpegInverseTransform(int[] steps, int precision) {
        this.steps = steps;
        this.kept = precision == 8 ? 2 : 1;
        this.middle = 1 << precision - 1;
        this.highest = (1 << precision) - 1;
        this.wrap = 30 - precision;
    }

    /** The sample of a block that has no coefficient but this. */
    int flat(int dc) {
        return sample(dc * steps[0] << kept, kept + 3);
    }

    /**
     * Transforms a block.
     *
     * @param c the coefficients
     * @param from where the first of them is
     * @param out takes the samples
     * @param to where the first sample goes
     * @param stride samples of a row of {@code out}
     */
    void block(short[] c, int from, short[] out, int to, int stride) {
        boolean flat = true;
        for (int x = 0; x < 8; x++) {
            flat &= column(c, from + x, x);
        }
        if (flat && isRowFlat(0)) {
            short value = (short) sample(work[0], kept + 3);
            for (int y = 0; y < 8; y++) {
                Arrays.fill(out, to + y * stride, to + y * stride + 8, value);
            }
            return;
        }
        for (int y = 0; y < 8; y++) {
            row(8 * y, out, to + y * stride);
        }
    }

    /** Transforms a column; tells whether it has no coefficient but its first. */
    private boolean column(short[] c, int at, int x) {
        if ((c[at + 8]
                        | c[at + 16]
                        | c[at + 24]
                        | c[at + 32]
                        | c[at + 40]
                        | c[at + 48]
                        | c[at + 56])
                == 0) {
            int value = c[at] * steps[x] << kept;
            for (int y = 0; y < 64; y += 8) {
                work[x + y] = value;
            }
            return true;
        }
        for (int y = 0; y < 64; y += 8) {
            work[x + y] = c[at + y] * steps[x + y];
        }
        pass(x, 8, SCALE - kept);
        return false;
    }

    private boolean isRowFlat(int at) {
        return (work[at + 1]
                        | work[at + 2]
                        | work[at + 3]
                        | work[at + 4]
                        | work[at + 5]
                        | work[at + 6]
                        | work[at + 7])
                == 0;
    }

    private void row(int at, short[] out, int to) {
        if (isRowFlat(at)) {
            Arrays.fill(out, to, to + 8, (short) sample(work[at], kept + 3));
            return;
        }
        pass(at, 1, 0);
        int shift = SCALE + kept + 3;
        for (int x = 0; x < 8; x++) {
            out[to + x] = (short) sample(work[at + x], shift);
        }
    }

    private int sample(int value, int shift) {
        int rounded = value + (1 << shift - 1) >> shift;
        int wrapped = (rounded << wrap >> wrap) + middle;
        return Math.max(0, Math.min(highest, wrapped));
    }

    /** One-dimensional transform of eight values of {@link #work} in place. */
    private void pass(int at, int stride, int shift) {
        int[] w = work;
        int i1 = at + stride;
        int i2 = i1 + stride;
        int i3 = i2 + stride;
        int i4 = i3 + stride;
        int i5 = i4 + stride;
        int i6 = i5 + stride;
        int i7 = i6 + stride;
        int turned = (w[i2] + w[i6]) * C_0_541196100;
        int low = turned - w[i6] * C_1_847759065;
        int high = turned + w[i2] * C_0_765366865;
        int sum = w[at] + w[i4] << SCALE;
        int difference = w[at] - w[i4] << SCALE;
        int half = shift == 0 ? 0 : 1 << shift - 1;
        int e0 = sum + high + half;
        int e3 = sum - high + half;
        int e1 = difference + low + half;
        int e2 = difference - low + half;
        int both = (w[i7] + w[i3] + w[i5] + w[i1]) * C_1_175875602;
        int z1 = (w[i7] + w[i1]) * -C_0_899976223;
        int z2 = (w[i5] + w[i3]) * -C_2_562915447;
        int z3 = (w[i7] + w[i3]) * -C_1_961570560 + both;
        int z4 = (w[i5] + w[i1]) * -C_0_390180644 + both;
        int o3 = w[i7] * C_0_298631336 + z1 + z3;
        int o2 = w[i5] * C_2_053119869 + z2 + z4;
        int o1 = w[i3] * C_3_072711026 + z2 + z3;
        int o0 = w[i1] * C_1_501321110 + z1 + z4;
        w[at] = e0 + o0 >> shift;
        w[i7] = e0 - o0 >> shift;
        w[i1] = e1 + o1 >> shift;
        w[i6] = e1 - o1 >> shift;
        w[i2] = e2 + o2 >> shift;
        w[i5] = e2 - o2 >> shift;
        w[i3] = e3 + o3 >> shift;
        w[i4] = e3 - o3 >> shift;
    }
}
