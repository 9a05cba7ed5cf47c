package org.pixelanon.pipeline.witness;

import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;

/**
 * Trims lines above and below where an exact finder sees most of the line; other finders leave
 * larger margins, which blank too much.
 */
final class ExactMargins {

    /** Part of the length of a line that an exact finder sees at least. */
    private static final double SEEN = .6;

    /** What is taken off one side at most, as a part of what the exact finder saw. */
    private static final double MOST = .4;

    /** Part of what an exact finder saw that lies in the line it belongs to. */
    private static final double INSIDE = .8;

    /** How much higher than wide a line is whose width is cut. */
    private static final double UPRIGHT = 1.5;

    private final List<PlaneImage> views;
    private final List<PixelRectangle> exact;

    ExactMargins(List<PlaneImage> views, List<Testimony> testimonies) {
        this.views = views;
        this.exact =
                testimonies.stream()
                        .filter(t -> t.found().exact())
                        .flatMap(t -> t.found().lines().stream())
                        .map(FoundLine::rectangle)
                        .toList();
    }

    /** The line, less high if an exact finder says so. */
    UnitedLine cut(UnitedLine line) {
        PixelRectangle box = line.rectangle();
        Optional<PixelRectangle> seen =
                exact.stream()
                        .filter(one -> isInside(one, box))
                        .reduce(PixelRectangle::union)
                        .flatMap(box::intersection);
        if (seen.isEmpty() || line.code()) {
            return line;
        }
        boolean upright = line.vertical() && box.height() > UPRIGHT * box.width();
        Strokes strokes = new Strokes(views, box);
        if (upright) {
            Edges columns = (from, to) -> strokes.isClear(from, box.y(), to, box.bottom());
            return line.at(flip(cut(flip(box), flip(seen.get()), columns)));
        }
        Edges rows = (from, to) -> strokes.isClear(box.x(), from, box.right(), to);
        return line.at(cut(box, seen.get(), rows));
    }

    /**
     * Returns whether rows or columns of a line, from one to the one behind the last, are clear.
     */
    private interface Edges {
        boolean areClear(int from, int to);
    }

    /** A box, less high if what is taken off is no line of its own that others saw. */
    private static PixelRectangle cut(PixelRectangle box, PixelRectangle part, Edges edges) {
        int above = part.y() - box.y();
        int below = box.bottom() - part.bottom();
        boolean margins = Math.max(above, below) <= MOST * part.height();
        if (!margins || part.width() < SEEN * box.width()) {
            return box;
        }
        // capitals and tails reach beyond the middle of small letters
        int top = part.y();
        while (top > box.y() && !edges.areClear(top - 1, top + 1)) {
            top--;
        }
        int bottom = part.bottom();
        while (bottom < box.bottom() && !edges.areClear(bottom - 1, bottom + 1)) {
            bottom++;
        }
        return PixelRectangle.ofEdges(box.x(), top, box.right(), bottom);
    }

    private static PixelRectangle flip(PixelRectangle box) {
        return new PixelRectangle(box.y(), box.x(), box.height(), box.width());
    }

    private static boolean isInside(PixelRectangle one, PixelRectangle box) {
        return one.intersection(box).filter(i -> i.area() >= INSIDE * one.area()).isPresent();
    }
}
