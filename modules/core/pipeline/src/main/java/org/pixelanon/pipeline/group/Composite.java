package org.pixelanon.pipeline.group;

import java.util.Arrays;
import org.pixelanon.model.PlaneImage;

/**
 * Many planes of one size seen through one picture, sample by sample: the lightest, the darkest,
 * the mean and the variance. Takes the same memory however many planes are added, 14 bytes a
 * sample. The sums are whole numbers, so that the order of the planes does not matter. Not
 * thread-safe.
 */
public final class Composite {

    private static final int WHITE = 255;
    private static final int MOST_PLANES = Integer.MAX_VALUE / WHITE;

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] darkest;
    private final byte[] lightest;
    private final int[] sums;
    private final long[] squares;
    private int planes;

    /**
     * Begins without planes.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @param channels 1 (grey) or 3 (red, green, blue)
     */
    public Composite(int width, int height, int channels) {
        int samples = Math.multiplyExact(Math.multiplyExact(width, height), channels);
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.darkest = new byte[samples];
        this.lightest = new byte[samples];
        this.sums = new int[samples];
        this.squares = new long[samples];
        Arrays.fill(darkest, (byte) WHITE);
    }

    /**
     * Adds a plane.
     *
     * @param image the plane as it is drawn; not kept
     * @throws IllegalArgumentException if it has another size or other channels
     * @throws IllegalStateException after some eight million planes
     */
    public void add(PlaneImage image) {
        if (image.width() != width || image.height() != height || image.channels() != channels) {
            throw new IllegalArgumentException("a plane of a different shape");
        }
        if (planes == MOST_PLANES) {
            throw new IllegalStateException("too many planes for one image");
        }
        planes++;
        byte[] samples = image.samples();
        for (int i = 0; i < samples.length; i++) {
            int value = samples[i] & WHITE;
            sums[i] += value;
            squares[i] += (long) value * value;
            if (value > (lightest[i] & WHITE)) {
                lightest[i] = samples[i];
            }
            if (value < (darkest[i] & WHITE)) {
                darkest[i] = samples[i];
            }
        }
    }

    /**
     * Number of planes added.
     *
     * @return 0 or more
     */
    public int planes() {
        return planes;
    }

    /**
     * Columns.
     *
     * @return at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Rows.
     *
     * @return at least 1
     */
    public int height() {
        return height;
    }

    /**
     * Channels.
     *
     * @return 1 or 3
     */
    public int channels() {
        return channels;
    }

    /** The sum of a sample over all planes. */
    int sum(int sample) {
        return sums[sample];
    }

    /** The sum of the squares of a sample over all planes. */
    long squares(int sample) {
        return squares[sample];
    }

    /**
     * The lightest value of each sample: bright text that stands anywhere in the stack.
     *
     * @return a copy; black without planes
     */
    public PlaneImage maximum() {
        return new PlaneImage(width, height, channels, lightest.clone());
    }

    /**
     * The darkest value of each sample: dark text that stands anywhere in the stack.
     *
     * @return a copy; white without planes
     */
    public PlaneImage minimum() {
        return new PlaneImage(width, height, channels, darkest.clone());
    }

    /**
     * The mean of each sample: what stands in all planes, the rest blurred.
     *
     * @return rounded; black without planes
     */
    public PlaneImage mean() {
        byte[] out = new byte[sums.length];
        for (int i = 0; i < out.length && planes > 0; i++) {
            out[i] = (byte) ((sums[i] + planes / 2L) / planes);
        }
        return new PlaneImage(width, height, channels, out);
    }

    /**
     * Where planes differ: the square root of the variance of each sample, stretched so that the
     * largest is white. Text that changes shines, what stays is black.
     *
     * @return black without planes, or if all are the same
     */
    public PlaneImage variance() {
        double most = 0;
        for (int i = 0; i < sums.length; i++) {
            most = Math.max(most, varianceOf(i));
        }
        byte[] out = new byte[sums.length];
        for (int i = 0; i < out.length && most > 0; i++) {
            out[i] = (byte) Math.rint(WHITE * Math.sqrt(varianceOf(i) / most));
        }
        return new PlaneImage(width, height, channels, out);
    }

    private double varianceOf(int sample) {
        return planes == 0 ? 0 : varianceOf(sums[sample], squares[sample], planes);
    }

    /** The variance of {@code count} values, from their sum and the sum of their squares. */
    static double varianceOf(long sum, long squares, int count) {
        double mean = (double) sum / count;
        return Math.max(0, (double) squares / count - mean * mean);
    }
}
