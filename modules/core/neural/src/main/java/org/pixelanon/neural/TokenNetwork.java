package org.pixelanon.neural;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network that labels each piece of a text. Thread-safe: runs share no state. */
final class TokenNetwork {

    private static final String PIECES = "input_ids";
    private static final String ATTENTION = "attention_mask";
    private static final String SEGMENTS = "token_type_ids";

    private final String name;
    private final Model model;
    private final List<String> inputs;
    private final int labels;

    /**
     * Uses a model.
     *
     * @param name its name in messages
     * @param model the model; not closed by this
     * @param labels the number of labels
     * @throws NeuralException if it has other inputs than such networks have
     */
    TokenNetwork(String name, Model model, int labels) throws NeuralException {
        this.name = name;
        this.model = model;
        this.labels = labels;
        inputs = model.getBlock().describeInput().keys();
        if (!inputs.contains(PIECES) || !Set.of(PIECES, ATTENTION, SEGMENTS).containsAll(inputs)) {
            throw new NeuralException(
                    name + ": has inputs other than input_ids, attention_mask, token_type_ids");
        }
    }

    /**
     * Labels a text.
     *
     * @param pieces the ids of its pieces
     * @return for each piece the likelihood of each label
     * @throws NeuralException if it cannot work with them, or returns something else
     */
    float[][] likelihoods(long[] pieces) throws NeuralException {
        Tensor output;
        try (Predictor<long[], Tensor> predictor = model.newPredictor(new Pieces())) {
            output = predictor.predict(pieces);
        } catch (TranslateException | RuntimeException e) {
            throw new NeuralException(name + ": failed on " + pieces.length + " pieces", e);
        }
        if (!Arrays.equals(output.shape(), new long[] {1, pieces.length, labels})) {
            throw new NeuralException(
                    name
                            + ": returns "
                            + output.size()
                            + " instead of 1x"
                            + pieces.length
                            + "x"
                            + labels);
        }
        float[][] likelihoods = new float[pieces.length][];
        for (int i = 0; i < pieces.length; i++) {
            likelihoods[i] =
                    softmax(Arrays.copyOfRange(output.values(), i * labels, (i + 1) * labels));
        }
        return likelihoods;
    }

    private float[] softmax(float[] values) throws NeuralException {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new NeuralException(name + ": returns values that are not numbers");
            }
            most = Math.max(most, value);
        }
        double sum = 0;
        for (float value : values) {
            sum += Math.exp(value - most);
        }
        float[] likelihoods = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            likelihoods[i] = (float) (Math.exp(values[i] - most) / sum);
        }
        return likelihoods;
    }

    /** The input: the pieces, all of them attended, all in one segment. */
    private final class Pieces implements Translator<long[], Tensor> {

        @Override
        public NDList processInput(TranslatorContext context, long[] pieces) {
            NDManager manager = context.getNDManager();
            NDList list = new NDList();
            for (String input : inputs) {
                long[] values = pieces;
                if (!input.equals(PIECES)) {
                    values = new long[pieces.length];
                    Arrays.fill(values, input.equals(ATTENTION) ? 1 : 0);
                }
                NDArray array =
                        manager.create(LongBuffer.wrap(values), new Shape(1, pieces.length));
                array.setName(input);
                list.add(array);
            }
            return list;
        }

        @Override
        public Tensor processOutput(TranslatorContext context, NDList output) {
            NDArray first = output.get(0);
            return new Tensor(first.getShape().getShape(), first.toFloatArray());
        }

        @Override
        public @Nullable Batchifier getBatchifier() {
            return null;
        }
    }
}
