package org.pixelanon.neural;

import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextReader;

/**
 * Reads lines by a network that gives the likelihood of every character, or of none, at every step
 * along the line (CTC: Graves et al. 2006).
 *
 * <p>Input: a line as its {@link LineShape} says. Output: 1 x steps x characters, the first of
 * which stands for none.
 */
public final class NeuralReader implements TextReader {

    private static final int DIMENSIONS = 3;

    private final Network network;
    private final List<String> alphabet;
    private final LineShape shape;

    NeuralReader(Network network, List<String> alphabet) {
        this(network, alphabet, LineShape.PPOCR);
    }

    NeuralReader(Network network, List<String> alphabet, LineShape shape) {
        this.network = network;
        this.alphabet = List.copyOf(alphabet);
        this.shape = shape;
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public Reading read(PlaneImage line) throws NeuralException {
        return decoded(network.run(shape.tensor(line)));
    }

    /** At every step the likeliest character, once for steps in a row. */
    private Reading decoded(Tensor output) throws NeuralException {
        int characters = alphabet.size();
        if (output.shape().length != DIMENSIONS || output.shape()[2] != characters) {
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
