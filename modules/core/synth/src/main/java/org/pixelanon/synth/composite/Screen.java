package org.pixelanon.synth.composite;

import org.pixelanon.model.PlaneImage;
import org.pixelanon.synth.Chance;

/**
 * Turns a picture into a screenshot: of a size on which text fits, perhaps mirrored or brighter.
 */
final class Screen {
    private static final int LEAST = 320;
    private static final int WIDEST = 1600;
    private static final int HIGHEST = 1200;

    private Screen() {}

    /**
     * A picture of at least 320 and at most 1600 by 1200 pixels: a larger one is cut, a smaller one
     * is enlarged by a whole number.
     */
    static PlaneImage show(PlaneImage picture, boolean colour, Chance chance) {
        int factor = (LEAST - 1) / Math.min(picture.width(), picture.height()) + 1;
        int width = Math.min(WIDEST, picture.width() * factor);
        int height = Math.min(HIGHEST, picture.height() * factor);
        int left = chance.below(picture.width() * factor - width + 1);
        int top = chance.below(picture.height() * factor - height + 1);
        boolean mirrored = chance.oneIn(3);
        byte[] curve = curve(chance.oneIn(2) ? 1 : chance.between(0.75, 1.35));
        int channels = colour ? 3 : picture.channels();
        byte[] samples = new byte[width * height * channels];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = mirrored ? width - 1 - x : x;
                for (int channel = 0; channel < channels; channel++) {
                    int own = Math.min(channel, picture.channels() - 1);
                    double fromX = (left + from + 0.5) / factor - 0.5;
                    double fromY = (top + y + 0.5) / factor - 0.5;
                    int value =
                            factor == 1
                                    ? sample(picture, left + from, top + y, own)
                                    : between(picture, fromX, fromY, own);
                    samples[(y * width + x) * channels + channel] = curve[value];
                }
            }
        }
        return new PlaneImage(width, height, channels, samples);
    }

    private static byte[] curve(double gamma) {
        byte[] curve = new byte[256];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = (byte) StrictMath.rint(255 * StrictMath.pow(i / 255.0, gamma));
        }
        return curve;
    }

    private static int between(PlaneImage picture, double x, double y, int channel) {
        int left = (int) StrictMath.floor(x);
        int top = (int) StrictMath.floor(y);
        double right = x - left;
        double down = y - top;
        double upper =
                sample(picture, left, top, channel) * (1 - right)
                        + sample(picture, left + 1, top, channel) * right;
        double lower =
                sample(picture, left, top + 1, channel) * (1 - right)
                        + sample(picture, left + 1, top + 1, channel) * right;
        return (int) (upper * (1 - down) + lower * down + 0.5);
    }

    private static int sample(PlaneImage picture, int x, int y, int channel) {
        int column = Math.min(picture.width() - 1, Math.max(0, x));
        int row = Math.min(picture.height() - 1, Math.max(0, y));
        int at = (row * picture.width() + column) * picture.channels() + channel;
        return picture.samples()[at] & 0xFF;
    }
}
