package org.pixelanon.neural;

import java.util.List;
import java.util.function.UnaryOperator;
import org.pixelanon.model.PlaneImage;

/** What lines are made before they are read once more: room around, more contrast, softer edges. */
final class LinePreparations {

    /** In the order in which they are tried. */
    static final List<UnaryOperator<PlaneImage>> ALL =
            List.of(
                    LinePreparations::withRoom,
                    LinePreparations::stretched,
                    LinePreparations::softened);

    private static final int LEVELS = 256;
    private static final double ROOM = .2;
    private static final double OUTLIERS = .01;

    private LinePreparations() {}

    /** The pixels of the sides once more, around. */
    private static PlaneImage withRoom(PlaneImage line) {
        int room = Math.max(2, (int) (ROOM * line.height()));
        int width = line.width() + 2 * room;
        int height = line.height() + 2 * room;
        int channels = line.channels();
        byte[] samples = new byte[width * height * channels];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = at(line, x - room, y - room);
                System.arraycopy(
                        line.samples(), from, samples, (y * width + x) * channels, channels);
            }
        }
        return new PlaneImage(width, height, channels, samples);
    }

    /** Where the samples of a pixel begin, or of the next one inside. */
    private static int at(PlaneImage line, int x, int y) {
        int column = Math.max(0, Math.min(line.width() - 1, x));
        int row = Math.max(0, Math.min(line.height() - 1, y));
        return (row * line.width() + column) * line.channels();
    }

    /** All levels from black to white; few pixels may be beyond. */
    private static PlaneImage stretched(PlaneImage line) {
        int[] histogram = new int[LEVELS];
        for (byte sample : line.samples()) {
            histogram[sample & (LEVELS - 1)]++;
        }
        int few = (int) (OUTLIERS * line.samples().length);
        int low = 0;
        for (int sum = histogram[0]; sum <= few && low < LEVELS - 1; sum += histogram[low]) {
            low++;
        }
        int high = LEVELS - 1;
        for (int sum = histogram[high]; sum <= few && high > 0; sum += histogram[high]) {
            high--;
        }
        if (high <= low) {
            return line;
        }
        byte[] samples = line.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            int level = ((samples[i] & (LEVELS - 1)) - low) * (LEVELS - 1) / (high - low);
            samples[i] = (byte) Math.max(0, Math.min(LEVELS - 1, level));
        }
        return new PlaneImage(line.width(), line.height(), line.channels(), samples);
    }

    /** Each pixel as the mean of its neighbours, weighed 1 2 1 along each direction. */
    private static PlaneImage softened(PlaneImage line) {
        int channels = line.channels();
        byte[] samples = new byte[line.samples().length];
        for (int y = 0; y < line.height(); y++) {
            for (int x = 0; x < line.width(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    int sum = 0;
                    for (int i = 0; i < 9; i++) {
                        int right = i % 3 - 1;
                        int down = i / 3 - 1;
                        int weight = (2 - Math.abs(right)) * (2 - Math.abs(down));
                        int from = at(line, x + right, y + down) + channel;
                        sum += weight * (line.samples()[from] & (LEVELS - 1));
                    }
                    samples[(y * line.width() + x) * channels + channel] = (byte) (sum / 16);
                }
            }
        }
        return new PlaneImage(line.width(), line.height(), channels, samples);
    }
}
