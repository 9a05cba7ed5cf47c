package org.pixelanon.model;

/**
 * A rectangle as the Python tool writes it in its database and CSV files: corner pixels inclusive,
 * -1 for "not applicable". Only this class converts that convention to a {@link Region} and back.
 *
 * @param left leftmost column, inclusive
 * @param top topmost row, inclusive
 * @param right rightmost column, inclusive
 * @param bottom lowest row, inclusive
 * @param frame 0-based frame of the image or, with an overlay, of the overlay; -1 for all
 * @param overlay number of the overlay plane, (group - 0x6000) / 2; -1 for the image
 */
public record InclusiveBox(int left, int top, int right, int bottom, int frame, int overlay) {

    /** The value of all four edges in a row that speaks of a whole plane or file. */
    public static final int NONE = -1;

    /**
     * Returns whether this is a summary row without a rectangle.
     *
     * @return true if all four edges are -1
     */
    public boolean isSummary() {
        return left == NONE && top == NONE && right == NONE && bottom == NONE;
    }

    /**
     * The box of a region.
     *
     * @param region any region
     * @return the box; all image frames without overlays cannot be told from all planes there and
     *     become -1, -1
     */
    public static InclusiveBox of(Region region) {
        PixelRectangle r = region.rectangle();
        int frame = region.scope() instanceof Plane plane ? plane.index() : NONE;
        return new InclusiveBox(
                r.x(), r.y(), r.right() - 1, r.bottom() - 1, frame, overlayOf(region.scope()));
    }

    /**
     * The summary row of a plane.
     *
     * @param scope the plane or planes
     * @return a box with all four edges -1
     */
    public static InclusiveBox summary(PlaneScope scope) {
        int frame = scope instanceof Plane plane ? plane.index() : NONE;
        return new InclusiveBox(NONE, NONE, NONE, NONE, frame, overlayOf(scope));
    }

    private static int overlayOf(PlaneScope scope) {
        if (scope instanceof OverlayPlane plane) {
            return (plane.group() - OverlayGroup.FIRST) / 2;
        }
        return scope instanceof OverlayGroup group
                ? (group.group() - OverlayGroup.FIRST) / 2
                : NONE;
    }

    /**
     * The region meant.
     *
     * @return the region
     * @throws IllegalArgumentException if the box is inverted, a summary row, or names an
     *     impossible frame or overlay
     */
    public Region toRegion() {
        if (isSummary()) {
            throw new IllegalArgumentException("a summary row has no rectangle");
        }
        if (right < left || bottom < top) {
            throw new IllegalArgumentException(
                    "inverted rectangle " + left + "," + top + "," + right + "," + bottom);
        }
        return new Region(scope(), PixelRectangle.ofInclusive(left, top, right, bottom));
    }

    /**
     * The planes meant.
     *
     * @return the scope
     * @throws IllegalArgumentException if the frame or the overlay is impossible
     */
    public PlaneScope scope() {
        if (frame < NONE || overlay < NONE) {
            throw new IllegalArgumentException("frame " + frame + ", overlay " + overlay);
        }
        if (overlay == NONE) {
            return frame == NONE ? new AllPlanes() : new FramePlane(frame);
        }
        int group = OverlayGroup.FIRST + 2 * overlay;
        return frame == NONE ? new OverlayGroup(group) : new OverlayPlane(group, frame);
    }
}
