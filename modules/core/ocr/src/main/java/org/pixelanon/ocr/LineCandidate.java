package org.pixelanon.ocr;

import java.util.Arrays;
import java.util.List;

/**
 * A chain of components with the measures that distinguish text from ticks, edges and noise, in the
 * coordinates of the searched image, which is transposed for vertical lines.
 *
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 * @param glyphs number of components
 * @param height median height of the components
 * @param bars share of components as narrow as a tick
 * @param unevenness deviation of the heights, relative to the height
 * @param fill mean share of their bounding boxes that components fill
 * @param density share of the line's bounding box that is marked
 */
record LineCandidate(
        int left,
        int top,
        int right,
        int bottom,
        int glyphs,
        double height,
        double bars,
        double unevenness,
        double fill,
        double density) {

    static LineCandidate of(List<Component> line) {
        int count = line.size();
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        long area = 0;
        double fill = 0;
        int bars = 0;
        double[] heights = new double[count];
        for (int i = 0; i < count; i++) {
            Component glyph = line.get(i);
            left = Math.min(left, glyph.x());
            top = Math.min(top, glyph.y());
            right = Math.max(right, glyph.x() + glyph.width());
            bottom = Math.max(bottom, glyph.y() + glyph.height());
            area += glyph.area();
            fill += glyph.fill();
            heights[i] = glyph.height();
            if (glyph.width() <= Math.max(2, .22 * glyph.height())) {
                bars++;
            }
        }
        Arrays.sort(heights);
        double height = (heights[(count - 1) / 2] + heights[count / 2]) / 2;
        return new LineCandidate(
                left,
                top,
                right,
                bottom,
                count,
                height,
                (double) bars / count,
                deviation(heights) / height,
                fill / count,
                (double) area / ((double) (right - left) * (bottom - top)));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
