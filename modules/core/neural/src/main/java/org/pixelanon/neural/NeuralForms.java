package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.form.FormAnswer;
import org.pixelanon.model.form.FormClassifier;

/**
 * Detects forms with a network. Input: a plane reduced by {@link FormCells}. Output: 1 x (1 +
 * features): a number greater than 0 for forms, then its features.
 */
final class NeuralForms implements FormClassifier {

    private final Network network;
    private final String sha256;

    /**
     * Uses a network.
     *
     * @param network closed with this
     * @param sha256 of its model
     */
    NeuralForms(Network network, String sha256) {
        this.network = network;
        this.sha256 = sha256;
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public String network() {
        return sha256;
    }

    @Override
    public FormAnswer look(PlaneImage plane) throws NeuralException {
        float[] values = network.run(FormCells.of(plane)).values();
        List<Double> features = new ArrayList<>(values.length - 1);
        for (int i = 1; i < values.length; i++) {
            features.add((double) values[i]);
        }
        return new FormAnswer(1 / (1 + Math.exp(-values[0])), features);
    }

    @Override
    public void close() {
        network.close();
    }
}
