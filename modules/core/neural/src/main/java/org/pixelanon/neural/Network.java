package org.pixelanon.neural;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;

/** A loaded network with one input and one output. Not thread-safe; the creator closes it. */
final class Network implements AutoCloseable {

    private final String name;
    private final Predictor<Tensor, Tensor> predictor;

    /**
     * Uses a model.
     *
     * @param name by which messages call it
     * @param model the model; not closed by this
     */
    Network(String name, Model model) {
        this.name = name;
        this.predictor = model.newPredictor(new Tensor.Plain());
    }

    /**
     * Runs the network on the calling thread.
     *
     * @param input the numbers that it is given
     * @return the numbers that it answers with, at least one
     * @throws NeuralException if it cannot work with the input, or answers with what is no number
     */
    Tensor run(Tensor input) throws NeuralException {
        Tensor output;
        try {
            output = predictor.predict(input);
        } catch (TranslateException | RuntimeException e) {
            throw new NeuralException(name + ": failed", e);
        }
        if (output.values().length == 0) {
            throw new NeuralException(name + ": answers with nothing");
        }
        for (float value : output.values()) {
            if (!Float.isFinite(value)) {
                throw new NeuralException(name + ": answers with what is no number");
            }
        }
        return output;
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        predictor.close();
    }
}
