package org.pixelanon.model;

import java.util.Optional;

/**
 * A rectangle of whole pixels; origin top-left at 0,0. It may lie partly outside an image until it
 * is clipped.
 *
 * @param x column of the leftmost pixel
 * @param y row of the topmost pixel
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record PixelRectangle(int x, int y, int width, int height) {

    /** Checks that the rectangle holds at least one pixel and that its edges fit an int. */
    public PixelRectangle {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("rectangle of " + width + "x" + height + " pixels");
        }
        Math.addExact(x, width);
        Math.addExact(y, height);
    }

    /**
     * A rectangle from its corner pixels, both inside.
     *
     * @param left column of the leftmost pixel
     * @param top row of the topmost pixel
     * @param right column of the rightmost pixel, not less than left
     * @param bottom row of the lowest pixel, not less than top
     * @return the rectangle
     */
    public static PixelRectangle ofInclusive(int left, int top, int right, int bottom) {
        return ofEdges(left, top, Math.addExact(right, 1), Math.addExact(bottom, 1));
    }

    /**
     * A rectangle from its edges, right and bottom exclusive.
     *
     * @param left first column inside
     * @param top first row inside
     * @param right first column to the right of it
     * @param bottom first row below it
     * @return the rectangle
     */
    public static PixelRectangle ofEdges(int left, int top, int right, int bottom) {
        return new PixelRectangle(
                left, top, Math.subtractExact(right, left), Math.subtractExact(bottom, top));
    }

    /**
     * The first column to the right of the rectangle.
     *
     * @return x + width
     */
    public int right() {
        return x + width;
    }

    /**
     * The first row below the rectangle.
     *
     * @return y + height
     */
    public int bottom() {
        return y + height;
    }

    /**
     * The number of pixels inside.
     *
     * @return width times height
     */
    public long area() {
        return (long) width * height;
    }

    /**
     * Returns whether a pixel lies inside.
     *
     * @param column 0-based column
     * @param row 0-based row
     * @return true if inside
     */
    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    /**
     * Returns whether another rectangle lies entirely inside this one.
     *
     * @param other the other rectangle
     * @return true if every pixel of it is also one of this
     */
    public boolean contains(PixelRectangle other) {
        return other.x >= x
                && other.y >= y
                && other.right() <= right()
                && other.bottom() <= bottom();
    }

    /**
     * The pixels both rectangles share.
     *
     * @param other the other rectangle
     * @return the common rectangle, or empty if they share no pixel
     */
    public Optional<PixelRectangle> intersection(PixelRectangle other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int right = Math.min(right(), other.right());
        int bottom = Math.min(bottom(), other.bottom());
        return left < right && top < bottom
                ? Optional.of(ofEdges(left, top, right, bottom))
                : Optional.empty();
    }

    /**
     * The part inside an image.
     *
     * @param imageWidth columns of the image
     * @param imageHeight rows of the image
     * @return the clipped rectangle, or empty if it lies entirely outside
     */
    public Optional<PixelRectangle> clip(int imageWidth, int imageHeight) {
        return intersection(new PixelRectangle(0, 0, imageWidth, imageHeight));
    }

    /**
     * The smallest rectangle around both.
     *
     * @param other the other rectangle
     * @return the bounding rectangle
     */
    public PixelRectangle union(PixelRectangle other) {
        return ofEdges(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /**
     * The rectangle with a margin added on every side.
     *
     * @param columns pixels added left and right each
     * @param rows pixels added above and below each
     * @return the larger rectangle
     */
    public PixelRectangle grow(int columns, int rows) {
        return ofEdges(x - columns, y - rows, right() + columns, bottom() + rows);
    }

    /**
     * The same rectangle somewhere else.
     *
     * @param columns pixels to the right, negative to the left
     * @param rows pixels down, negative up
     * @return the moved rectangle
     */
    public PixelRectangle translate(int columns, int rows) {
        return new PixelRectangle(Math.addExact(x, columns), Math.addExact(y, rows), width, height);
    }

    @Override
    public String toString() {
        return "(" + x + "," + y + " " + width + "x" + height + ")";
    }
}
