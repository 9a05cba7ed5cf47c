package org.pixelanon.pipeline.witness;

import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;

/** Cuts lines out of planes. */
final class LineCrop {

    private LineCrop() {}

    static PlaneImage of(PlaneImage view, PixelRectangle box) {
        int channels = view.channels();
        byte[] samples = new byte[box.width() * box.height() * channels];
        for (int row = 0; row < box.height(); row++) {
            System.arraycopy(
                    view.samples(),
                    ((box.y() + row) * view.width() + box.x()) * channels,
                    samples,
                    row * box.width() * channels,
                    box.width() * channels);
        }
        return new PlaneImage(box.width(), box.height(), channels, samples);
    }

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
