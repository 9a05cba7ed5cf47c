package org.pixelanon.model;

/**
 * One frame of the image pixels.
 *
 * @param index 0-based; people read the frame number, which is index + 1 (DICOM PS3.3 C.7.6.6)
 */
public record FramePlane(int index) implements Plane {

    /** Checks the index. */
    public FramePlane {
        if (index < 0) {
            throw new IllegalArgumentException("frame index " + index + " is negative");
        }
    }

    @Override
    public String toString() {
        return "frame " + (index + 1);
    }
}
