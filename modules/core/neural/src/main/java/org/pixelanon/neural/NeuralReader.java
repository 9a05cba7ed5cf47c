package org.pixelanon.neural;

import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextReader;

/**
 * Reads lines by a network that gives the likelihood of every character, or of none, at every step
 * along the line (CTC: Graves et al. 2006).
 *
 * <p>Input: 1 x 3 x 48 x columns, at least 320; red, green, blue... of -1 to 1, 0 right of the
 * line. Output: 1 x steps x characters, the first of which stands for none.
 */
public final class NeuralReader implements TextReader {

    private static final int ROWS = 48;
    private static final int LEAST_COLUMNS = 320;
    private static final int CHANNELS = 3;

    /** Longest line, in columns of the network; a longer one is narrowed. */
    private static final int MOST_COLUMNS = 3200;

    private final Network network;
    private final List<String> alphabet;

    NeuralReader(Network network, List<String> alphabet) {
        this.network = network;
        this.alphabet = List.copyOf(alphabet);
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public Reading read(PlaneImage line) throws NeuralException {
        int scaled = Math.round((float) ROWS * line.width() / line.height());
        int columns = Math.max(8, Math.min(MOST_COLUMNS, scaled));
        int padded = Math.max(LEAST_COLUMNS, columns);
        float[] input = new float[CHANNELS * ROWS * padded];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int sample = line.channels() == 1 ? 0 : CHANNELS - 1 - channel;
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < columns; column++) {
                    input[(channel * ROWS + row) * padded + column] =
                            level(line, column, row, columns, sample) / 127.5f - 1;
                }
            }
        }
        Tensor output = network.run(new Tensor(new long[] {1, CHANNELS, ROWS, padded}, input));
        return decoded(output);
    }

    /** Bilinear between the centres of pixels. */
    private static float level(PlaneImage line, int column, int row, int columns, int sample) {
        float x = (column + .5f) * line.width() / columns - .5f;
        float y = (row + .5f) * line.height() / ROWS - .5f;
        int left = Math.max(0, Math.min(line.width() - 1, (int) Math.floor(x)));
        int top = Math.max(0, Math.min(line.height() - 1, (int) Math.floor(y)));
        int right = Math.min(line.width() - 1, left + 1);
        int bottom = Math.min(line.height() - 1, top + 1);
        float across = Math.max(0, Math.min(1, x - left));
        float down = Math.max(0, Math.min(1, y - top));
        float above =
                value(line, left, top, sample) * (1 - across)
                        + value(line, right, top, sample) * across;
        float below =
                value(line, left, bottom, sample) * (1 - across)
                        + value(line, right, bottom, sample) * across;
        return above * (1 - down) + below * down;
    }

    private static int value(PlaneImage line, int x, int y, int sample) {
        return line.samples()[(y * line.width() + x) * line.channels() + sample] & 255;
    }

    /** At every step the likeliest character, once for steps in a row. */
    private Reading decoded(Tensor output) throws NeuralException {
        int characters = alphabet.size();
        if (output.shape().length != CHANNELS || output.shape()[2] != characters) {
            throw new NeuralException(
                    network.name() + ": knows another number of characters than " + characters);
        }
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int read = 0;
        int last = 0;
        for (int step = 0; step < output.shape()[1]; step++) {
            int best = 0;
            for (int i = 1; i < characters; i++) {
                if (output.values()[step * characters + i]
                        > output.values()[step * characters + best]) {
                    best = i;
                }
            }
            if (best != 0 && best != last) {
                text.append(alphabet.get(best));
                sum += output.values()[step * characters + best];
                read++;
            }
            last = best;
        }
        double confidence = read == 0 ? 0 : Math.max(0, Math.min(1, sum / read));
        return new Reading(text.toString(), confidence);
    }

    @Override
    public void close() {
        network.close();
    }
}
