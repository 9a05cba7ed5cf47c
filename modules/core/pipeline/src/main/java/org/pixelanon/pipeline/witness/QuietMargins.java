package org.pixelanon.pipeline.witness;

import java.util.Arrays;
import java.util.List;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/**
 * Removes rows and columns without stroke from the sides of rectangles. Finders leave margins that
 * grow with the letters and blank too much. A side moves only over lines of uniform brightness, so
 * it stays on busy ground.
 */
final class QuietMargins {

    /** What is left around what is not quiet, in pixels. */
    private static final int LEFT_ALONE = 3;

    /** Levels that lines of quiet pixels may differ by, whatever else is in the rectangle. */
    private static final int ALWAYS_QUIET = 12;

    /** Least contrast of text is above this, in levels. */
    private static final int NEVER_QUIET = 45;

    /** Part of the contrast of the rectangle that counts as quiet. */
    private static final double QUIET_PART = .3;

    private static final int LEVELS = 256;
    private static final double OUTLIERS = .02;

    private final List<PlaneImage> views;
    private final PixelRectangle box;
    private final int[][] limits;

    private QuietMargins(List<PlaneImage> views, PixelRectangle box) {
        this.views = views;
        this.box = box;
        this.limits = new int[views.size()][];
        for (int view = 0; view < limits.length; view++) {
            limits[view] = limits(views.get(view));
        }
    }

    /**
     * Cuts quiet margins off.
     *
     * @param views the plane
     * @param box inside of the plane
     * @return what is left; all of it if all of it is quiet
     */
    static PixelRectangle cut(List<PlaneImage> views, PixelRectangle box) {
        return new QuietMargins(views, box).cut();
    }

    private PixelRectangle cut() {
        int top = box.y() + quiet(i -> line(box.x(), box.y() + i, 1, 0, box.width()), box.height());
        if (top == box.bottom()) {
            return box;
        }
        int bottom =
                box.bottom()
                        - quiet(
                                i -> line(box.x(), box.bottom() - 1 - i, 1, 0, box.width()),
                                box.height());
        int height = bottom - top;
        int left = box.x() + quiet(i -> line(box.x() + i, top, 0, 1, height), box.width());
        int right =
                box.right() - quiet(i -> line(box.right() - 1 - i, top, 0, 1, height), box.width());
        if (left >= right) {
            return box;
        }
        return PixelRectangle.ofEdges(
                Math.max(box.x(), left - LEFT_ALONE),
                Math.max(box.y(), top - LEFT_ALONE),
                Math.min(box.right(), right + LEFT_ALONE),
                Math.min(box.bottom(), bottom + LEFT_ALONE));
    }

    /** A row or column of pixels. */
    private record Line(int x, int y, int right, int down, int length) {}

    private static Line line(int x, int y, int right, int down, int length) {
        return new Line(x, y, right, down, length);
    }

    private interface Lines {
        Line at(int index);
    }

    /** How many lines from the first one on are quiet and as bright as those before. */
    private int quiet(Lines lines, int count) {
        int[][] least = new int[views.size()][];
        int[][] most = new int[views.size()][];
        for (int view = 0; view < limits.length; view++) {
            least[view] = new int[limits[view].length];
            most[view] = new int[limits[view].length];
            Arrays.fill(least[view], LEVELS);
        }
        for (int i = 0; i < count; i++) {
            for (int view = 0; view < limits.length; view++) {
                if (!isQuiet(views.get(view), lines.at(i), view, least[view], most[view])) {
                    return i;
                }
            }
        }
        return count;
    }

    private boolean isQuiet(PlaneImage view, Line line, int index, int[] least, int[] most) {
        int channels = view.channels();
        for (int i = 0; i < line.length; i++) {
            int pixel = (line.y + i * line.down) * view.width() + line.x + i * line.right;
            for (int channel = 0; channel < channels; channel++) {
                int level = view.samples()[pixel * channels + channel] & (LEVELS - 1);
                least[channel] = Math.min(least[channel], level);
                most[channel] = Math.max(most[channel], level);
                if (most[channel] - least[channel] > limits[index][channel]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By how much quiet pixels of a view may differ in each channel. */
    private int[] limits(PlaneImage view) {
        int channels = view.channels();
        int[] result = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            int[] histogram = new int[LEVELS];
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    int at = (y * view.width() + x) * channels + channel;
                    histogram[view.samples()[at] & (LEVELS - 1)]++;
                }
            }
            int contrast = percentile(histogram, 1 - OUTLIERS) - percentile(histogram, OUTLIERS);
            int part = (int) (QUIET_PART * contrast);
            result[channel] = Math.max(ALWAYS_QUIET, Math.min(NEVER_QUIET, part));
        }
        return result;
    }

    private int percentile(int[] histogram, double part) {
        double wanted = part * box.area();
        long count = 0;
        for (int level = 0; level < LEVELS; level++) {
            count += histogram[level];
            if (count >= wanted) {
                return level;
            }
        }
        return LEVELS - 1;
    }
}
