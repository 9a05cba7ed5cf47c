package org.pixelanon.ocr;

import org.pixelanon.ocr.Ink.GreySums;

/**
 * Measures the ink of components of one mark in one channel. The ink of a component is everything
 * marked in its bounding box: what reaches into the box of a glyph is a neighbour's ink.
 */
final class InkMeter {

    private static final int RING = 2;
    private static final int[] ACROSS = {-RING, RING, 0, 0};
    private static final int[] DOWN = {0, 0, -RING, RING};

    private final GreyImage image;
    private final MarkImage marks;
    private final int bit;

    InkMeter(GreyImage image, MarkImage marks, int mark) {
        this.image = image;
        this.marks = marks;
        bit = 1 << mark;
    }

    /** Measures a component that lies as it lies in the channel. */
    Ink measure(Component component) {
        byte[] bytes = marks.bytes();
        byte[] samples = image.samples();
        int width = image.width();
        int height = image.height();
        int stride = marks.stride();
        int right = component.x() + component.width();
        int bottom = component.y() + component.height();
        boolean inner =
                component.x() >= RING
                        && component.y() >= RING
                        && right <= width - RING
                        && bottom <= height - RING;
        int edge = 0;
        int count = 0;
        int inside = 0;
        long insideSquares = 0;
        int ringCount = 0;
        int ring = 0;
        long ringSquares = 0;
        for (int y = component.y(); y < bottom; y++) {
            int pixel = marks.index(component.x(), y);
            int sample = y * width + component.x();
            for (int x = component.x(); x < right; x++, pixel++, sample++) {
                if ((bytes[pixel] & bit) == 0) {
                    continue;
                }
                int around = bytes[pixel - 1] & bytes[pixel + 1];
                if ((around & bytes[pixel - stride] & bytes[pixel + stride] & bit) == 0) {
                    edge++;
                }
                int value = samples[sample] & 255;
                count++;
                inside += value;
                insideSquares += value * value;
                for (int k = 0; k < ACROSS.length; k++) {
                    int dx = ACROSS[k];
                    int dy = DOWN[k];
                    if ((inner || inImage(x + dx, y + dy))
                            && (bytes[pixel + dy * stride + dx] & bit) == 0) {
                        int other = samples[sample + dy * width + dx] & 255;
                        ringCount++;
                        ring += other;
                        ringSquares += other * other;
                    }
                }
            }
        }
        return new Ink(
                edge,
                new GreySums(count, inside, insideSquares),
                new GreySums(ringCount, ring, ringSquares));
    }

    private boolean inImage(int x, int y) {
        return x >= 0 && y >= 0 && x < image.width() && y < image.height();
    }
}
