package org.pixelanon.codec.jpeglossless;

/**
 * Predicts samples of JPEG lossless from those left and above (ISO 10918-1 table H.1). A row
 * contains the components of a scan side by side. Not thread-safe.
 *
 * <p>The standard requires restart intervals of whole rows. In others, the first row is the rest of
 * the row in which they begin.
 */
final class Predictor {

    private static final int LEFT = 1;

    private final int predictor;
    private final int initial;
    private final int step;
    private int[] above;
    private int[] row;
    private boolean fresh = true;
    private boolean firstRow = true;

    /**
     * Begins a scan.
     *
     * @param predictor 1 to 7
     * @param initial what is predicted where there is no sample to the left or above
     * @param columns pixels of a row
     * @param step components of a pixel
     */
    Predictor(int predictor, int initial, int columns, int step) {
        this.predictor = predictor;
        this.initial = initial;
        this.step = step;
        this.above = new int[columns * step];
        this.row = new int[columns * step];
    }

    /** Moves to the next row and returns the array to fill. */
    int[] nextRow() {
        int[] swap = above;
        above = row;
        row = swap;
        firstRow = fresh;
        return row;
    }

    /** Begins an interval, which does not depend on earlier samples. */
    void restart() {
        fresh = true;
        firstRow = true;
    }

    /**
     * Converts differences modulo 65536 in the row into samples.
     *
     * @param from index of the first number
     * @param to index after the last
     */
    void toSamples(int from, int to) {
        int rest = from;
        if (fresh || from == 0) {
            for (; rest < from + step; rest++) {
                row[rest] = row[rest] + (fresh ? initial : above[rest]) & 0xFFFF;
            }
            fresh = false;
        }
        if (firstRow || predictor == LEFT) {
            for (int i = rest; i < to; i++) {
                row[i] = row[i] + row[i - step] & 0xFFFF;
            }
        } else {
            addPredictions(rest, to);
        }
    }

    /** One loop per predictor: a switch per sample would take longer than the addition. */
    private void addPredictions(int from, int to) {
        int[] b = above;
        int[] r = row;
        int s = step;
        switch (predictor) {
            case 2 -> {
                for (int i = from; i < to; i++) {
                    r[i] = r[i] + b[i] & 0xFFFF;
                }
            }
            case 3 -> {
                for (int i = from; i < to; i++) {
                    r[i] = r[i] + b[i - s] & 0xFFFF;
                }
            }
            case 4 -> {
                for (int i = from; i < to; i++) {
                    r[i] = r[i] + r[i - s] + b[i] - b[i - s] & 0xFFFF;
                }
            }
            case 5 -> {
                for (int i = from; i < to; i++) {
                    r[i] = r[i] + r[i - s] + (b[i] - b[i - s] >> 1) & 0xFFFF;
                }
            }
            case 6 -> {
                for (int i = from; i < to; i++) {
                    r[i] = r[i] + b[i] + (r[i - s] - b[i - s] >> 1) & 0xFFFF;
                }
            }
            default -> {
                for (int i = from; i < to; i++) {
                    r[i] = r[i] + (r[i - s] + b[i] >> 1) & 0xFFFF;
                }
            }
        }
    }

    /**
     * Computes the differences of the row's samples, without restart.
     *
     * @param out receives them, modulo 65536
     * @param start index of the first
     */
    void differences(short[] out, int start) {
        int[] b = above;
        int[] r = row;
        for (int i = 0; i < step; i++) {
            out[start + i] = (short) (r[i] - (fresh ? initial : b[i]));
        }
        fresh = false;
        int to = start + step;
        for (int i = step; i < r.length; i++, to++) {
            int prediction = firstRow ? r[i - step] : prediction(r[i - step], b[i], b[i - step]);
            out[to] = (short) (r[i] - prediction);
        }
    }

    private int prediction(int left, int up, int corner) {
        return switch (predictor) {
            case LEFT -> left;
            case 2 -> up;
            case 3 -> corner;
            case 4 -> left + up - corner;
            case 5 -> left + (up - corner >> 1);
            case 6 -> up + (left - corner >> 1);
            default -> left + up >> 1;
        };
    }
}
