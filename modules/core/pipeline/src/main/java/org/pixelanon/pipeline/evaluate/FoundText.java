package org.pixelanon.pipeline.evaluate;

import org.pixelanon.model.PixelRectangle;

/**
 * A rectangle that something found on a plane.
 *
 * @param rectangle where
 * @param text what was read there; empty if nothing was
 * @param hides whether it covers what stands there; else it was only read
 */
public record FoundText(PixelRectangle rectangle, String text, boolean hides) {

    /** Leaves the text out. */
    @Override
    public String toString() {
        return rectangle.toString();
    }
}
