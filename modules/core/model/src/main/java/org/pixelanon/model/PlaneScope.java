package org.pixelanon.model;

/**
 * The planes of a file that a rectangle applies to: one {@link Plane}, one overlay group, or
 * everything.
 */
public sealed interface PlaneScope permits Plane, AllPlanes, AllFrames, OverlayGroup {

    /**
     * Returns whether a plane is meant.
     *
     * @param plane the plane asked about
     * @return true if a rectangle with this scope lies on that plane
     */
    boolean covers(Plane plane);
}
