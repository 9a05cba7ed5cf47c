package org.pixelanon.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pixelanon.ocr.Component.GreySums;

/**
 * Collects the 8-connected components of marked pixels that may be glyphs, lying or standing. Not
 * thread-safe: it owns its buffers.
 */
final class ComponentSearch {

    private static final int RING = 2;

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
            GreyImage image,
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
                    fill(image, marks, i, mark, found.get(mark));
                    todo &= todo - 1;
                }
            }
        }
    }

    /** Collects the component of a pixel unless it was visited or is not marked any more. */
    void collect(GreyImage image, MarkImage marks, int pixel, int mark, List<Component> found) {
        if ((marks.bytes()[pixel] & ~visited[pixel] & (1 << mark)) != 0) {
            fill(image, marks, pixel, mark, found);
        }
    }

    private void fill(
            GreyImage image, MarkImage marks, int start, int mark, List<Component> found) {
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
        add(image, marks, mark, count, found);
    }

    private void add(GreyImage image, MarkImage marks, int mark, int count, List<Component> found) {
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
            found.add(measured(image, marks, mark, count, left, top, width, height, first));
        }
    }

    private Component measured(
            GreyImage image,
            MarkImage marks,
            int mark,
            int count,
            int left,
            int top,
            int width,
            int height,
            int seed) {
        byte[] bytes = marks.bytes();
        int bit = 1 << mark;
        int stride = marks.stride();
        Sums inside = new Sums();
        Sums ring = new Sums();
        int edge = 0;
        for (int i = 0; i < count; i++) {
            int pixel = pixels[i];
            if ((bytes[pixel - 1]
                            & bytes[pixel + 1]
                            & bytes[pixel - stride]
                            & bytes[pixel + stride]
                            & bit)
                    == 0) {
                edge++;
            }
            int y = marks.y(pixel);
            int x = marks.x(pixel);
            inside.add(image, x, y);
            for (int dy = -RING; dy <= RING; dy += RING) {
                for (int dx = -RING; dx <= RING; dx += RING) {
                    if (within(image, x + dx, y + dy)
                            && (bytes[pixel + dy * stride + dx] & bit) == 0) {
                        ring.add(image, x + dx, y + dy);
                    }
                }
            }
        }
        return new Component(
                left, top, width, height, count, edge, seed, inside.done(), ring.done());
    }

    private static boolean within(GreyImage image, int x, int y) {
        return x >= 0 && y >= 0 && x < image.width() && y < image.height();
    }

    static List<List<Component>> emptyLists() {
        List<List<Component>> lists = new ArrayList<>();
        for (int mark = 0; mark < ThinStrokes.MARKS; mark++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static final class Sums {
        private long count;
        private long sum;
        private long squares;

        void add(GreyImage image, int x, int y) {
            int value = image.samples()[y * image.width() + x] & 255;
            count++;
            sum += value;
            squares += (long) value * value;
        }

        GreySums done() {
            return new GreySums(count, sum, squares);
        }
    }
}
