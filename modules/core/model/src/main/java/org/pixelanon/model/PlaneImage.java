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
}
