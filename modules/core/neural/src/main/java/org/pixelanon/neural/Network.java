package org.pixelanon.neural;

/** A network with one input and one output. Not thread-safe; the creator closes it. */
interface Network extends AutoCloseable {

    /** The name in messages and reports. */
    String name();

    /**
     * Runs the network on the calling thread.
     *
     * @param input the input
     * @return the output, at least one number
     * @throws NeuralException if it cannot work with the input, or its output is not numeric
     */
    Tensor run(Tensor input) throws NeuralException;

    @Override
    void close();
}
