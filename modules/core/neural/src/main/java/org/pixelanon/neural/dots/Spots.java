package org.pixelanon.neural.dots;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;

/** Finds small things that contrast with the background and are about as wide as high. */
final class Spots {

    /** Pixels around a spot that show its background. */
    private static final int REACH = 5;

    /** The widest spot, in pixels. */
    private static final int WIDEST = 9;

    /** Least contrast of a spot, in levels of 255. */
    private static final int CONTRAST = 40;

    /** Part of the greatest contrast nearby, in fifths, from which a pixel belongs to a spot. */
    private static final int FIFTHS = 3;

    private final int width;
    private final int height;
    private final int[] rise;
    private final boolean[] inked;

    /**
     * A spot.
     *
     * @param x2 twice the column of its centre, which is an integer
     * @param y2 twice the row of its centre
     * @param size its longer side in pixels
     * @param contrast contrast to the background, in levels of 255
     */
    record Spot(int x2, int y2, int size, int contrast) {}

    private Spots(PlaneImage view, boolean dark) {
        this.width = view.width();
        this.height = view.height();
        Extremes extremes = new Extremes(width, height);
        int[] levels = levels(view, dark);
        int[] ground = extremes.greatest(extremes.least(levels, REACH), REACH);
        rise = new int[levels.length];
        for (int i = 0; i < rise.length; i++) {
            rise[i] = levels[i] - ground[i];
        }
        int[] peaks = extremes.greatest(rise, REACH - 2);
        inked = new boolean[rise.length];
        for (int i = 0; i < rise.length; i++) {
            inked[i] = rise[i] >= CONTRAST && rise[i] * 5 >= peaks[i] * FIFTHS;
        }
    }

    /** The spots of a plane, bright or dark ones. */
    static List<Spot> of(PlaneImage view, boolean dark) {
        return new Spots(view, dark).all();
    }

    private static int[] levels(PlaneImage view, boolean dark) {
        int[] levels = new int[view.width() * view.height()];
        int channels = view.channels();
        for (int i = 0; i < levels.length; i++) {
            for (int sample = i * channels; sample < (i + 1) * channels; sample++) {
                int level = view.samples()[sample] & 255;
                levels[i] = Math.max(levels[i], dark ? 255 - level : level);
            }
        }
        return levels;
    }

    private List<Spot> all() {
        List<Spot> spots = new ArrayList<>();
        int[] stack = new int[inked.length];
        for (int start = 0; start < inked.length; start++) {
            if (inked[start]) {
                Area area = new Area(start);
                int depth = push(start, stack, 0);
                while (depth > 0) {
                    int at = stack[--depth];
                    area.add(at);
                    int x = at % width;
                    depth = x > 0 ? push(at - 1, stack, depth) : depth;
                    depth = x + 1 < width ? push(at + 1, stack, depth) : depth;
                    depth = at >= width ? push(at - width, stack, depth) : depth;
                    depth = at + width < inked.length ? push(at + width, stack, depth) : depth;
                }
                if (area.isSpot()) {
                    spots.add(area.spot());
                }
            }
        }
        return spots;
    }

    private int push(int at, int[] stack, int depth) {
        if (!inked[at]) {
            return depth;
        }
        inked[at] = false;
        stack[depth] = at;
        return depth + 1;
    }

    /** Connected pixels. */
    private final class Area {
        private int left;
        private int right;
        private int top;
        private int bottom;
        private int pixels;
        private int contrast;

        Area(int start) {
            left = start % width;
            right = left + 1;
            top = start / width;
            bottom = top + 1;
        }

        void add(int at) {
            left = Math.min(left, at % width);
            right = Math.max(right, at % width + 1);
            top = Math.min(top, at / width);
            bottom = Math.max(bottom, at / width + 1);
            pixels++;
            contrast = Math.max(contrast, rise[at]);
        }

        boolean isSpot() {
            int across = right - left;
            int down = bottom - top;
            int longer = Math.max(across, down);
            return longer <= WIDEST
                    && Math.abs(across - down) <= Math.max(1, longer / 3)
                    && 2 * pixels >= across * down;
        }

        Spot spot() {
            return new Spot(
                    left + right, top + bottom, Math.max(right - left, bottom - top), contrast);
        }
    }
}
