package org.pixelanon.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Input or output of a network.
 *
 * @param shape the lengths of the dimensions
 * @param values the values, the last dimension fastest; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tensor(long[] shape, float[] values) {

    /** The lengths of the dimensions as text, such as 1x3x48x320. */
    String size() {
        return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }

    /** Passes tensors to DJL unchanged; batches are made by the networks here. */
    static final class Plain implements Translator<Tensor, Tensor> {

        @Override
        public NDList processInput(TranslatorContext context, Tensor input) {
            return new NDList(
                    context.getNDManager()
                            .create(FloatBuffer.wrap(input.values), new Shape(input.shape)));
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
