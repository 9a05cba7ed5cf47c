package org.pixelanon.ocr;

import java.util.Arrays;
import org.pixelanon.ocr.Ink.GreySums;

/** Measures the ink of components of one mark in one channel. Not thread-safe. */
final class InkMeter {

    private static final int RING = 2;

    private final GreyImage image;
    private final MarkImage marks;
    private final int bit;
    private int[] pixels = new int[256];
    private boolean[] seen = new boolean[256];

    InkMeter(GreyImage image, MarkImage marks, int mark) {
        this.image = image;
        this.marks = marks;
        bit = 1 << mark;
    }

    /** Measures a component that lies as it lies in the channel. */
    Ink measure(Component component) {
        int count = fill(component);
        byte[] bytes = marks.bytes();
        byte[] samples = image.samples();
        int stride = marks.stride();
        long edge = 0;
        long inside = 0;
        long insideSquares = 0;
        long ringCount = 0;
        long ring = 0;
        long ringSquares = 0;
        for (int i = 0; i < count; i++) {
            int pixel = pixels[i];
            int around = bytes[pixel - 1] & bytes[pixel + 1];
            if ((around & bytes[pixel - stride] & bytes[pixel + stride] & bit) == 0) {
                edge++;
            }
            int x = marks.x(pixel);
            int y = marks.y(pixel);
            int value = samples[y * image.width() + x] & 255;
            inside += value;
            insideSquares += (long) value * value;
            for (int dy = -RING; dy <= RING; dy += RING) {
                int row = y + dy;
                for (int dx = -RING; dx <= RING; dx += RING) {
                    int column = x + dx;
                    if (row >= 0
                            && row < image.height()
                            && column >= 0
                            && column < image.width()
                            && (bytes[pixel + dy * stride + dx] & bit) == 0) {
                        int other = samples[row * image.width() + column] & 255;
                        ringCount++;
                        ring += other;
                        ringSquares += (long) other * other;
                    }
                }
            }
        }
        return new Ink(
                edge,
                new GreySums(count, inside, insideSquares),
                new GreySums(ringCount, ring, ringSquares));
    }

    /** Collects the pixels of a component, beginning at its seed. */
    private int fill(Component component) {
        int columns = component.width() + 2;
        int size = columns * (component.height() + 2);
        if (seen.length < size) {
            seen = new boolean[size];
        } else {
            Arrays.fill(seen, 0, size, false);
        }
        if (pixels.length < component.area()) {
            pixels = new int[component.area()];
        }
        byte[] bytes = marks.bytes();
        int stride = marks.stride();
        int corner = marks.index(component.x() - 1, component.y() - 1);
        int count = 1;
        pixels[0] = component.seed();
        seen[place(component.seed(), corner, stride, columns)] = true;
        for (int next = 0; next < count; next++) {
            for (int dy = -stride; dy <= stride; dy += stride) {
                for (int neighbour = pixels[next] + dy - 1;
                        neighbour <= pixels[next] + dy + 1;
                        neighbour++) {
                    if ((bytes[neighbour] & bit) != 0) {
                        int place = place(neighbour, corner, stride, columns);
                        if (!seen[place]) {
                            seen[place] = true;
                            pixels[count++] = neighbour;
                        }
                    }
                }
            }
        }
        return count;
    }

    private static int place(int pixel, int corner, int stride, int columns) {
        int offset = pixel - corner;
        return offset / stride * columns + offset % stride;
    }
}
