package org.pixelanon.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.pixelanon.model.PixelRectangle;

/**
 * The parts of an ultrasound image that show ultrasound (DICOM PS3.3 C.8.5.5.1). Corner pixels of a
 * region belong to it.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param regions the regions, clipped to the image; regions wholly outside or inverted are left out
 */
public record UltrasoundRegions(int width, int height, List<PixelRectangle> regions) {

    /** Copies the list. */
    public UltrasoundRegions {
        regions = List.copyOf(regions);
    }

    /**
     * Reads the Sequence of Ultrasound Regions (0018,6011).
     *
     * @param attributes a data set
     * @return the regions; none if there is no such sequence or the image has no size
     */
    public static UltrasoundRegions of(Attributes attributes) {
        int width = attributes.getInt(Tag.Columns, 0);
        int height = attributes.getInt(Tag.Rows, 0);
        List<PixelRectangle> out = new ArrayList<>();
        for (Attributes item : attributes.getSequence(Tag.SequenceOfUltrasoundRegions)) {
            int left = item.getInt(Tag.RegionLocationMinX0, -1);
            int top = item.getInt(Tag.RegionLocationMinY0, -1);
            int right = Math.min(item.getInt(Tag.RegionLocationMaxX1, -1), width - 1);
            int bottom = Math.min(item.getInt(Tag.RegionLocationMaxY1, -1), height - 1);
            if (left >= 0 && top >= 0 && left <= right && top <= bottom) {
                out.add(PixelRectangle.ofInclusive(left, top, right, bottom));
            }
        }
        return new UltrasoundRegions(width, height, out);
    }

    /**
     * Everything outside the regions.
     *
     * @return rectangles that share no pixel with each other nor with a region and together with
     *     the regions cover the image; none if there are no regions
     */
    public List<PixelRectangle> complement() {
        if (regions.isEmpty()) {
            return List.of();
        }
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, height));
        for (PixelRectangle r : regions) {
            edges.add(r.y());
            edges.add(r.bottom());
        }
        List<PixelRectangle> open = new ArrayList<>();
        List<PixelRectangle> done = new ArrayList<>();
        Integer top = null;
        for (int bottom : edges) {
            if (top != null) {
                open = extend(open, gaps(top, bottom), done);
            }
            top = bottom;
        }
        done.addAll(open);
        return List.copyOf(done);
    }

    /**
     * The parts of a band of rows that no region covers; every region covers all its rows or none.
     */
    private List<PixelRectangle> gaps(int top, int bottom) {
        List<PixelRectangle> covering =
                regions.stream()
                        .filter(r -> r.y() <= top && r.bottom() >= bottom)
                        .sorted((a, b) -> Integer.compare(a.x(), b.x()))
                        .toList();
        List<PixelRectangle> out = new ArrayList<>();
        int x = 0;
        for (PixelRectangle r : covering) {
            if (r.x() > x) {
                out.add(PixelRectangle.ofEdges(x, top, r.x(), bottom));
            }
            x = Math.max(x, r.right());
        }
        if (x < width) {
            out.add(PixelRectangle.ofEdges(x, top, width, bottom));
        }
        return out;
    }

    /** Joins gaps to those of the band above that have the same columns. */
    private static List<PixelRectangle> extend(
            List<PixelRectangle> open, List<PixelRectangle> gaps, List<PixelRectangle> done) {
        List<PixelRectangle> next = new ArrayList<>();
        for (PixelRectangle gap : gaps) {
            PixelRectangle joined = gap;
            for (PixelRectangle above : open) {
                if (above.x() == gap.x() && above.width() == gap.width()) {
                    joined = PixelRectangle.ofEdges(gap.x(), above.y(), gap.right(), gap.bottom());
                }
            }
            next.add(joined);
        }
        for (PixelRectangle above : open) {
            boolean continued =
                    gaps.stream().anyMatch(g -> g.x() == above.x() && g.width() == above.width());
            if (!continued) {
                done.add(above);
            }
        }
        return next;
    }
}
