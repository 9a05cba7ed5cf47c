package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextMap;

/**
 * Converts a map of likelihoods into upright rectangles: connected pixels above a threshold, grown
 * by the amount by which training shrank them. Not thread-safe.
 */
final class MapBoxes {

    private static final int THRESHOLD = 77;
    private static final double LEAST_MEAN = .5;
    private static final int LEAST_SIDE = 3;

    /** Ratio of height to width of a vertical line, higher than that of any letter. */
    private static final double VERTICAL = 2.5;

    /** What is missing around the pixels that a network is trained to mark. */
    enum Growth {
        /** The shrunk polygons of DB (Liao et al. 2020, section 3.4), minus a small margin. */
        DB {
            @Override
            PixelRectangle grown(PixelRectangle box) {
                double part = 1.35 * box.area() / (2.0 * (box.width() + box.height()));
                return box.grow(pixels(part, 2), pixels(part, 2));
            }
        },

        /** The middle three quarters of the height of letters and lines. */
        CORE {
            @Override
            PixelRectangle grown(PixelRectangle box) {
                int low = Math.min(box.width(), box.height());
                int high = Math.max(box.width(), box.height());
                if (high < LINE * low) {
                    int all = pixels(.35 * high, 3);
                    return box.grow(all, all);
                }
                int across = pixels(.25 * low, 3);
                int along = pixels(.45 * low, 3);
                boolean upright = box.height() > box.width();
                return box.grow(upright ? across : along, upright ? along : across);
            }

            @Override
            int thickness(PixelRectangle marked, int area) {
                double length = Math.hypot(marked.width(), marked.height());
                return pixels(area / length / MARKED, 0);
            }
        };

        /** Part of the height of a line that a network of this kind marks. */
        private static final double MARKED = .75;

        /** Ratio of width to height above which a box is more than one letter. */
        private static final double LINE = 2.5;

        /** The grown rectangle of marked pixels, which may extend beyond the plane. */
        abstract PixelRectangle grown(PixelRectangle box);

        /** Height of a line in pixels, from the height of its marked pixels. */
        int thickness(PixelRectangle marked, int area) {
            return Integer.MAX_VALUE;
        }

        private static int pixels(double part, int padding) {
            return (int) Math.ceil(part + padding);
        }
    }

    private final TextMap map;
    private final Growth growth;
    private final boolean[] seen;
    private int[] stack = new int[1024];

    private MapBoxes(TextMap map, Growth growth) {
        this.map = map;
        this.growth = growth;
        this.seen = new boolean[map.width() * map.height()];
    }

    static List<FoundLine> of(TextMap map, Growth growth) {
        MapBoxes boxes = new MapBoxes(map, growth);
        List<FoundLine> lines = new ArrayList<>();
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                if (!boxes.seen[y * map.width() + x] && map.at(x, y) >= THRESHOLD) {
                    boxes.grown(x, y).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    /** The rectangle of the connected component of a pixel; empty if it is not text. */
    private Optional<FoundLine> grown(int x, int y) {
        int left = x;
        int right = x;
        int top = y;
        int bottom = y;
        long sum = 0;
        int area = 0;
        int size = push(0, x, y);
        while (size > 0) {
            int pixel = stack[--size];
            int column = pixel % map.width();
            int row = pixel / map.width();
            left = Math.min(left, column);
            right = Math.max(right, column);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            sum += map.at(column, row);
            area++;
            for (int neighbour = 0; neighbour < 9; neighbour++) {
                size = push(size, column + neighbour % 3 - 1, row + neighbour / 3 - 1);
            }
        }
        double score = sum / 255.0 / area;
        int width = right - left + 1;
        int height = bottom - top + 1;
        if (Math.min(width, height) < LEAST_SIDE || score < LEAST_MEAN) {
            return Optional.empty();
        }
        PixelRectangle marked = new PixelRectangle(left, top, width, height);
        int thickness = growth.thickness(marked, area);
        boolean vertical = height > VERTICAL * width;
        return growth.grown(marked)
                .clip(map.width(), map.height())
                .map(box -> new FoundLine(box, score, vertical, false, thickness).at(box));
    }

    private int push(int size, int x, int y) {
        if (x < 0 || y < 0 || x >= map.width() || y >= map.height()) {
            return size;
        }
        int pixel = y * map.width() + x;
        if (seen[pixel] || map.at(x, y) < THRESHOLD) {
            return size;
        }
        seen[pixel] = true;
        if (size == stack.length) {
            stack = Arrays.copyOf(stack, 2 * size);
        }
        stack[size] = pixel;
        return size + 1;
    }
}
