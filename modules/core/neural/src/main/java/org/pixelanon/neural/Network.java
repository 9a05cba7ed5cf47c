package org.pixelanon.neural;

import ai.djl.Model;
import ai.djl.engine.EngineException;
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

    /** Runs the network on the calling thread. */
    Tensor run(Tensor input) throws NeuralException {
        try {
            return predictor.predict(input);
        } catch (TranslateException | EngineException e) {
            throw new NeuralException(name + ": failed", e);
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        predictor.close();
    }
}
