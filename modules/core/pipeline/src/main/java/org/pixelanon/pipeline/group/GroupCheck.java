package org.pixelanon.pipeline.group;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;

/**
 * Compares one member of a group with all others just outside the rectangles that were drawn for
 * the group: if its pixels there are none the others have, something reaches out of a rectangle, or
 * stands elsewhere. A member is compared with the others only, never with itself, so that it cannot
 * hide its own difference in a small group. One per member; not thread-safe.
 */
public final class GroupCheck {

    /** Width in pixels of the frame around each rectangle. */
    private static final int BORDER = 3;

    /** Grey levels, of 255, that count as no difference. */
    private static final double LEVELS = 24;

    /** What the others vary is no difference either, times this. */
    private static final double DEVIATIONS = 3;

    /** One stroke that crosses the frame leaves more samples than this. */
    private static final int STRAY = 3;

    /** Rectangles of text have a margin, which need not be covered. */
    private static final int MARGIN = 2;

    private final Composite group;
    private final int[] samples;
    private final int[] darkest;
    private final int[] lightest;
    private final long[] sums;
    private final long[] squares;
    private int planes;

    /**
     * Begins without planes of the member.
     *
     * @param group all planes of all members, those of this one included
     * @param rectangles those drawn for the group; what lies outside is left out
     */
    public GroupCheck(Composite group, List<PixelRectangle> rectangles) {
        this.group = group;
        this.samples = border(group, rectangles);
        this.darkest = new int[samples.length];
        this.lightest = new int[samples.length];
        this.sums = new long[samples.length];
        this.squares = new long[samples.length];
    }

    /** The samples around rectangles that lie in none of them. */
    private static int[] border(Composite group, List<PixelRectangle> rectangles) {
        BitSet around = new BitSet();
        for (PixelRectangle r : rectangles) {
            fill(group, around, r.grow(BORDER, BORDER), true);
        }
        for (PixelRectangle r : rectangles) {
            fill(group, around, r, false);
        }
        int channels = group.channels();
        return around.stream()
                .flatMap(p -> java.util.stream.IntStream.range(p * channels, (p + 1) * channels))
                .toArray();
    }

    private static void fill(Composite group, BitSet pixels, PixelRectangle r, boolean value) {
        Optional<PixelRectangle> inside = r.clip(group.width(), group.height());
        for (int y = inside.map(PixelRectangle::y).orElse(0);
                y < inside.map(PixelRectangle::bottom).orElse(0);
                y++) {
            int start = y * group.width();
            pixels.set(start + inside.get().x(), start + inside.get().right(), value);
        }
    }

    /**
     * Adds a plane of the member.
     *
     * @param image a plane that is also part of the group, drawn in the same way
     */
    public void add(PlaneImage image) {
        byte[] all = image.samples();
        for (int i = 0; i < samples.length; i++) {
            int value = all[samples[i]] & 0xFF;
            darkest[i] = planes == 0 ? value : Math.min(darkest[i], value);
            lightest[i] = planes == 0 ? value : Math.max(lightest[i], value);
            sums[i] += value;
            squares[i] += (long) value * value;
        }
        planes++;
    }

    /**
     * Returns whether the member differs around the rectangles from all others.
     *
     * @return true also if there are no others to compare with, unless there is no rectangle
     */
    public boolean borderDiffers() {
        int others = group.planes() - planes;
        if (samples.length == 0) {
            return false;
        }
        if (others < 1) {
            return true;
        }
        int different = 0;
        for (int i = 0; i < samples.length; i++) {
            long sum = group.sum(samples[i]) - sums[i];
            long square = group.squares(samples[i]) - squares[i];
            double mean = (double) sum / others;
            double deviation = Math.sqrt(Composite.varianceOf(sum, square, others));
            double slack = LEVELS + DEVIATIONS * deviation;
            boolean same = darkest[i] >= mean - slack && lightest[i] <= mean + slack;
            different += same ? 0 : 1;
        }
        return different > STRAY;
    }

    /**
     * Returns whether text is blanked entirely, but for the margin of its rectangle.
     *
     * @param blanked what is blanked in the file
     * @param text where text was found
     * @param overlays the overlays of the file; rectangles in image coordinates count for text on
     *     an overlay only where both coordinates are the same
     * @return false if a pixel of it stays
     */
    public static boolean covers(List<Region> blanked, Region text, List<PlaneGeometry> overlays) {
        PixelRectangle whole = text.rectangle();
        boolean small = whole.width() <= 2 * MARGIN || whole.height() <= 2 * MARGIN;
        PixelRectangle r = small ? whole : whole.grow(-MARGIN, -MARGIN);
        BitSet left = new BitSet();
        left.set(0, Math.toIntExact(r.area()));
        for (Region region : blanked) {
            if (covers(region.scope(), text.scope(), overlays)) {
                region.rectangle().intersection(r).ifPresent(common -> clear(left, r, common));
            }
        }
        return left.isEmpty();
    }

    private static void clear(BitSet left, PixelRectangle within, PixelRectangle common) {
        for (int y = common.y(); y < common.bottom(); y++) {
            int start = (y - within.y()) * within.width() - within.x();
            left.clear(start + common.x(), start + common.right());
        }
    }

    private static boolean covers(PlaneScope blanked, PlaneScope text, List<PlaneGeometry> moved) {
        boolean everywhere = blanked instanceof AllPlanes;
        if (text instanceof OverlayPlane overlay) {
            return blanked.covers(overlay) && !(everywhere && isMoved(overlay.group(), moved));
        }
        if (text instanceof Plane plane) {
            return blanked.covers(plane);
        }
        boolean frames = text instanceof AllFrames && everywhere;
        boolean group = text instanceof OverlayGroup g && everywhere && !isMoved(g.group(), moved);
        return blanked.equals(text) || frames || group;
    }

    private static boolean isMoved(int group, List<PlaneGeometry> overlays) {
        return overlays.stream()
                .filter(o -> o.plane() instanceof OverlayPlane p && p.group() == group)
                .anyMatch(o -> o.originX() != 0 || o.originY() != 0);
    }
}
