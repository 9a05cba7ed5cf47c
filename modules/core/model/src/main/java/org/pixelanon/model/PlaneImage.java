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
     * A part of the plane.
     *
     * @param box inside of the plane
     * @return a copy of its pixels
     */
    public PlaneImage part(PixelRectangle box) {
        byte[] part = new byte[box.width() * box.height() * channels];
        for (int row = 0; row < box.height(); row++) {
            System.arraycopy(
                    samples,
                    ((box.y() + row) * width + box.x()) * channels,
                    part,
                    row * box.width() * channels,
                    box.width() * channels);
        }
        return new PlaneImage(box.width(), box.height(), channels, part);
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

    /**
     * The plane as seen from nearer by.
     *
     * @param factor how many pixels of a row, and rows, one becomes, at least 1
     * @return samples between the middles of pixels are linear in both directions
     * @throws ArithmeticException if the samples do not fit an array
     */
    public PlaneImage enlarged(int factor) {
        int columns = Math.multiplyExact(width, factor);
        int rows = Math.multiplyExact(height, factor);
        byte[] between = new byte[Math.multiplyExact(Math.multiplyExact(columns, rows), channels)];
        for (int y = 0; y < rows; y++) {
            float down = inside((y + .5f) / factor - .5f, height);
            for (int x = 0; x < columns; x++) {
                float right = inside((x + .5f) / factor - .5f, width);
                for (int channel = 0; channel < channels; channel++) {
                    between[(y * columns + x) * channels + channel] =
                            (byte) Math.round(between(right, down, channel));
                }
            }
        }
        return new PlaneImage(columns, rows, channels, between);
    }

    private static float inside(float place, int length) {
        return Math.max(0, Math.min(length - 1, place));
    }

    private float between(float x, float y, int channel) {
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        float above =
                at(left, top, channel) * (1 - x + left) + at(right, top, channel) * (x - left);
        float below =
                at(left, bottom, channel) * (1 - x + left)
                        + at(right, bottom, channel) * (x - left);
        return above * (1 - y + top) + below * (y - top);
    }

    private int at(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 255;
    }

    private int sum(int left, int top, int side, int channel) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += at(x, y, channel);
            }
        }
        return sum;
    }
}
