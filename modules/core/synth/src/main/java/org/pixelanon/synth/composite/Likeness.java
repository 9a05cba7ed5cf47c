package org.pixelanon.synth.composite;

import org.pixelanon.model.Hashes;
import org.pixelanon.model.PlaneImage;

/**
 * A version of a picture so small that copies look alike, however they were compressed.
 *
 * @param cells the lightness of 16 by 16 pieces of the picture, mean 0, length 1; all 0 if the
 *     picture is uniform
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by equals
record Likeness(double[] cells) {
    private static final int SIDE = 16;
    private static final double SAME = 0.97;

    static Likeness of(PlaneImage image) {
        double[] cells = new double[SIDE * SIDE];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = mean(image, i % SIDE, i / SIDE);
        }
        double mean = 0;
        for (double cell : cells) {
            mean += cell / cells.length;
        }
        double square = 0;
        for (int i = 0; i < cells.length; i++) {
            cells[i] -= mean;
            square += cells[i] * cells[i];
        }
        double length = StrictMath.sqrt(square);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = length < SIDE ? 0 : cells[i] / length;
        }
        return new Likeness(cells);
    }

    private static double mean(PlaneImage image, int column, int row) {
        int left = column * image.width() / SIDE;
        int right = Math.max(left + 1, (column + 1) * image.width() / SIDE);
        int top = row * image.height() / SIDE;
        int bottom = Math.max(top + 1, (row + 1) * image.height() / SIDE);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            int from = (y * image.width() + left) * image.channels();
            int to = (y * image.width() + right) * image.channels();
            for (int i = from; i < to; i++) {
                sum += image.samples()[i] & 0xFF;
            }
        }
        return sum / (double) ((bottom - top) * (right - left) * image.channels());
    }

    /**
     * Returns whether two pictures correlate so well that they are the same, or neighbours in a
     * series.
     */
    boolean meets(Likeness other) {
        double product = 0;
        for (int i = 0; i < cells.length; i++) {
            product += cells[i] * other.cells[i];
        }
        return product >= SAME || isEven() && other.isEven();
    }

    /** Returns whether the picture is uniform. */
    boolean isEven() {
        for (double cell : cells) {
            if (cell != 0) {
                return false;
            }
        }
        return true;
    }

    /** A hash that is equal for pictures whose cells agree to a fortieth of their range. */
    String hash() {
        byte[] coarse = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            coarse[i] = (byte) StrictMath.rint(cells[i] * 40);
        }
        return Hashes.hex(Hashes.sha256(coarse));
    }
}
