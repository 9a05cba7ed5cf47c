package org.pixelanon.model;

/** Every frame of the image pixels, no overlay plane. */
public record AllFrames() implements PlaneScope {

    @Override
    public boolean covers(Plane plane) {
        return plane instanceof FramePlane;
    }

    @Override
    public String toString() {
        return "all frames";
    }
}
