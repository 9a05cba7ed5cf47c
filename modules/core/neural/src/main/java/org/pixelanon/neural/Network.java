package org.pixelanon.neural;

/** A network with one input and one output. Not thread-safe; the creator closes it. */
interface Network extends AutoCloseable {

    /** By which messages and reports call it. */
    String name();

    /**
     * Runs the network on the calling thread.
     *
     * @param input the numbers that it is given
     * @return the numbers that it answers with, at least one
     * @throws NeuralException if it cannot work with the input, or answers with what is not a
     *     number
     */
    Tensor run(Tensor input) throws NeuralException;

    @Override
    void close();
}
