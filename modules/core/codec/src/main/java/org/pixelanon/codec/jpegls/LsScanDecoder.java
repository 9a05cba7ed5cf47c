package org.pixelanon.codec.jpegls;

import java.util.Arrays;
import org.pixelanon.codec.base.CodecException;

/**
 * Decodes the rows of a JPEG-LS scan (ISO 14495-1 annex A). Rows have an extra number at each end:
 * the pixel {@code x}, 0-based, is at {@code x + 1}. Not thread-safe.
 */
final class LsScanDecoder {

    private final StuffedBitReader bits;
    private final ContextModel model;
    private final int columns;

    LsScanDecoder(StuffedBitReader bits, ContextModel model, int columns) {
        this.bits = bits;
        this.model = model;
        this.columns = columns;
    }

    /** Sets the ends of a row, which depend on the row above. */
    static void frame(int[] above, int[] row, int columns) {
        above[columns + 1] = above[columns];
        row[0] = above[1];
    }

    /** Decodes a row of one component. */
    void row(int[] above, int[] row, int component) throws CodecException {
        int left = row[0];
        int corner = above[0];
        int up = above[1];
        int x = 1;
        while (x <= columns) {
            int right = above[x + 1];
            int context = model.context(left, up, corner, right);
            if (context != 0) {
                left = sample(context, left, up, corner);
                row[x++] = left;
                corner = up;
                up = right;
                continue;
            }
            int length = runLength(columns + 1 - x, component);
            for (int end = x + length; x < end; x++) {
                row[x] = left;
            }
            if (x <= columns) {
                row[x] = runEnd(left, above[x], component);
                model.runEnded(component);
                x++;
            }
            left = row[x - 1];
            corner = above[x - 1];
            up = x <= columns ? above[x] : 0;
        }
        bits.requireData();
    }

    /** Decodes a row of all components, sample by sample; a run covers all of them. */
    void pixels(int[][] above, int[][] rows) throws CodecException {
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
                    rows[c][x] = sample(contexts[c], rows[c][x - 1], above[c][x], above[c][x - 1]);
                }
                x++;
                continue;
            }
            int end = x + runLength(columns + 1 - x, 0);
            for (int[] row : rows) {
                Arrays.fill(row, x, end, row[x - 1]);
            }
            x = end;
            if (x <= columns) {
                for (int c = 0; c < rows.length; c++) {
                    rows[c][x] = differingEnd(rows[c][x - 1], above[c][x], 0);
                }
                model.runEnded(0);
                x++;
            }
        }
        bits.requireData();
    }

    private int sample(int signedContext, int left, int up, int corner) throws CodecException {
        int sign = signedContext >> 31;
        int context = (signedContext ^ sign) - sign;
        int expected = model.expected(context, sign, left, up, corner);
        int k = model.parameter(context);
        int mapped = bits.number(k, model.limit);
        if (mapped > 2 * model.range) {
            throw damaged();
        }
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (model.isTurned(context, k)) {
            error = ~error;
        }
        model.learn(context, error);
        return value(expected, (error ^ sign) - sign);
    }

    /** The predicted value plus an error, modulo the range. */
    private int value(int expected, int error) {
        int value = expected + error * model.step;
        if (value < -model.near) {
            value += model.range * model.step;
        } else if (value > model.highest + model.near) {
            value -= model.range * model.step;
        }
        return Math.max(0, Math.min(model.highest, value));
    }

    private int runLength(int most, int component) throws CodecException {
        int length = 0;
        while (bits.bits(1) == 1) {
            int piece = 1 << model.runOrder(component);
            if (piece > most - length) {
                return most;
            }
            length += piece;
            model.runGoesOn(component);
            if (length == most) {
                return most;
            }
        }
        length += bits.bits(model.runOrder(component));
        if (length > most) {
            throw damaged();
        }
        return length;
    }

    private int runEnd(int left, int up, int component) throws CodecException {
        if (Math.abs(left - up) > model.near) {
            return differingEnd(left, up, component);
        }
        return value(left, runError(1, component));
    }

    private int differingEnd(int left, int up, int component) throws CodecException {
        int error = runError(0, component);
        return value(up, up >= left ? error : -error);
    }

    private int runError(int kind, int component) throws CodecException {
        int k = model.runParameter(kind);
        int mapped = bits.number(k, model.limit - model.runOrder(component) - 1);
        if (mapped > 2 * model.range) {
            throw damaged();
        }
        int folded = mapped + kind;
        int size = folded + 1 >> 1;
        boolean odd = (folded & 1) == 1;
        int error = (k != 0 || model.isRunNegative(kind)) == odd ? -size : size;
        model.learnRun(kind, error, mapped);
        return error;
    }

    private static CodecException damaged() {
        return new CodecException(LsHeader.CODEC + " frame is damaged");
    }
}
