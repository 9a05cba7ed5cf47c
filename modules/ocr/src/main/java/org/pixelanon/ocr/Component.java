package org.pixelanon.ocr;

/**
 * A connected set of equally marked pixels, with sums over its grey levels and over those of a ring
 * around it. Components of one mark are told apart by {@code seed}.
 *
 * @param x column of the leftmost pixel
 * @param y row of the topmost pixel
 * @param width columns
 * @param height rows
 * @param area pixels
 * @param edge pixels with a neighbour above, below, left or right that is not of the component
 * @param seed the first pixel in reading order, as an index into the {@link MarkImage}
 * @param inside grey levels of the pixels
 * @param ring grey levels two pixels away from a pixel of the component, where not marked
 */
record Component(
        int x,
        int y,
        int width,
        int height,
        int area,
        int edge,
        int seed,
        GreySums inside,
        GreySums ring) {

    /** Widest glyph or ligature, in heights. */
    private static final int WIDEST = 3;

    /** Narrowest glyph, in widths per height. */
    private static final int SLIMMEST = 12;

    /** Tallest glyph, in edge lengths of the square of the top-hat. */
    private static final int TALLEST = 7;

    /** Height of the smallest lower-case letter; larger sizes of stroke have larger glyphs. */
    private static final int LOWEST = 4;

    /** Pixels below which a component is a dot or noise. */
    private static final int SMALLEST = 5;

    /** Tallest one-pixel column that still may be a glyph. */
    private static final int TALLEST_HAIRLINE = 30;

    /** Share of the bounding box that a glyph fills at least. */
    private static final double SPARSEST = .12;

    /** Component of the transposed image. */
    Component transposed() {
        return new Component(y, x, height, width, area, edge, seed, inside, ring);
    }

    double fill() {
        return (double) area / ((double) width * height);
    }

    /** Tells whether size and shape fit a glyph of a line that runs from left to right. */
    static boolean fitsGlyph(int width, int height, int area, int size) {
        return height >= (size == ThinStrokes.SIZES[0] ? LOWEST : size)
                && height <= TALLEST * size
                && width <= WIDEST * height + 2
                && area >= SMALLEST
                && area > SPARSEST * width * height
                && (width > 1 || height <= TALLEST_HAIRLINE)
                && height <= SLIMMEST * width;
    }

    /**
     * Count, sum and sum of squares of grey levels.
     *
     * @param count number of samples
     * @param sum their sum
     * @param squares the sum of their squares
     */
    record GreySums(long count, long sum, long squares) {

        static final GreySums NONE = new GreySums(0, 0, 0);

        GreySums plus(GreySums other) {
            return new GreySums(count + other.count, sum + other.sum, squares + other.squares);
        }

        double mean() {
            return count == 0 ? 0 : (double) sum / count;
        }

        double deviation() {
            double mean = mean();
            return count == 0 ? 0 : Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
        }
    }
}
