package org.pixelanon.codec.jpegls;

import java.util.Arrays;

/**
 * The adaptive state of a JPEG-LS scan: counters of each context, and the code parameters that
 * follow from them (ISO 14495-1 annex A). Encoder and decoder keep it in step. Not thread-safe.
 */
final class ContextModel {

    /** Run lengths as exponents of two, by run index (A.2.1). */
    private static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12,
        13, 14, 15
    };

    private static final int CONTEXTS = 365;
    private static final int RUN_KINDS = 2;
    private static final int LEAST_BIAS = -128;
    private static final int MOST_BIAS = 127;

    final int highest;
    final int near;
    final int range;
    final int errorBits;
    final int limit;

    /** The difference between neighbouring decoded values. */
    final int step;

    private final int reset;
    private final byte[] gradients;

    /** Sums of error sizes. */
    private final int[] sizes = new int[CONTEXTS];

    /** Sums of errors, kept small. */
    private final int[] sums = new int[CONTEXTS];

    private final int[] biases = new int[CONTEXTS];
    private final int[] counts = new int[CONTEXTS];
    private final int[] runSizes = new int[RUN_KINDS];
    private final int[] runCounts = new int[RUN_KINDS];
    private final int[] runNegatives = new int[RUN_KINDS];
    private final int[] runIndex;

    /**
     * Creates a model.
     *
     * @param p the parameters of the scan
     * @param components the number of components with separate run counters
     */
    ContextModel(LsParameters p, int components) {
        this.highest = p.highest();
        this.near = p.near();
        this.range = p.range();
        this.errorBits = p.errorBits();
        this.limit = p.limit();
        this.step = 2 * near + 1;
        this.reset = p.reset();
        this.gradients = gradients(p);
        this.runIndex = new int[components];
        restart();
    }

    /** The class of each difference from -highest to highest. */
    private static byte[] gradients(LsParameters p) {
        byte[] out = new byte[2 * p.highest() + 1];
        int zero = p.highest();
        int[] from = {p.near() + 1, p.t1(), p.t2(), p.t3(), p.highest() + 1};
        for (int level = 1; level <= 4; level++) {
            Arrays.fill(out, zero + from[level - 1], zero + from[level], (byte) level);
            Arrays.fill(out, zero + 1 - from[level], zero + 1 - from[level - 1], (byte) -level);
        }
        return out;
    }

    /** Resets the state. */
    void restart() {
        int size = Math.max(2, range + 32 >> 6);
        Arrays.fill(sizes, size);
        Arrays.fill(sums, 0);
        Arrays.fill(biases, 0);
        Arrays.fill(counts, 1);
        Arrays.fill(runSizes, size);
        Arrays.fill(runCounts, 1);
        Arrays.fill(runNegatives, 0);
        Arrays.fill(runIndex, 0);
    }

    /**
     * The context of a sample.
     *
     * @return 0 where a run begins; contexts of opposite gradients have opposite signs
     */
    int context(int left, int up, int corner, int right) {
        int zero = highest;
        return 81 * gradients[right - up + zero]
                + 9 * gradients[up - corner + zero]
                + gradients[corner - left + zero];
    }

    /** The predicted value in a context; sign is 0, or -1 in a context of negative sign. */
    int expected(int context, int sign, int left, int up, int corner) {
        int least = Math.min(left, up);
        int most = Math.max(left, up);
        int median = corner >= most ? least : corner <= least ? most : left + up - corner;
        int value = median + (biases[context] ^ sign) - sign;
        return Math.max(0, Math.min(highest, value));
    }

    /** The code parameter of a context: low bits of an error that are written verbatim. */
    int parameter(int context) {
        return parameter(sizes[context], counts[context]);
    }

    private static int parameter(int size, int count) {
        int k =
                Math.max(
                        0,
                        Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(size));
        return count << k < size ? k + 1 : k;
    }

    /** Returns whether errors of a context are mapped in opposite order: -1, 0, -2, 1 ... */
    boolean isTurned(int context, int parameter) {
        return parameter == 0 && near == 0 && 2 * sums[context] <= -counts[context];
    }

    /** Updates a context with an error. */
    void learn(int context, int error) {
        int sum = sums[context] + error * step;
        int size = sizes[context] + Math.abs(error);
        int count = counts[context];
        if (count == reset) {
            size >>= 1;
            sum >>= 1;
            count >>= 1;
        }
        count++;
        if (sum <= -count) {
            sum = Math.max(sum + count, 1 - count);
            biases[context] = Math.max(LEAST_BIAS, biases[context] - 1);
        } else if (sum > 0) {
            sum = Math.min(sum - count, 0);
            biases[context] = Math.min(MOST_BIAS, biases[context] + 1);
        }
        sums[context] = sum;
        sizes[context] = size;
        counts[context] = count;
    }

    /** The length of the next part of a run, as an exponent of two. */
    int runOrder(int component) {
        return RUN_ORDER[runIndex[component]];
    }

    /** Notes that a whole part was coded. */
    void runGoesOn(int component) {
        runIndex[component] = Math.min(RUN_ORDER.length - 1, runIndex[component] + 1);
    }

    /** Notes that the sample that ends a run was coded. */
    void runEnded(int component) {
        runIndex[component] = Math.max(0, runIndex[component] - 1);
    }

    /**
     * The code parameter of a sample that ends a run.
     *
     * @param kind 1 if the samples to the left and above are alike
     */
    int runParameter(int kind) {
        int size = runSizes[kind] + (kind == 1 ? runCounts[kind] >> 1 : 0);
        return parameter(size, runCounts[kind]);
    }

    /** Returns whether the errors that end a run were negative at least as often as not. */
    boolean isRunNegative(int kind) {
        return 2 * runNegatives[kind] >= runCounts[kind];
    }

    /** Updates the state with an error at the end of a run and the number written for it. */
    void learnRun(int kind, int error, int mapped) {
        if (error < 0) {
            runNegatives[kind]++;
        }
        runSizes[kind] += mapped + 1 - kind >> 1;
        if (runCounts[kind] == reset) {
            runSizes[kind] >>= 1;
            runCounts[kind] >>= 1;
            runNegatives[kind] >>= 1;
        }
        runCounts[kind]++;
    }
}
