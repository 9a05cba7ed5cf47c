package org.pixelanon.model.text;

import org.pixelanon.model.PixelRectangle;

/**
 * A place where a detector sees a line of text.
 *
 * @param rectangle where, in pixels of the plane
 * @param score how sure the detector is, 0 to 1; comparable among lines of one detector only
 * @param vertical true if the line seems to run upwards or downwards
 */
public record DetectedLine(PixelRectangle rectangle, double score, boolean vertical) {}
