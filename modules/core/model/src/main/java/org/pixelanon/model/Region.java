package org.pixelanon.model;

/**
 * A rectangle and the planes it lies on.
 *
 * @param scope one plane, an overlay group, all frames or everything
 * @param rectangle in the coordinates of the plane; in image coordinates for {@link AllPlanes}
 */
public record Region(PlaneScope scope, PixelRectangle rectangle) {

    @Override
    public String toString() {
        return scope + " " + rectangle;
    }
}
