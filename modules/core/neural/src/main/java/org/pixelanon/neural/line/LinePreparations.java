package org.pixelanon.neural.line;

import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.neural.line.LineBands.Band;

/** Prepares lines for reading. */
public final class LinePreparations {

    /** Margin around ink, in heights of the line, and its least size in pixels. */
    private static final double ROOM = .15;

    private static final int LEAST_ROOM = 2;

    /** Factor by which letters are widened. */
    private static final double WIDER = 1.3;

    private LinePreparations() {}

    /**
     * The part of a crop with a line of letters and a small margin.
     *
     * @param crop the part of a plane
     * @param band where the line is in it
     * @return that part
     */
    public static PlaneImage tight(PlaneImage crop, Band band) {
        int room = Math.max(LEAST_ROOM, (int) Math.round(ROOM * band.height()));
        return crop.part(
                PixelRectangle.ofEdges(
                        Math.max(0, band.left() - room),
                        Math.max(0, band.top() - room),
                        Math.min(crop.width(), band.right() + room),
                        Math.min(crop.height(), band.bottom() + room)));
    }

    /**
     * Widens letters by linear interpolation.
     *
     * @param line the part of a plane
     * @return the line, as high and wider
     */
    public static PlaneImage widened(PlaneImage line) {
        int width = (int) Math.max(1, Math.round(WIDER * line.width()));
        int channels = line.channels();
        byte[] samples = new byte[width * line.height() * channels];
        for (int x = 0; x < width; x++) {
            double from = Math.max(0, Math.min(line.width() - 1, (x + .5) / WIDER - .5));
            int left = (int) from;
            int right = Math.min(line.width() - 1, left + 1);
            for (int y = 0; y < line.height(); y++) {
                for (int channel = 0; channel < channels; channel++) {
                    double level =
                            at(line, left, y, channel) * (1 - from + left)
                                    + at(line, right, y, channel) * (from - left);
                    samples[(y * width + x) * channels + channel] = (byte) Math.round(level);
                }
            }
        }
        return new PlaneImage(width, line.height(), channels, samples);
    }

    private static int at(PlaneImage line, int x, int y, int channel) {
        return line.samples()[(y * line.width() + x) * line.channels() + channel] & 255;
    }
}
