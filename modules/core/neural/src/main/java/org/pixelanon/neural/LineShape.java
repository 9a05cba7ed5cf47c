package org.pixelanon.neural;

import java.util.List;
import org.pixelanon.model.PlaneImage;

/**
 * The input of a network that reads lines: 1 x channels x rows x columns, scaled to the rows, with
 * levels of 0 to 1 normalised by mean and deviation.
 *
 * @param rows the height of the network's input
 * @param leastColumns its least width; shorter lines are padded at the right
 * @param levels its channels and their normalisation
 * @param repeats whether padding repeats the last column; else it is 0 after normalisation
 */
record LineShape(int rows, int leastColumns, Levels levels, boolean repeats) {

    /** The input of the PP-OCR readers. */
    static final LineShape PPOCR =
            new LineShape(
                    48,
                    320,
                    new Levels(Levels.Order.BGR, List.of(.5f, .5f, .5f), List.of(.5f, .5f, .5f)),
                    false);

    private static final int FEWEST_COLUMNS = 8;

    /** Longest line, in columns of the network; longer ones are compressed. */
    private static final int MOST_COLUMNS = 3200;

    Tensor tensor(PlaneImage line) {
        int columns = columns(line);
        int padded = Math.max(leastColumns, columns);
        int channels = levels.order().channels();
        float[] input = new float[channels * rows * padded];
        float[] pixel = new float[3];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < (repeats ? padded : columns); column++) {
                at(line, Math.min(column, columns - 1), row, columns, pixel);
                for (int channel = 0; channel < channels; channel++) {
                    input[(channel * rows + row) * padded + column] =
                            levels.normal(channel, levels.order().level(pixel, channel));
                }
            }
        }
        return new Tensor(new long[] {1, channels, rows, padded}, input);
    }

    /** The width of the network's input, in columns of the line. */
    double width(PlaneImage line) {
        int columns = columns(line);
        return (double) Math.max(leastColumns, columns) * line.width() / columns;
    }

    private int columns(PlaneImage line) {
        int scaled = Math.round((float) rows * line.width() / line.height());
        return Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, scaled));
    }

    /** Red, green and blue of 0 to 255, bilinearly interpolated. */
    private void at(PlaneImage line, int column, int row, int columns, float[] pixel) {
        float x = (column + .5f) * line.width() / columns - .5f;
        float y = (row + .5f) * line.height() / rows - .5f;
        int left = Math.max(0, Math.min(line.width() - 1, (int) Math.floor(x)));
        int top = Math.max(0, Math.min(line.height() - 1, (int) Math.floor(y)));
        int right = Math.min(line.width() - 1, left + 1);
        int bottom = Math.min(line.height() - 1, top + 1);
        float across = Math.max(0, Math.min(1, x - left));
        float down = Math.max(0, Math.min(1, y - top));
        for (int i = 0; i < pixel.length; i++) {
            int sample = line.channels() == 1 ? 0 : i;
            float above =
                    value(line, left, top, sample) * (1 - across)
                            + value(line, right, top, sample) * across;
            float below =
                    value(line, left, bottom, sample) * (1 - across)
                            + value(line, right, bottom, sample) * across;
            pixel[i] = above * (1 - down) + below * down;
        }
    }

    private static int value(PlaneImage line, int x, int y, int sample) {
        return line.samples()[(y * line.width() + x) * line.channels() + sample] & 255;
    }
}
