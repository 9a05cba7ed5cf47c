package org.pixelanon.store;

import org.pixelanon.model.InclusiveBox;

/** Finds rectangles that mean the same place. */
final class NearBoxes {

    /**
     * Edges of one rectangle that differ by so much are those of the other, for the Python tool.
     */
    static final int PIXELS = 4;

    private NearBoxes() {}

    /** Whether both lie on the same plane. */
    static boolean samePlane(InclusiveBox a, InclusiveBox b) {
        return a.frame() == b.frame() && a.overlay() == b.overlay();
    }

    /** Whether no edge is more than so many pixels away from that of the other. */
    static boolean near(InclusiveBox a, InclusiveBox b, int pixels) {
        return Math.abs((long) a.left() - b.left()) <= pixels
                && Math.abs((long) a.top() - b.top()) <= pixels
                && Math.abs((long) a.right() - b.right()) <= pixels
                && Math.abs((long) a.bottom() - b.bottom()) <= pixels;
    }
}
