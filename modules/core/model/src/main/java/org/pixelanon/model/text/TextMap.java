package org.pixelanon.model.text;

import java.util.Optional;
import org.pixelanon.model.PixelRectangle;

/**
 * The likelihood of each pixel of a plane to belong to text.
 *
 * @param width columns
 * @param height rows
 * @param likelihoods width * height bytes, row by row, 0 for no text to 255 for text; not copied,
 *     not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TextMap(int width, int height, byte[] likelihoods) {

    private static final int SURE = 255;

    /** Checks that the likelihoods fit the shape. */
    public TextMap {
        if (width < 1 || height < 1 || likelihoods.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    likelihoods.length + " likelihoods for " + width + "x" + height);
        }
    }

    /**
     * The likelihood of a pixel.
     *
     * @param x its column, 0-based
     * @param y its row, 0-based
     * @return 0 to 255
     */
    public int at(int x, int y) {
        return likelihoods[y * width + x] & SURE;
    }

    /**
     * The mean likelihood in a rectangle, as far as it lies inside the plane.
     *
     * @param rectangle the rectangle
     * @return 0 to 1; 0 for one outside of the plane
     */
    public double mean(PixelRectangle rectangle) {
        Optional<PixelRectangle> inside =
                rectangle.intersection(new PixelRectangle(0, 0, width, height));
        if (inside.isEmpty()) {
            return 0;
        }
        PixelRectangle box = inside.get();
        long sum = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                sum += at(x, y);
            }
        }
        return sum / ((double) SURE * box.area());
    }

    /**
     * The smallest rectangle around likely pixels.
     *
     * @param rectangle where to look
     * @param least likelihood of pixels that count, 0 to 255
     * @return the rectangle; empty if there is no such pixel
     */
    public Optional<PixelRectangle> bounds(PixelRectangle rectangle, int least) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int y = Math.max(0, rectangle.y()); y < Math.min(height, rectangle.bottom()); y++) {
            for (int x = Math.max(0, rectangle.x()); x < Math.min(width, rectangle.right()); x++) {
                if (at(x, y) >= least) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = y + 1;
                }
            }
        }
        return right == 0
                ? Optional.empty()
                : Optional.of(PixelRectangle.ofEdges(left, top, right, bottom));
    }
}
