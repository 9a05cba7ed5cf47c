package org.pixelanon.codec.jpegls;

/**
 * Encodes the rows of a lossless JPEG-LS scan, as {@link LsScanDecoder} decodes them. Not
 * thread-safe.
 */
final class LsScanEncoder {

    private final StuffedBitWriter bits;
    private final ContextModel model;
    private final int columns;

    LsScanEncoder(StuffedBitWriter bits, ContextModel model, int columns) {
        this.bits = bits;
        this.model = model;
        this.columns = columns;
    }

    /** Encodes a row of one component. */
    void row(int[] above, int[] row, int component) {
        int x = 1;
        while (x <= columns) {
            int left = row[x - 1];
            int corner = above[x - 1];
            int up = above[x];
            int context = model.context(left, up, corner, above[x + 1]);
            if (context != 0) {
                sample(context, left, up, corner, row[x]);
                x++;
                continue;
            }
            int end = x;
            while (end <= columns && row[end] == left) {
                end++;
            }
            run(end - x, end > columns, component);
            x = end;
            if (x <= columns) {
                int kind = left == above[x] ? 1 : 0;
                int sign = kind == 1 || above[x] >= left ? 1 : -1;
                runEnd(kind, sign * (row[x] - above[x]), component);
                model.runEnded(component);
                x++;
            }
        }
    }

    /** Encodes a row of all components, sample by sample. */
    void pixels(int[][] above, int[][] rows) {
        int x = 1;
        int[] contexts = new int[rows.length];
        while (x <= columns) {
            int any = 0;
            for (int c = 0; c < rows.length; c++) {
                int[] b = above[c];
                contexts[c] = model.context(rows[c][x - 1], b[x], b[x - 1], b[x + 1]);
                any |= contexts[c];
            }
            if (any != 0) {
                for (int c = 0; c < rows.length; c++) {
                    int[] b = above[c];
                    sample(contexts[c], rows[c][x - 1], b[x], b[x - 1], rows[c][x]);
                }
                x++;
                continue;
            }
            int end = x;
            while (end <= columns && isLikeLeft(rows, end)) {
                end++;
            }
            run(end - x, end > columns, 0);
            x = end;
            if (x <= columns) {
                for (int c = 0; c < rows.length; c++) {
                    int sign = above[c][x] >= rows[c][x - 1] ? 1 : -1;
                    runEnd(0, sign * (rows[c][x] - above[c][x]), 0);
                }
                model.runEnded(0);
                x++;
            }
        }
    }

    private static boolean isLikeLeft(int[][] rows, int x) {
        for (int[] row : rows) {
            if (row[x] != row[x - 1]) {
                return false;
            }
        }
        return true;
    }

    private void sample(int signedContext, int left, int up, int corner, int value) {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int expected = model.expected(context, sign, left, up, corner);
        int error = reduced((value - expected ^ sign) - sign);
        int k = model.parameter(context);
        int mapped = model.isTurned(context, k) ? ~error : error;
        bits.number(mapped << 1 ^ mapped >> 31, k, model.limit);
        model.learn(context, error);
    }

    /** The error modulo the range, as close to 0 as possible. */
    private int reduced(int error) {
        int positive = error < 0 ? error + model.range : error;
        return positive >= model.range + 1 >> 1 ? positive - model.range : positive;
    }

    private void run(int length, boolean toTheEnd, int component) {
        int rest = length;
        while (rest >= 1 << model.runOrder(component)) {
            bits.bits(1, 1);
            rest -= 1 << model.runOrder(component);
            model.runGoesOn(component);
        }
        if (!toTheEnd) {
            bits.bits(rest, 1 + model.runOrder(component));
        } else if (rest > 0) {
            bits.bits(1, 1);
        }
    }

    private void runEnd(int kind, int difference, int component) {
        int error = reduced(difference);
        int k = model.runParameter(kind);
        boolean odd = error != 0 && (k != 0 || model.isRunNegative(kind)) == error < 0;
        int mapped = 2 * Math.abs(error) - (odd ? 1 : 0) - kind;
        bits.number(mapped, k, model.limit - model.runOrder(component) - 1);
        model.learnRun(kind, error, mapped);
    }
}
