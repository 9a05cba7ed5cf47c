package org.pixelanon.ocr;

import java.util.Arrays;
import org.pixelanon.model.PixelRectangle;

/** Pure functions on small grey images of one line. */
final class CropImages {

    private CropImages() {}

    /** Crops a rectangle inside the image, inverted on request so that text is bright. */
    static GreyImage cut(GreyImage image, PixelRectangle box, boolean invert) {
        byte[] out = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            int from = (box.y() + y) * image.width() + box.x();
            for (int x = 0; x < box.width(); x++) {
                int value = image.samples()[from + x];
                out[y * box.width() + x] = (byte) (invert ? ~value : value);
            }
        }
        return new GreyImage(box.width(), box.height(), out);
    }

    /** Rotates by 90 degrees, clockwise or counter-clockwise. */
    static GreyImage turned(GreyImage image, boolean clockwise) {
        int width = image.height();
        int height = image.width();
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = clockwise ? width - 1 - x : x;
                int column = clockwise ? y : height - 1 - y;
                out[y * width + x] = image.samples()[row * image.width() + column];
            }
        }
        return new GreyImage(width, height, out);
    }

    /** Maps the background (the median) to black and the brightest hundredth to white. */
    static GreyImage stretched(GreyImage image) {
        int[] histogram = histogram(image);
        int low = quantile(histogram, image.samples().length / 2);
        int high = Math.max(low + 1, brightest(histogram, image.samples().length));
        byte[] map = new byte[256];
        for (int value = 0; value < 256; value++) {
            map[value] = (byte) Math.max(0, Math.min(255, (value - low) * 255 / (high - low)));
        }
        return mapped(image, map);
    }

    /** White where a pixel reaches a fraction of the brightest hundredth, else black. */
    static GreyImage relative(GreyImage image, double share) {
        int threshold = (int) (brightest(histogram(image), image.samples().length) * share);
        byte[] map = new byte[256];
        for (int value = 0; value < 256; value++) {
            map[value] = (byte) (value >= threshold ? 255 : 0);
        }
        return mapped(image, map);
    }

    /** Dark on white, with a white border like a page. */
    static GreyImage page(GreyImage image, int border) {
        int width = image.width() + 2 * border;
        int height = image.height() + 2 * border;
        byte[] out = new byte[width * height];
        Arrays.fill(out, (byte) 255);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                out[(y + border) * width + x + border] =
                        (byte) ~image.samples()[y * image.width() + x];
            }
        }
        return new GreyImage(width, height, out);
    }

    /** Keeps what is narrower than 2 * radius + 1 pixels and brighter than its surroundings. */
    static GreyImage topHat(GreyImage image, int radius) {
        GreyImage opened = extreme(extreme(image, radius, false), radius, true);
        byte[] out = new byte[image.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ((image.samples()[i] & 255) - (opened.samples()[i] & 255));
        }
        return new GreyImage(image.width(), image.height(), out);
    }

    /** Thickens bright strokes by a pixel on each side. */
    static GreyImage bolder(GreyImage image) {
        return extreme(image, 1, true);
    }

    /**
     * Each pixel becomes the mean of the square of three by three around it, clipped to the image.
     */
    static GreyImage blurred(GreyImage image) {
        int width = image.width();
        int height = image.height();
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - 1);
            int bottom = Math.min(height - 1, y + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
                int sum = 0;
                for (int row = top; row <= bottom; row++) {
                    for (int column = left; column <= right; column++) {
                        sum += image.samples()[row * width + column] & 255;
                    }
                }
                out[y * width + x] = (byte) (sum / ((right - left + 1) * (bottom - top + 1)));
            }
        }
        return new GreyImage(width, height, out);
    }

    private static GreyImage extreme(GreyImage image, int radius, boolean highest) {
        byte[] rows = new byte[image.samples().length];
        byte[] out = new byte[image.samples().length];
        line(
                image.samples(),
                rows,
                image.height(),
                image.width(),
                image.width(),
                1,
                radius,
                highest);
        line(rows, out, image.width(), image.height(), 1, image.width(), radius, highest);
        return new GreyImage(image.width(), image.height(), out);
    }

    private static void line(
            byte[] in,
            byte[] out,
            int lines,
            int length,
            int lineStep,
            int step,
            int radius,
            boolean highest) {
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                int best = highest ? 0 : 255;
                int last = Math.min(length - 1, i + radius);
                for (int k = Math.max(0, i - radius); k <= last; k++) {
                    int value = in[line * lineStep + k * step] & 255;
                    best = highest ? Math.max(best, value) : Math.min(best, value);
                }
                out[line * lineStep + i * step] = (byte) best;
            }
        }
    }

    /** Enlarges by a whole factor with Catmull-Rom interpolation (Keys 1981, a = -1/2). */
    static GreyImage enlarged(GreyImage image, int factor) {
        if (factor == 1) {
            return image;
        }
        int width = image.width();
        int height = image.height();
        float[] source = new float[width * height];
        for (int i = 0; i < source.length; i++) {
            source[i] = image.samples()[i] & 255;
        }
        float[] wide = new float[width * factor * height];
        interpolate(source, wide, height, width, width, width * factor, 1, factor);
        float[] large = new float[width * factor * height * factor];
        interpolate(wide, large, width * factor, height, 1, 1, width * factor, factor);
        byte[] out = new byte[large.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.max(0, Math.min(255, Math.round(large[i])));
        }
        return new GreyImage(width * factor, height * factor, out);
    }

    private static void interpolate(
            float[] in,
            float[] out,
            int lines,
            int length,
            int inLine,
            int outLine,
            int step,
            int factor) {
        for (int phase = 0; phase < factor; phase++) {
            double shift = (phase + .5) / factor - .5;
            int base = (int) Math.floor(shift);
            float t = (float) (shift - base);
            float w0 = ((-t + 2) * t - 1) * t / 2;
            float w1 = ((3 * t - 5) * t * t + 2) / 2;
            float w2 = ((-3 * t + 4) * t + 1) * t / 2;
            float w3 = (t - 1) * t * t / 2;
            for (int line = 0; line < lines; line++) {
                for (int i = 0; i < length; i++) {
                    int at = i + base;
                    int start = line * inLine;
                    out[line * outLine + (i * factor + phase) * step] =
                            w0 * in[start + clamp(at - 1, length) * step]
                                    + w1 * in[start + clamp(at, length) * step]
                                    + w2 * in[start + clamp(at + 1, length) * step]
                                    + w3 * in[start + clamp(at + 2, length) * step];
                }
            }
        }
    }

    private static int clamp(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }

    /** Reduces by a whole factor; each pixel is the mean of a square. */
    static GreyImage reduced(GreyImage image, int factor) {
        if (factor == 1) {
            return image;
        }
        int width = Math.max(1, image.width() / factor);
        int height = Math.max(1, image.height() / factor);
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int k = 0; k < factor * factor; k++) {
                    int column = Math.min(image.width() - 1, x * factor + k % factor);
                    int row = Math.min(image.height() - 1, y * factor + k / factor);
                    sum += image.samples()[row * image.width() + column] & 255;
                }
                out[y * width + x] = (byte) (sum / (factor * factor));
            }
        }
        return new GreyImage(width, height, out);
    }

    private static GreyImage mapped(GreyImage image, byte[] map) {
        byte[] out = new byte[image.samples().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = map[image.samples()[i] & 255];
        }
        return new GreyImage(image.width(), image.height(), out);
    }

    private static int[] histogram(GreyImage image) {
        int[] histogram = new int[256];
        for (byte sample : image.samples()) {
            histogram[sample & 255]++;
        }
        return histogram;
    }

    private static int quantile(int[] histogram, int rank) {
        int seen = 0;
        for (int value = 0; value < 256; value++) {
            seen += histogram[value];
            if (seen > rank) {
                return value;
            }
        }
        return 255;
    }

    /** The grey level reached by a hundredth of the pixels, and at least six. */
    private static int brightest(int[] histogram, int pixels) {
        int wanted = Math.max(6, pixels / 100);
        int seen = 0;
        for (int value = 255; value > 0; value--) {
            seen += histogram[value];
            if (seen >= wanted) {
                return value;
            }
        }
        return 0;
    }
}
