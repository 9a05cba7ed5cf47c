package org.pixelanon.model;

/**
 * A plane rendered for the eye, 8 bits a sample.
 *
 * @param width columns
 * @param height rows
 * @param channels 1 (grey, 0 black) or 3 (red, green, blue)
 * @param samples width * height * channels bytes, row by row, channels of a pixel side by side; not
 *     copied, not to be changed
 */
@SuppressWarnings(
        "ArrayRecordComponent") // pixels are compared by those who need it, never by equals
public record PlaneImage(int width, int height, int channels, byte[] samples) {

    /** Checks that the samples fit the shape. */
    public PlaneImage {
        if (width < 1 || height < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException(width + "x" + height + "x" + channels);
        }
        if (samples.length != Math.multiplyExact(Math.multiplyExact(width, height), channels)) {
            throw new IllegalArgumentException(
                    samples.length + " samples for " + width + "x" + height + "x" + channels);
        }
    }

    /**
     * The plane as seen from further away.
     *
     * @param factor how many pixels of a row, and rows, become one, at least 1 and at most the
     *     shorter side
     * @return means of squares of pixels; what is left over at the right and below is left out
     */
    public PlaneImage reduced(int factor) {
        int columns = width / factor;
        int rows = height / factor;
        byte[] means = new byte[columns * rows * channels];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    int sum = sum(x * factor, y * factor, factor, channel);
                    means[(y * columns + x) * channels + channel] =
                            (byte) (sum / (factor * factor));
                }
            }
        }
        return new PlaneImage(columns, rows, channels, means);
    }

    private int sum(int left, int top, int side, int channel) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += samples[(y * width + x) * channels + channel] & 255;
            }
        }
        return sum;
    }
}
