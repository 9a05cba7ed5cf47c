package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the 8-connected components of marked pixels that may be glyphs, lying or standing. Not
 * thread-safe: it owns its buffers.
 */
final class ComponentSearch {

    private byte[] visited = new byte[0];
    private int[] runs = new int[1024];

    /** Starts over for an image; must be called before {@link #collect}. */
    void start(MarkImage marks) {
        if (visited.length == marks.bytes().length) {
            Arrays.fill(visited, (byte) 0);
        } else {
            visited = new byte[marks.bytes().length];
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
        byte[] bytes = marks.bytes();
        for (int y = top; y < bottom; y++) {
            int end = marks.index(right, y);
            for (int i = marks.index(left, y); i < end; i++) {
                int todo = bytes[i] & ~visited[i];
                while (todo != 0) {
                    int mark = Integer.numberOfTrailingZeros(todo);
                    fill(marks, i, mark, found.get(mark));
                    todo &= todo - 1;
                }
            }
        }
    }

    /** Collects the component of a pixel unless it was visited or is not marked any more. */
    void collect(MarkImage marks, int pixel, int mark, List<Component> found) {
        if ((marks.bytes()[pixel] & ~visited[pixel] & (1 << mark)) != 0) {
            fill(marks, pixel, mark, found);
        }
    }

    /**
     * Follows a component run by run: a run is a stretch of marked pixels of one row, and its
     * neighbours are the runs above and below that touch it or its corners.
     */
    private void fill(MarkImage marks, int start, int mark, List<Component> found) {
        byte[] bytes = marks.bytes();
        int bit = 1 << mark;
        int stride = marks.stride();
        int startRow = marks.y(start);
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = startRow;
        int bottom = startRow;
        int first = Integer.MAX_VALUE;
        int area = 0;
        int pending = push(bytes, start, startRow, bit, 0);
        while (pending > 0) {
            int row = runs[--pending];
            int end = runs[--pending];
            int from = runs[--pending];
            int corner = (row + 1) * stride + 1;
            left = Math.min(left, from - corner);
            right = Math.max(right, end - corner);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            first = Math.min(first, from);
            area += end - from;
            for (int side = -1; side <= 1; side += 2) {
                int shift = side * stride;
                for (int i = from - 1 + shift; i <= end + shift; i++) {
                    if ((bytes[i] & ~visited[i] & bit) != 0) {
                        pending = push(bytes, i, row + side, bit, pending);
                        i = runs[pending - 2];
                    }
                }
            }
        }
        int width = right - left;
        int height = bottom - top + 1;
        int size = ThinStrokes.size(mark);
        if (Component.fitsGlyph(width, height, area, size)
                || Component.fitsGlyph(height, width, area, size)) {
            found.add(new Component(left, top, width, height, area, first));
        }
    }

    /** Puts the run of a pixel on the stack: first index, index after the last, row. */
    private int push(byte[] bytes, int pixel, int row, int bit, int pending) {
        int from = pixel;
        while ((bytes[from - 1] & bit) != 0) {
            from--;
        }
        int end = from;
        while ((bytes[end] & bit) != 0) {
            visited[end++] |= (byte) bit;
        }
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
