package org.pixelanon.viewer;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.pixelanon.model.PixelRectangle;

/**
 * The position of image pixels on screen: screen = image * scale + offset. Immutable.
 *
 * @param scale screen pixels per image pixel, positive
 * @param x screen x of the image's left edge
 * @param y screen y of the image's top edge
 */
record ImageTransform(double scale, double x, double y) {

    private static final double MIN_SCALE = 0.02;
    private static final double MAX_SCALE = 64;

    /** The whole image, as large as possible, centred. */
    static ImageTransform fit(int width, int height, int screenWidth, int screenHeight) {
        double scale = Math.min(screenWidth / (double) width, screenHeight / (double) height);
        return centred(Math.max(MIN_SCALE, scale), width, height, screenWidth, screenHeight);
    }

    /** The image at a scale, centred. */
    static ImageTransform centred(
            double scale, int width, int height, int screenWidth, int screenHeight) {
        return new ImageTransform(
                scale, (screenWidth - width * scale) / 2, (screenHeight - height * scale) / 2);
    }

    /** Zooms with a fixed point on screen. */
    ImageTransform zoomed(double factor, Point2D anchor) {
        double next = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale * factor));
        double ratio = next / scale;
        return new ImageTransform(
                next,
                anchor.getX() - (anchor.getX() - x) * ratio,
                anchor.getY() - (anchor.getY() - y) * ratio);
    }

    ImageTransform moved(double dx, double dy) {
        return new ImageTransform(scale, x + dx, y + dy);
    }

    AffineTransform toAffine() {
        return new AffineTransform(scale, 0, 0, scale, x, y);
    }

    /** The column under a screen x; may lie outside the image. */
    int column(double screenX) {
        return (int) Math.floor((screenX - x) / scale);
    }

    /** The row under a screen y; may lie outside the image. */
    int row(double screenY) {
        return (int) Math.floor((screenY - y) / scale);
    }

    /** A rectangle of pixels on screen. */
    Rectangle2D toScreen(PixelRectangle r) {
        return new Rectangle2D.Double(
                x + r.x() * scale, y + r.y() * scale, r.width() * scale, r.height() * scale);
    }
}
