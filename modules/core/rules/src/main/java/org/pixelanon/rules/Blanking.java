package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;

/**
 * The parts of one plane that the rules of one file blank. A kept part is removed from the whole
 * image and from what the same rule blanked before, never from what another rule blanks. A rule
 * that only keeps parts blanks everything else.
 */
final class Blanking {

    /**
     * A part and its rule.
     *
     * @param rectangle in pixels
     * @param rule its index among the rules that matched
     */
    record Part(PixelRectangle rectangle, int rule) {}

    private final PixelRectangle bounds;
    private final List<Part> base = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private boolean whole;

    Blanking(PixelRectangle bounds) {
        this.bounds = bounds;
    }

    /** Carries out one step of a rule: rectangles that are blanked or kept, in order. */
    void step(boolean keep, boolean all, List<PixelRectangle> rectangles, int rule) {
        if (keep && !whole && !rectangles.isEmpty() && !blanks(rule)) {
            blankAll(rule);
        }
        if (all && !keep) {
            blankAll(rule);
        } else if (all) {
            take(bounds, rule);
        } else if (keep) {
            rectangles.forEach(r -> take(r, rule));
        } else {
            rectangles.forEach(r -> parts.add(new Part(r, rule)));
        }
    }

    private boolean blanks(int rule) {
        return parts.stream().anyMatch(p -> p.rule() == rule);
    }

    private void blankAll(int rule) {
        whole = true;
        base.clear();
        base.add(new Part(bounds, rule));
    }

    private void take(PixelRectangle kept, int rule) {
        replace(base, kept, -1);
        replace(parts, kept, rule);
    }

    /** Cuts a rectangle out of the parts of one rule or, for -1, of all rules. */
    private static void replace(List<Part> list, PixelRectangle kept, int rule) {
        List<Part> cut = new ArrayList<>();
        for (Part part : list) {
            if (rule >= 0 && part.rule() != rule) {
                cut.add(part);
            } else {
                without(part.rectangle(), kept).forEach(r -> cut.add(new Part(r, part.rule())));
            }
        }
        list.clear();
        list.addAll(cut);
    }

    /** A rectangle minus another: at most four rectangles that do not overlap. */
    static List<PixelRectangle> without(PixelRectangle r, PixelRectangle kept) {
        Optional<PixelRectangle> common = r.intersection(kept);
        if (common.isEmpty()) {
            return List.of(r);
        }
        PixelRectangle c = common.get();
        List<PixelRectangle> left = new ArrayList<>();
        if (r.y() < c.y()) {
            left.add(PixelRectangle.ofEdges(r.x(), r.y(), r.right(), c.y()));
        }
        if (r.x() < c.x()) {
            left.add(PixelRectangle.ofEdges(r.x(), c.y(), c.x(), c.bottom()));
        }
        if (c.right() < r.right()) {
            left.add(PixelRectangle.ofEdges(c.right(), c.y(), r.right(), c.bottom()));
        }
        if (c.bottom() < r.bottom()) {
            left.add(PixelRectangle.ofEdges(r.x(), c.bottom(), r.right(), r.bottom()));
        }
        return left;
    }

    /** Everything that is blanked; rectangles may extend beyond the bounds. */
    List<Part> result() {
        List<Part> all = new ArrayList<>(base);
        all.addAll(parts);
        return all;
    }
}
