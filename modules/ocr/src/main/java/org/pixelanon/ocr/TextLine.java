package org.pixelanon.ocr;

import org.pixelanon.model.PixelRectangle;

/**
 * A line of text that was found but not read.
 *
 * @param rectangle where, in pixels of the plane, padded so that every glyph pixel lies inside
 * @param orientation the direction in which the text runs
 * @param bright true if the glyphs are brighter than what surrounds them
 * @param channel 0-based index of the channel in which the line stands out most
 * @param quality contrast to noise, 0 or more; comparable within one plane only
 */
public record TextLine(
        PixelRectangle rectangle,
        Orientation orientation,
        boolean bright,
        int channel,
        double quality) {}
