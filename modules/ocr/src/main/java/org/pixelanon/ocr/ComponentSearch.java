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
    private int[] pixels = new int[1024];

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

    private void fill(MarkImage marks, int start, int mark, List<Component> found) {
        byte[] bytes = marks.bytes();
        int bit = 1 << mark;
        int stride = marks.stride();
        int[] neighbours = {
            -stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1
        };
        int count = 1;
        pixels[0] = start;
        visited[start] |= (byte) bit;
        for (int next = 0; next < count; next++) {
            int pixel = pixels[next];
            if (count + neighbours.length > pixels.length) {
                pixels = Arrays.copyOf(pixels, 2 * pixels.length);
            }
            for (int shift : neighbours) {
                int neighbour = pixel + shift;
                if ((bytes[neighbour] & ~visited[neighbour] & bit) != 0) {
                    visited[neighbour] |= (byte) bit;
                    pixels[count++] = neighbour;
                }
            }
        }
        add(marks, mark, count, found);
    }

    private void add(MarkImage marks, int mark, int count, List<Component> found) {
        int left = Integer.MAX_VALUE;
        int right = -1;
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < count; i++) {
            int x = marks.x(pixels[i]);
            left = Math.min(left, x);
            right = Math.max(right, x);
            first = Math.min(first, pixels[i]);
            last = Math.max(last, pixels[i]);
        }
        int top = marks.y(first);
        int width = right - left + 1;
        int height = marks.y(last) - top + 1;
        int size = ThinStrokes.size(mark);
        if (Component.fitsGlyph(width, height, count, size)
                || Component.fitsGlyph(height, width, count, size)) {
            found.add(new Component(left, top, width, height, count, first));
        }
    }

    static List<List<Component>> emptyLists() {
        List<List<Component>> lists = new ArrayList<>();
        for (int mark = 0; mark < ThinStrokes.MARKS; mark++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
