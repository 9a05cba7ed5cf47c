package org.pixelanon.synth;

/** A picture without text. */
interface Backdrop {

    /** The brightness of a pixel, about 0 to 255. */
    double at(int frame, int x, int y);

    /** The kind of picture in one word. */
    String texture();

    default Canvas paint(int frame, int width, int height, int channels) {
        Canvas canvas = new Canvas(width, height, channels);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                canvas.grey(x, y, at(frame, x, y));
            }
        }
        return canvas;
    }

    /** 0 outside, 1 inside, with a soft edge at t = 0. */
    static double soft(double t, double steepness) {
        return Math.min(1, Math.max(0, t * steepness + 0.5));
    }

    /** Positive inside an ellipse, 1 at its middle. */
    static double ellipse(double x, double y, double cx, double cy, double rx, double ry) {
        double u = (x - cx) / rx;
        double v = (y - cy) / ry;
        return 1 - u * u - v * v;
    }
}
