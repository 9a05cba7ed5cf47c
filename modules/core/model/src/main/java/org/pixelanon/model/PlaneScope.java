package org.pixelanon.model;

/**
 * Which planes of a file a rectangle is meant for: one {@link Plane}, one overlay group, or
 * everything.
 */
public sealed interface PlaneScope permits Plane, AllPlanes, AllFrames, OverlayGroup {

    /**
     * Tells whether a plane is meant.
     *
     * @param plane the plane asked about
     * @return true if a rectangle with this scope lies on that plane
     */
    boolean covers(Plane plane);
}
