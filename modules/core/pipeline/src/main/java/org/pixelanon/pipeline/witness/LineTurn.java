package org.pixelanon.pipeline.witness;

import org.pixelanon.model.PlaneImage;

/** Rotates lines so that they run from left to right. */
final class LineTurn {

    private LineTurn() {}

    /** Turns a quarter: clockwise, what runs upwards is read from left to right. */
    static PlaneImage turned(PlaneImage image, boolean clockwise) {
        int width = image.height();
        int height = image.width();
        int channels = image.channels();
        byte[] samples = new byte[image.samples().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = clockwise ? y : image.width() - 1 - y;
                int fromY = clockwise ? image.height() - 1 - x : x;
                System.arraycopy(
                        image.samples(),
                        (fromY * image.width() + fromX) * channels,
                        samples,
                        (y * width + x) * channels,
                        channels);
            }
        }
        return new PlaneImage(width, height, channels, samples);
    }
}
