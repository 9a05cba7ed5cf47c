package org.pixelanon.synth.composite;

import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/** A plane to draw on: grey or red, green, blue, 8 bits. Records what is not background. */
final class Sheet {
    final int width;
    final int height;
    final int channels;
    private final byte[] samples;
    private final byte[] drawn;

    /** Copies the picture. */
    Sheet(PlaneImage image) {
        width = image.width();
        height = image.height();
        channels = image.channels();
        samples = image.samples().clone();
        drawn = new byte[width * height];
    }

    private Sheet(Sheet other) {
        width = other.width;
        height = other.height;
        channels = other.channels;
        samples = other.samples.clone();
        drawn = other.drawn;
    }

    /** A sample, 0 to 255. */
    int get(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 0xFF;
    }

    /** The brightest channel. */
    int light(int x, int y) {
        int light = 0;
        for (int channel = 0; channel < channels; channel++) {
            light = Math.max(light, get(x, y, channel));
        }
        return light;
    }

    /** The luminance (ITU-R BT.601). */
    int grey(int x, int y) {
        return channels == 1
                ? get(x, y, 0)
                : (299 * get(x, y, 0) + 587 * get(x, y, 1) + 114 * get(x, y, 2)) / 1000;
    }

    /** Paints one pixel, which may be outside. */
    void blend(int x, int y, int rgb, int cover) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        for (int channel = 0; channel < channels; channel++) {
            int at = (y * width + x) * channels + channel;
            int under = samples[at] & 0xFF;
            int colour = rgb >> 8 * (2 - channel) & 0xFF;
            samples[at] = (byte) (under + Math.round((colour - under) * cover / 255f));
        }
    }

    /** Fills the part of a rectangle that is inside. */
    void fill(PixelRectangle where, int rgb, int cover) {
        for (int y = where.y(); y < where.bottom(); y++) {
            for (int x = where.x(); x < where.right(); x++) {
                blend(x, y, rgb, cover);
            }
        }
    }

    /** Draws the edge of a rectangle, inwards. */
    void frame(PixelRectangle where, int thick, int rgb) {
        fill(new PixelRectangle(where.x(), where.y(), where.width(), thick), rgb, 255);
        int low = where.bottom() - thick;
        fill(new PixelRectangle(where.x(), low, where.width(), thick), rgb, 255);
        fill(new PixelRectangle(where.x(), where.y(), thick, where.height()), rgb, 255);
        int far = where.right() - thick;
        fill(new PixelRectangle(far, where.y(), thick, where.height()), rgb, 255);
    }

    /** Draws a line of a thing of the screen. */
    void line(double x0, double y0, double x1, double y1, double thick, int rgb, Thing thing) {
        double reach = thick / 2 + 0.5;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        for (int y = (int) (Math.min(y0, y1) - reach); y <= Math.max(y0, y1) + reach; y++) {
            for (int x = (int) (Math.min(x0, x1) - reach); x <= Math.max(x0, x1) + reach; x++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double t = length == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
                double ex = px - t * dx;
                double ey = py - t * dy;
                double cover = reach - StrictMath.sqrt(ex * ex + ey * ey);
                if (cover > 0) {
                    blend(x, y, rgb, (int) (255 * Math.min(1, cover)));
                    mark(x, y, thing);
                }
            }
        }
    }

    /** Records that a pixel shows a thing of the screen. */
    void mark(int x, int y, Thing thing) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            drawn[y * width + x] = (byte) (thing.ordinal() + 1);
        }
    }

    /** Discards the record of things in a rectangle, because they were painted over. */
    void forget(PixelRectangle where) {
        for (int y = Math.max(0, where.y()); y < Math.min(height, where.bottom()); y++) {
            for (int x = Math.max(0, where.x()); x < Math.min(width, where.right()); x++) {
                drawn[y * width + x] = 0;
            }
        }
    }

    /** The thing with the most pixels in a rectangle, {@link Thing#NONE} if there is none. */
    Thing under(PixelRectangle where) {
        int[] counts = new int[Thing.values().length + 1];
        for (int y = where.y(); y < where.bottom(); y++) {
            for (int x = where.x(); x < where.right(); x++) {
                counts[drawn[y * width + x]]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > 2 && (best == 0 || counts[i] > counts[best]) ? i : best;
        }
        return best == 0 ? Thing.NONE : Thing.values()[best - 1];
    }

    /** A copy to paint on. */
    Sheet copy() {
        return new Sheet(this);
    }

    /** Copies the pixels of a rectangle, as far as it is inside, from a sheet of the same size. */
    void restore(Sheet from, PixelRectangle where) {
        for (int y = Math.max(0, where.y()); y < Math.min(height, where.bottom()); y++) {
            int left = (y * width + Math.max(0, where.x())) * channels;
            int right = (y * width + Math.min(width, where.right())) * channels;
            System.arraycopy(from.samples, left, samples, left, Math.max(0, right - left));
        }
    }

    boolean holds(PixelRectangle where) {
        return where.x() >= 0
                && where.y() >= 0
                && where.right() <= width
                && where.bottom() <= height;
    }

    /** A rectangle grown by some pixels on all sides. */
    static PixelRectangle grown(PixelRectangle r, int by) {
        return new PixelRectangle(r.x() - by, r.y() - by, r.width() + 2 * by, r.height() + 2 * by);
    }

    /** Returns whether two rectangles share a pixel. */
    static boolean meet(PixelRectangle a, PixelRectangle b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
