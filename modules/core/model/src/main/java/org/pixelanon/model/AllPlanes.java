package org.pixelanon.model;

/**
 * Every image frame and every overlay frame. A rectangle with this scope is in image coordinates;
 * on an overlay plane it is shifted by the overlay's origin.
 */
public record AllPlanes() implements PlaneScope {

    @Override
    public boolean covers(Plane plane) {
        return true;
    }

    @Override
    public String toString() {
        return "all planes";
    }
}
