package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.text.FoundLine;
import org.pixelanon.model.text.TextMap;

/**
 * Makes upright rectangles of a map of likelihoods: connected pixels above a threshold, grown by
 * less than what the training shrank them (Liao et al. 2020, section 3.4). Not thread-safe.
 */
final class MapBoxes {

    private static final int THRESHOLD = 77;
    private static final double LEAST_MEAN = .5;
    private static final double GROWTH = 1.35;
    private static final double PADDING = 2;
    private static final int LEAST_SIDE = 3;

    /** How much higher than wide a line is that runs upwards or downwards: no letter is. */
    private static final double VERTICAL = 2.5;

    private final TextMap map;
    private final boolean[] seen;
    private int[] stack = new int[1024];

    private MapBoxes(TextMap map) {
        this.map = map;
        this.seen = new boolean[map.width() * map.height()];
    }

    static List<FoundLine> of(TextMap map) {
        MapBoxes boxes = new MapBoxes(map);
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

    /** The rectangle of the connected pixels to which one belongs; empty if it is no text. */
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
        int margin = (int) Math.ceil(GROWTH * width * height / (2.0 * (width + height)) + PADDING);
        return new PixelRectangle(left, top, width, height)
                .grow(margin, margin)
                .clip(map.width(), map.height())
                .map(box -> new FoundLine(box, score, height > VERTICAL * width));
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
