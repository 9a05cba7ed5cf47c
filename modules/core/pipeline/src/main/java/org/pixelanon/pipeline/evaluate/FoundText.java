package org.pixelanon.pipeline.evaluate;

import org.pixelanon.model.PixelRectangle;

/**
 * A rectangle that something found on a plane.
 *
 * @param rectangle where
 * @param text what was read there; empty if nothing was
 */
public record FoundText(PixelRectangle rectangle, String text) {

    /** Leaves the text out. */
    @Override
    public String toString() {
        return rectangle.toString();
    }
}
