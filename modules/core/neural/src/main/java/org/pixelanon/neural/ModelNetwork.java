package org.pixelanon.neural;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;

/** A network run by ONNX Runtime. */
final class ModelNetwork implements Network {

    private final String name;
    private final Predictor<Tensor, Tensor> predictor;

    /**
     * Uses a model.
     *
     * @param name its name in messages
     * @param model the model; not closed by this
     */
    ModelNetwork(String name, Model model) {
        this.name = name;
        this.predictor = model.newPredictor(new Tensor.Plain());
    }

    @Override
    public Tensor run(Tensor input) throws NeuralException {
        Tensor output;
        try {
            output = predictor.predict(input);
        } catch (TranslateException | RuntimeException e) {
            throw new NeuralException(name + ": failed on an input of " + input.size(), e);
        }
        if (output.values().length == 0) {
            throw new NeuralException(name + ": returns nothing");
        }
        for (float value : output.values()) {
            if (!Float.isFinite(value)) {
                throw new NeuralException(name + ": returns values that are not numbers");
            }
        }
        return output;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        predictor.close();
    }
}
