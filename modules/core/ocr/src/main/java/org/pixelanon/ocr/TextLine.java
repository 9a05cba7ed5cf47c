package org.pixelanon.ocr;

import java.util.List;
import org.pixelanon.model.PixelRectangle;

/**
 * A line of text that was found but not read.
 *
 * @param rectangle its rectangle in pixels of the plane, padded so that every glyph pixel is inside
 * @param orientation the direction in which the text runs
 * @param bright true if the glyphs are brighter than their surroundings
 * @param channel 0-based index of the channel in which the line stands out most
 * @param quality contrast to noise, 0 or more; comparable within one plane only
 */
public record TextLine(
        PixelRectangle rectangle,
        Orientation orientation,
        boolean bright,
        int channel,
        double quality) {

    /** Share of the lower of two lines up to which stacked lines may overlap. */
    private static final double STACKED = .6;

    /**
     * The rectangle without overlaps with lines above and below. Margins of tightly stacked lines
     * overlap, and a slice of another line makes this one hard to read.
     *
     * @param lines all lines of the plane
     * @return the rectangle, cut at the middle of each overlap
     */
    PixelRectangle readable(List<TextLine> lines) {
        int top = rectangle.y();
        int bottom = top + rectangle.height();
        int cutTop = top;
        int cutBottom = bottom;
        for (TextLine line : lines) {
            PixelRectangle other = line.rectangle;
            int shared = rectangle.intersection(other).map(PixelRectangle::height).orElse(0);
            if (shared == 0
                    || orientation != Orientation.HORIZONTAL
                    || line.orientation != Orientation.HORIZONTAL
                    || shared > STACKED * Math.min(rectangle.height(), other.height())) {
                continue;
            }
            if (other.y() > top && other.y() + other.height() > bottom) {
                cutBottom = Math.min(cutBottom, bottom - shared / 2);
            } else if (other.y() < top && other.y() + other.height() < bottom) {
                cutTop = Math.max(cutTop, top + shared / 2);
            }
        }
        return cutTop < cutBottom
                ? PixelRectangle.ofEdges(
                        rectangle.x(), cutTop, rectangle.x() + rectangle.width(), cutBottom)
                : rectangle;
    }
}
