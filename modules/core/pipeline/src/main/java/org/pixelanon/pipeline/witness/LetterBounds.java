package org.pixelanon.pipeline.witness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.Otsu;
import org.pixelanon.model.text.TextMap;

/**
 * Cuts lines down to their letters: finders leave margins and include frames, panels and traces
 * beside the text. The core of a line is what networks see as text in it. Ink that lies on the core
 * to a good part, and spots near it that are as small as a letter, are letters.
 */
final class LetterBounds {

    /** Likelihood, 0 to 255, from which a pixel is core. */
    private static final int SEEN = 50;

    /** Part of a network's line inside a line that it tells of. */
    private static final double OWN = .3;

    /** Core pixels below which nothing is cut. */
    private static final int FEWEST = 9;

    /** How far letters may lie beyond the core along the line: in its heights, and in pixels. */
    private static final double ALONG = 2;

    private static final int MORE_ALONG = 8;

    /** The same across: a core is a stripe in the middle of the letters. */
    private static final double ACROSS = .5;

    private static final int MORE_ACROSS = 4;

    /** Part of a piece of ink that lies on the core if it is a letter. */
    private static final double ON_CORE = .2;

    /** Length of the longest letter, in heights of the region that letters may lie in. */
    private static final double LONGEST = 1.2;

    /** What is left around the letters, in pixels, for blurred edges. */
    private static final int LEFT_ALONE = 3;

    private static final int LEVEL = 255;

    private final PixelRectangle box;
    private final PixelRectangle inside;
    private final boolean[] core;

    private LetterBounds(PixelRectangle box) {
        this.box = box;
        this.inside = new PixelRectangle(0, 0, box.width(), box.height());
        this.core = new boolean[box.width() * box.height()];
    }

    /**
     * Cuts a line down.
     *
     * @param views the plane
     * @param testimonies what was seen on it
     * @param line a line of them
     * @return the line around its letters; all of it if no network sees a core
     */
    static UnitedLine cut(List<PlaneImage> views, List<Testimony> testimonies, UnitedLine line) {
        if (line.code()) {
            return line;
        }
        LetterBounds letters = new LetterBounds(line.rectangle());
        testimonies.forEach(letters::mark);
        return line.at(letters.around(views, line.vertical()));
    }

    /** Marks what a network sees as text of the line. */
    private void mark(Testimony testimony) {
        Optional<TextMap> map = testimony.found().map();
        if (map.isEmpty()) {
            return;
        }
        for (FoundLine line : testimony.found().lines()) {
            line.rectangle()
                    .intersection(box)
                    .filter(part -> part.area() >= OWN * line.rectangle().area())
                    .ifPresent(part -> mark(map.get(), part));
        }
    }

    private void mark(TextMap map, PixelRectangle part) {
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                core[(y - box.y()) * box.width() + x - box.x()] |= map.at(x, y) >= SEEN;
            }
        }
    }

    private PixelRectangle around(List<PlaneImage> views, boolean vertical) {
        int count = 0;
        for (boolean marked : core) {
            count += marked ? 1 : 0;
        }
        if (count < FEWEST) {
            return box;
        }
        PixelRectangle bounds = bounds();
        PixelRectangle region = region(bounds, vertical && box.height() > box.width());
        // bold letters cover most of a core, and ground beside faint ones is often another
        int room = Math.min(bounds.width(), bounds.height());
        PixelRectangle around = bounds.grow(room, room).intersection(inside).orElse(inside);
        PixelRectangle letters = bounds;
        for (PlaneImage view : views) {
            for (int channel = 0; channel < view.channels(); channel++) {
                letters = letters.union(letters(ink(view, channel, bounds), bounds, region));
                letters = letters.union(letters(ink(view, channel, around), bounds, region));
            }
        }
        return letters.grow(LEFT_ALONE, LEFT_ALONE)
                .translate(box.x(), box.y())
                .intersection(box)
                .orElse(box);
    }

    private PixelRectangle bounds() {
        int left = box.width();
        int right = 0;
        int top = box.height();
        int bottom = 0;
        for (int i = 0; i < core.length; i++) {
            if (core[i]) {
                left = Math.min(left, i % box.width());
                right = Math.max(right, i % box.width() + 1);
                top = Math.min(top, i / box.width());
                bottom = i / box.width() + 1;
            }
        }
        return PixelRectangle.ofEdges(left, top, right, bottom);
    }

    /** Where the letters of a core may lie. */
    private PixelRectangle region(PixelRectangle bounds, boolean upright) {
        int height = upright ? bounds.width() : bounds.height();
        int along = (int) Math.ceil(ALONG * height) + MORE_ALONG;
        int across = (int) Math.ceil(ACROSS * height) + MORE_ACROSS;
        return bounds.grow(upright ? across : along, upright ? along : across)
                .intersection(inside)
                .orElse(inside);
    }

    /** The letters among pieces of ink, as far as they lie in the region. */
    private PixelRectangle letters(boolean[] ink, PixelRectangle bounds, PixelRectangle region) {
        int longest = (int) (LONGEST * Math.min(region.width(), region.height()));
        PixelRectangle letters = bounds;
        for (InkPiece piece : InkPiece.of(ink, core, box.width())) {
            PixelRectangle place = piece.bounds();
            boolean small = Math.max(place.width(), place.height()) <= longest;
            if (piece.onCore() >= Math.max(1, ON_CORE * piece.pixels())
                    || (small && region.contains(place))) {
                letters = place.intersection(region).map(letters::union).orElse(letters);
            }
        }
        return letters;
    }

    /**
     * Pixels as bright as the smaller class of those in a part of the box; none if all are equal.
     */
    private boolean[] ink(PlaneImage view, int channel, PixelRectangle part) {
        int[] near = levels(view, channel, part.translate(box.x(), box.y()));
        boolean[] smaller = Otsu.smallerClass(near);
        int[] all = levels(view, channel, box);
        boolean[] ink = new boolean[all.length];
        int[] class0 = range(near, smaller, false);
        int[] class1 = range(near, smaller, true);
        boolean bright = class1[0] > class0[1];
        int cut = bright ? (class1[0] + class0[1]) / 2 : (class1[1] + class0[0]) / 2;
        if (class0[0] <= class0[1] && class1[0] <= class1[1]) {
            for (int i = 0; i < ink.length; i++) {
                ink[i] = bright == all[i] > cut;
            }
        }
        return ink;
    }

    /** The least and the greatest level of a class; the least is greater if it is empty. */
    private static int[] range(int[] levels, boolean[] smaller, boolean which) {
        int[] range = {LEVEL, 0};
        for (int i = 0; i < levels.length; i++) {
            if (smaller[i] == which) {
                range[0] = Math.min(range[0], levels[i]);
                range[1] = Math.max(range[1], levels[i]);
            }
        }
        return range;
    }

    private static int[] levels(PlaneImage view, int channel, PixelRectangle part) {
        int[] levels = new int[Math.toIntExact(part.area())];
        Arrays.setAll(
                levels,
                i -> {
                    int x = part.x() + i % part.width();
                    int y = part.y() + i / part.width();
                    int at = (y * view.width() + x) * view.channels() + channel;
                    return view.samples()[at] & LEVEL;
                });
        return levels;
    }
}
