package org.pixelanon.model.text;

import org.pixelanon.model.PixelRectangle;

/**
 * A place where a finder sees a line of text or a code.
 *
 * @param rectangle where, in pixels of the plane
 * @param score how sure the finder is, 0 to 1; comparable among lines of one finder only
 * @param vertical true if the line seems to run upwards or downwards
 * @param code true if it is a barcode or matrix code, which no reader of text can read
 * @param thickness pixels across the line: no more than the shorter side of the rectangle, and less
 *     if the line is slanted and the finder tells
 */
public record FoundLine(
        PixelRectangle rectangle, double score, boolean vertical, boolean code, int thickness) {

    /**
     * A line of text.
     *
     * @param rectangle where, in pixels of the plane
     * @param score how sure the finder is, 0 to 1
     * @param vertical true if the line seems to run upwards or downwards
     */
    public FoundLine(PixelRectangle rectangle, double score, boolean vertical) {
        this(rectangle, score, vertical, false, Math.min(rectangle.width(), rectangle.height()));
    }

    /**
     * The same, seen to be somewhere else.
     *
     * @param place in pixels of the plane
     * @return a line that is no thicker than the place
     */
    public FoundLine at(PixelRectangle place) {
        int side = Math.min(place.width(), place.height());
        return new FoundLine(place, score, vertical, code, Math.min(thickness, side));
    }

    /**
     * A barcode or matrix code.
     *
     * @param rectangle where, in pixels of the plane
     * @return that code
     */
    public static FoundLine ofCode(PixelRectangle rectangle) {
        int side = Math.min(rectangle.width(), rectangle.height());
        return new FoundLine(rectangle, 1, rectangle.height() > rectangle.width(), true, side);
    }
}
