package org.pixelanon.codec.jpeg;

import java.util.Arrays;

/**
 * Computes samples from quantised coefficients with the accurate integer transform that the
 * Independent JPEG Group's library calls "islow" (Loeffler, Ligtenberg, Moschytz: Practical fast
 * 1-D DCT algorithms with 11 multiplications, ICASSP 1989), with the same constants and rounding,
 * so that samples equal those of dcmtk and gdcm. Not thread-safe.
 */
final class InverseTransform {

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

    private final int[] steps;
    private final int[] in = new int[64];

    /** The result of the first pass, transposed. */
    private final int[] turned = new int[64];

    /** Fraction bits kept between the passes. */
    private final int kept;

    /**
     * The sample for each result, without its fraction. Results are taken modulo four times the
     * range of samples, as the library does.
     */
    private final short[] samples;

    /**
     * A transform.
     *
     * @param steps of quantisation, in natural order
     * @param precision bits of a sample, 8 or 12
     */
    InverseTransform(int[] steps, int precision) {
        this.steps = steps;
        this.kept = precision == 8 ? 2 : 1;
        int range = 1 << precision;
        this.samples = new short[4 * range];
        for (int i = 0; i < samples.length; i++) {
            int value = (i < 2 * range ? i : i - 4 * range) + range / 2;
            samples[i] = (short) Math.max(0, Math.min(range - 1, value));
        }
    }

    /** The sample of a block with only a DC coefficient. */
    int flat(int dc) {
        return sample(dc * steps[0] << kept, kept + 3);
    }

    private short sample(int value, int shift) {
        return samples[value + (1 << shift - 1) >> shift & samples.length - 1];
    }

    /**
     * Transforms a block.
     *
     * @param c the coefficients
     * @param from the position of the first
     * @param out receives the samples
     * @param to the position of the first sample
     * @param stride samples of a row of {@code out}
     */
    void block(short[] c, int from, short[] out, int to, int stride) {
        for (int i = 0; i < 64; i++) {
            in[i] = c[from + i] * steps[i];
        }
        int columns = 0;
        for (int x = 0; x < 8; x++) {
            if (isFlat(in, x)) {
                Arrays.fill(turned, 8 * x, 8 * x + 8, in[x] << kept);
            } else {
                pass(in, x, turned, SCALE - kept);
                columns++;
            }
        }
        if (columns == 0 && isFlat(turned, 0)) {
            short value = sample(turned[0], kept + 3);
            for (int y = 0; y < 8; y++) {
                Arrays.fill(out, to + y * stride, to + y * stride + 8, value);
            }
            return;
        }
        for (int y = 0; y < 8; y++) {
            row(y, out, to + y * stride);
        }
    }

    private void row(int y, short[] out, int to) {
        if (isFlat(turned, y)) {
            Arrays.fill(out, to, to + 8, sample(turned[y], kept + 3));
            return;
        }
        pass(turned, y, in, 0);
        int shift = SCALE + kept + 3;
        for (int x = 0; x < 8; x++) {
            out[to + x] = sample(in[8 * y + x], shift);
        }
    }

    /** Returns whether every eighth value from a position on is zero. */
    private static boolean isFlat(int[] a, int i) {
        return (a[i + 8] | a[i + 16] | a[i + 24] | a[i + 32] | a[i + 40] | a[i + 48] | a[i + 56])
                == 0;
    }

    /**
     * One-dimensional transform of eight values.
     *
     * @param a contains every eighth value from {@code i} on
     * @param b receives the results, contiguously from {@code 8 * i} on
     */
    private static void pass(int[] a, int i, int[] b, int shift) {
        int c1 = a[i + 8];
        int c2 = a[i + 16];
        int c3 = a[i + 24];
        int c5 = a[i + 40];
        int c6 = a[i + 48];
        int c7 = a[i + 56];
        int rotated = (c2 + c6) * C_0_541196100;
        int low = rotated - c6 * C_1_847759065;
        int high = rotated + c2 * C_0_765366865;
        int half = 1 << shift >> 1;
        int sum = (a[i] + a[i + 32] << SCALE) + half;
        int difference = (a[i] - a[i + 32] << SCALE) + half;
        int e0 = sum + high;
        int e3 = sum - high;
        int e1 = difference + low;
        int e2 = difference - low;
        int all = (c7 + c3 + c5 + c1) * C_1_175875602;
        int z1 = (c7 + c1) * -C_0_899976223;
        int z2 = (c5 + c3) * -C_2_562915447;
        int z3 = (c7 + c3) * -C_1_961570560 + all;
        int z4 = (c5 + c1) * -C_0_390180644 + all;
        int o3 = c7 * C_0_298631336 + z1 + z3;
        int o2 = c5 * C_2_053119869 + z2 + z4;
        int o1 = c3 * C_3_072711026 + z2 + z3;
        int o0 = c1 * C_1_501321110 + z1 + z4;
        int to = 8 * i;
        b[to] = e0 + o0 >> shift;
        b[to + 1] = e1 + o1 >> shift;
        b[to + 2] = e2 + o2 >> shift;
        b[to + 3] = e3 + o3 >> shift;
        b[to + 4] = e3 - o3 >> shift;
        b[to + 5] = e2 - o2 >> shift;
        b[to + 6] = e1 - o1 >> shift;
        b[to + 7] = e0 - o0 >> shift;
    }
}
