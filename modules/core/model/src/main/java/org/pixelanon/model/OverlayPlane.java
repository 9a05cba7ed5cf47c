package org.pixelanon.model;

import java.util.Locale;

/**
 * One frame of an overlay plane (DICOM PS3.3 C.9.2), stored in its own element or in high bits of
 * the image pixels.
 *
 * @param group the even group number, 0x6000 to 0x601E
 * @param index 0-based overlay frame; for an overlay in high bits the index of the image frame that
 *     holds it
 */
public record OverlayPlane(int group, int index) implements Plane {

    /** Checks group and index. */
    public OverlayPlane {
        OverlayGroup.check(group);
        if (index < 0) {
            throw new IllegalArgumentException("overlay frame index " + index + " is negative");
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "overlay %04X frame %d", group, index + 1);
    }
}
