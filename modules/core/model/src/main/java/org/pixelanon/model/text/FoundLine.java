package org.pixelanon.model.text;

import org.pixelanon.model.PixelRectangle;

/**
 * A place where a finder sees a line of text.
 *
 * @param rectangle where, in pixels of the plane
 * @param score how sure the finder is, 0 to 1; comparable among lines of one finder only
 * @param vertical true if the line seems to run upwards or downwards
 */
public record FoundLine(PixelRectangle rectangle, double score, boolean vertical) {}
