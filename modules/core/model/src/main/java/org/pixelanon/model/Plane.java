package org.pixelanon.model;

/** Where pixels are stored: an image frame, or one frame of an overlay plane. */
public sealed interface Plane extends PlaneScope permits FramePlane, OverlayPlane {

    /**
     * The 0-based index of the frame in its image or in its overlay plane.
     *
     * @return index, 0 or more
     */
    int index();

    @Override
    default boolean covers(Plane plane) {
        return equals(plane);
    }
}
