package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the 8-connected components of marked pixels that may be glyphs, lying or standing. Not
 * thread-safe: it owns its buffers.
 */
final class ComponentSearch {

    /** The marks that were not visited yet. */
    private long[][] todo = new long[ThinStrokes.MARKS][0];

    private int[] runs = new int[1024];

    /** Starts over for an image; must be called before {@link #collect}. */
    void start(MarkImage marks) {
        for (int mark = 0; mark < todo.length; mark++) {
            long[] plane = marks.plane(mark);
            if (todo[mark].length == plane.length) {
                System.arraycopy(plane, 0, todo[mark], 0, plane.length);
            } else {
                todo[mark] = plane.clone();
            }
        }
    }

    /**
     * Collects every component, not visited since the start, with a pixel in a rectangle.
     *
     * @param found one list per mark
     */
    void collect(
            MarkImage marks,
            int left,
            int top,
            int right,
            int bottom,
            List<List<Component>> found) {
        for (int mark = 0; mark < todo.length; mark++) {
            for (int y = top; y < bottom; y++) {
                int end = marks.index(right, y);
                int pixel = next(todo[mark], marks.index(left, y), end);
                while (pixel < end) {
                    fill(marks, pixel, mark, found.get(mark));
                    pixel = next(todo[mark], pixel, end);
                }
            }
        }
    }

    /** Collects the component of a pixel unless it was visited or is not marked any more. */
    void collect(MarkImage marks, int pixel, int mark, List<Component> found) {
        if (next(todo[mark], pixel, pixel + 1) == pixel) {
            fill(marks, pixel, mark, found);
        }
    }

    /**
     * Follows a component run by run: a run is a stretch of marked pixels of one row, and its
     * neighbours are the runs above and below that touch it or its corners.
     */
    private void fill(MarkImage marks, int start, int mark, List<Component> found) {
        long[] open = todo[mark];
        int stride = marks.stride();
        int startRow = marks.y(start);
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = startRow;
        int bottom = startRow;
        int first = Integer.MAX_VALUE;
        int area = 0;
        int pending = push(open, start, startRow, 0);
        while (pending > 0) {
            int row = runs[--pending];
            int end = runs[--pending];
            int from = runs[--pending];
            int origin = marks.index(0, row);
            left = Math.min(left, from - origin);
            right = Math.max(right, end - origin);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            first = Math.min(first, from);
            area += end - from;
            pending = neighbours(open, from - 1 - stride, end + 1 - stride, row - 1, pending);
            pending = neighbours(open, from - 1 + stride, end + 1 + stride, row + 1, pending);
        }
        int width = right - left;
        int height = bottom - top + 1;
        int size = ThinStrokes.size(mark);
        if (Component.fitsGlyph(width, height, area, size)
                || Component.fitsGlyph(height, width, area, size)) {
            found.add(new Component(left, top, width, height, area, first));
        }
    }

    /** Visits the runs that reach into a stretch of a row. */
    private int neighbours(long[] open, int from, int end, int row, int pending) {
        int stacked = pending;
        for (int word = from >> 6; word <= end - 1 >> 6; word++) {
            long stretch = word == from >> 6 ? -1L << from : -1L;
            if (word == end - 1 >> 6) {
                stretch &= -1L >>> -end;
            }
            long bits = open[word] & stretch;
            while (bits != 0) {
                int pixel = (word << 6) + Long.numberOfTrailingZeros(bits);
                stacked = push(open, pixel, row, stacked);
                bits = open[word] & stretch;
            }
        }
        return stacked;
    }

    /** The first pixel from one on that is to do, or any behind it if there is none before end. */
    private static int next(long[] open, int from, int end) {
        int word = from >> 6;
        long bits = open[word] & -1L << from;
        while (bits == 0) {
            if (++word > end - 1 >> 6) {
                return end;
            }
            bits = open[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** Visits the run of a pixel; puts it on the stack: first index, index after the last, row. */
    private int push(long[] open, int pixel, int row, int pending) {
        int word = pixel >> 6;
        long before = ~open[word] & ~(-1L << pixel);
        while (before == 0) {
            before = ~open[--word];
        }
        int from = (word << 6) + Long.SIZE - Long.numberOfLeadingZeros(before);
        word = pixel >> 6;
        long behind = ~open[word] & -1L << pixel;
        while (behind == 0) {
            behind = ~open[++word];
        }
        int end = (word << 6) + Long.numberOfTrailingZeros(behind);
        MarkImage.clear(open, from, end);
        if (pending + 3 > runs.length) {
            runs = Arrays.copyOf(runs, 2 * runs.length);
        }
        runs[pending] = from;
        runs[pending + 1] = end;
        runs[pending + 2] = row;
        return pending + 3;
    }

    static List<List<Component>> emptyLists() {
        List<List<Component>> lists = new ArrayList<>();
        for (int mark = 0; mark < ThinStrokes.MARKS; mark++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
