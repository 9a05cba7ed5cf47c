package org.pixelanon.model;

import java.util.Locale;

/**
 * Every frame of one overlay plane.
 *
 * @param group the even group number, 0x6000 to 0x601E (DICOM PS3.3 C.9.2)
 */
public record OverlayGroup(int group) implements PlaneScope {

    /** The lowest overlay group. */
    public static final int FIRST = 0x6000;

    /** The highest overlay group. */
    public static final int LAST = 0x601E;

    /** Checks the group. */
    public OverlayGroup {
        check(group);
    }

    static void check(int group) {
        if (group < FIRST || group > LAST || (group & 1) != 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%04X is not an overlay group", group));
        }
    }

    @Override
    public boolean covers(Plane plane) {
        return plane instanceof OverlayPlane overlay && overlay.group() == group;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "overlay %04X", group);
    }
}
