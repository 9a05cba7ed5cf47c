package org.pixelanon.ocr;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;

/**
 * A connected set of equally marked pixels. Components of one mark are distinguished by their seed.
 * The appearance of its pixels is measured once, on request.
 */
final class Component {

    /** Widest glyph or ligature, in heights. */
    private static final int WIDEST = 3;

    /** Narrowest glyph, in widths per height. */
    private static final int SLIMMEST = 12;

    /** Tallest glyph, relative to the edge of the top-hat's square. */
    private static final int TALLEST = 7;

    /** Height of the smallest lower-case letter; larger strokes have larger glyphs. */
    private static final int LOWEST = 4;

    /** Fewest pixels of a component that is not a dot or noise. */
    private static final int SMALLEST = 5;

    /** Tallest one-pixel column that may be a glyph. */
    private static final int TALLEST_HAIRLINE = 30;

    /** Least share of the bounding box that a glyph fills. */
    private static final double SPARSEST = .12;

    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final int area;
    private final int seed;
    private final @Nullable Component origin;
    private @Nullable Ink ink;

    /**
     * A component.
     *
     * @param x column of the leftmost pixel
     * @param y row of the topmost pixel
     * @param width columns
     * @param height rows
     * @param area pixels
     * @param seed the first pixel in reading order, as an index into the {@link MarkImage}
     */
    Component(int x, int y, int width, int height, int area, int seed) {
        this(x, y, width, height, area, seed, null);
    }

    private Component(
            int x, int y, int width, int height, int area, int seed, @Nullable Component origin) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        this.area = area;
        this.seed = seed;
        this.origin = origin;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int area() {
        return area;
    }

    int seed() {
        return seed;
    }

    /** The component in the transposed image. */
    Component transposed() {
        return new Component(y, x, height, width, area, seed, this);
    }

    /** The appearance of the pixels, measured at the first call. */
    Ink ink(InkMeter meter) {
        Ink known = origin != null ? origin.ink(meter) : ink;
        if (known == null) {
            known = meter.measure(new PixelRectangle(x, y, width, height));
            ink = known;
        }
        return known;
    }

    double fill() {
        return (double) area / ((double) width * height);
    }

    /** Returns whether size and shape fit a glyph of a line that runs from left to right. */
    static boolean fitsGlyph(int width, int height, int area, int size) {
        return height >= (size == StrokeSizes.SIZES[0] ? LOWEST : size)
                && height <= TALLEST * size
                && width <= WIDEST * height + 2
                && area >= SMALLEST
                && area > SPARSEST * width * height
                && (width > 1 || height <= TALLEST_HAIRLINE)
                && height <= SLIMMEST * width;
    }
}
