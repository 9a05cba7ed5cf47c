package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.text.TextReader;

/**
 * Reads lines by a network that gives the likelihood of every character, or of none, at every step
 * along the line (CTC: Graves et al. 2006). What it is not sure of it reads again, prepared in
 * other ways, and keeps the reading of the highest confidence.
 *
 * <p>Input: a line as its {@link LineShape} says. Output: 1 x steps x characters, the first of
 * which stands for none.
 */
public final class NeuralReader implements TextReader {

    private static final int DIMENSIONS = 3;

    /** Confidence that needs no other preparation. */
    private static final double SURE = .95;

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
        Reading best = once(line, line);
        for (UnaryOperator<PlaneImage> preparation : LinePreparations.ALL) {
            if (best.confidence() >= SURE) {
                break;
            }
            Reading reading = once(line, preparation.apply(line));
            if (reading.confidence() > best.confidence()) {
                best = reading;
            }
        }
        return best;
    }

    /**
     * At every step the likeliest character, once for steps in a row; spaces where the line has
     * gaps.
     *
     * @param line as it stands on the plane
     * @param prepared the same, with as much room left as right
     */
    private Reading once(PlaneImage line, PlaneImage prepared) throws NeuralException {
        Tensor output = network.run(shape.tensor(prepared));
        int characters = alphabet.size();
        if (output.shape().length != DIMENSIONS || output.shape()[2] != characters) {
            throw new NeuralException(
                    network.name() + ": knows another number of characters than " + characters);
        }
        int steps = (int) output.shape()[1];
        double width = shape.width(prepared);
        double room = (prepared.width() - line.width()) / 2.0;
        List<Integer> read = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        double sum = 0;
        int last = 0;
        for (int step = 0; step < steps; step++) {
            int best = likeliest(output, step);
            if (best != 0 && best != last) {
                read.add(best);
                places.add((step + .5) * width / steps - room);
                sum += output.values()[step * characters + best];
            }
            last = best;
        }
        double confidence = read.isEmpty() ? 0 : Math.max(0, Math.min(1, sum / read.size()));
        return new Reading(text(read, places, WordGaps.of(line, read.size())), confidence);
    }

    private int likeliest(Tensor output, int step) {
        int best = 0;
        for (int i = 1; i < alphabet.size(); i++) {
            if (output.values()[step * alphabet.size() + i]
                    > output.values()[step * alphabet.size() + best]) {
                best = i;
            }
        }
        return best;
    }

    private String text(List<Integer> read, List<Double> places, List<Double> gaps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < read.size(); i++) {
            double from = i == 0 ? Double.POSITIVE_INFINITY : places.get(i - 1);
            double to = places.get(i);
            if (gaps.stream().anyMatch(gap -> gap > from && gap < to)) {
                text.append(' ');
            }
            text.append(alphabet.get(read.get(i)));
        }
        return WordGaps.tidied(text.toString());
    }

    @Override
    public void close() {
        network.close();
    }
}
