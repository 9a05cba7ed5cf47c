package org.pixelanon.dicom.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.pixelanon.model.PixelRectangle;

/**
 * The part of an image outside some regions, in rectangles.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param regions parts of the image
 */
record RegionComplement(int width, int height, List<PixelRectangle> regions) {

    static List<PixelRectangle> of(int width, int height, List<PixelRectangle> regions) {
        return new RegionComplement(width, height, regions).rectangles();
    }

    private List<PixelRectangle> rectangles() {
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
