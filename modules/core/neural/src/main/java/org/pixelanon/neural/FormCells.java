package org.pixelanon.neural;

import org.pixelanon.model.PlaneImage;

/**
 * A plane as the form classifier sees it: for each of 128 x 128 cells, the mean brightness, twice
 * its standard deviation, and the colourfulness, as integers from 0 to 255. Cells divide the plane
 * evenly and are rounded outwards, so that each has a pixel.
 */
final class FormCells {

    private static final int SIDE = 128;
    private static final int LAYERS = 3;
    private static final int WHITE = 255;

    /** Luma weights of red, green and blue in thousandths (ITU-R BT.601). */
    private static final int[] LUMA = {299, 587, 114};

    private static final int THOUSAND = 1000;

    private final PlaneImage plane;
    private final float[] values = new float[LAYERS * SIDE * SIDE];

    private final byte[] grey;

    private FormCells(PlaneImage plane) {
        this.plane = plane;
        boolean colour = plane.channels() > 1;
        this.grey = colour ? new byte[plane.width() * plane.height()] : plane.samples();
    }

    /** The network's input: 1 x 3 x 128 x 128. */
    static Tensor of(PlaneImage plane) {
        FormCells cells = new FormCells(plane);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                cells.fill(row, column);
            }
        }
        return new Tensor(new long[] {1, LAYERS, SIDE, SIDE}, cells.values);
    }

    private static int start(int cell, int length) {
        return (int) ((long) cell * length / SIDE);
    }

    private static int end(int cell, int length) {
        int end = (int) (((cell + 1L) * length + SIDE - 1) / SIDE);
        return Math.max(start(cell, length) + 1, end);
    }

    private void fill(int row, int column) {
        int left = start(column, plane.width());
        int right = end(column, plane.width());
        int top = start(row, plane.height());
        int bottom = end(row, plane.height());
        long sum = 0;
        long squares = 0;
        long colour = 0;
        for (int y = top; y < bottom; y++) {
            int from = y * plane.width();
            if (plane.channels() > 1) {
                colour += brighten(from + left, from + right);
            }
            for (int i = from + left; i < from + right; i++) {
                int level = grey[i] & WHITE;
                sum += level;
                squares += level * level;
            }
        }
        double pixels = (double) (bottom - top) * (right - left);
        double mean = sum / pixels;
        double deviation = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
        int cell = row * SIDE + column;
        values[cell] = (int) mean;
        values[SIDE * SIDE + cell] = (int) Math.min(WHITE, 2 * deviation);
        values[2 * SIDE * SIDE + cell] = (int) (colour / pixels);
    }

    /** Computes the brightness of some pixels; returns their total colourfulness. */
    private int brighten(int from, int to) {
        byte[] samples = plane.samples();
        int colour = 0;
        for (int i = from; i < to; i++) {
            int red = samples[LAYERS * i] & WHITE;
            int green = samples[LAYERS * i + 1] & WHITE;
            int blue = samples[LAYERS * i + 2] & WHITE;
            grey[i] = (byte) ((LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue) / THOUSAND);
            colour += Math.max(Math.max(red, green), blue) - Math.min(Math.min(red, green), blue);
        }
        return colour;
    }
}
