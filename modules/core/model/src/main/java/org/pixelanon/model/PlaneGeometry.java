package org.pixelanon.model;

/**
 * Size and place of a plane.
 *
 * @param plane the plane
 * @param width columns
 * @param height rows
 * @param originX column of the image on which column 0 of the plane lies; 0 for frames, may be
 *     negative for overlays
 * @param originY row of the image on which row 0 of the plane lies
 */
public record PlaneGeometry(Plane plane, int width, int height, int originX, int originY) {

    /** Checks the size. */
    public PlaneGeometry {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(plane + " of " + width + "x" + height + " pixels");
        }
    }

    /**
     * The whole plane as a rectangle.
     *
     * @return (0,0) to (width,height)
     */
    public PixelRectangle bounds() {
        return new PixelRectangle(0, 0, width, height);
    }
}
