package org.pixelanon.neural;

/**
 * Adapts a line reader with another output to that of PP-OCR: likelihoods of 1 x steps x
 * characters, the first of which stands for none.
 */
final class StepNetwork implements Network {

    private static final float ROUNDING = 1e-3f;

    private final Network network;
    private final Answer answer;

    /**
     * The form of the output.
     *
     * @param blankLast whether the last character stands for none; else the first
     * @param softmax whether a softmax is applied to the numbers of each step
     */
    record Answer(boolean blankLast, boolean softmax) {}

    StepNetwork(Network network, Answer answer) {
        this.network = network;
        this.answer = answer;
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public Tensor run(Tensor input) throws NeuralException {
        Tensor output = network.run(input);
        long[] is = output.shape();
        int characters = is.length < 2 ? 0 : Math.toIntExact(is[is.length - 1]);
        long longest = 0;
        for (int i = 0; i < is.length - 1; i++) {
            longest = Math.max(longest, is[i]);
        }
        if (characters < 2 || longest * characters != output.values().length) {
            throw new NeuralException(
                    name() + ": returns " + output.size() + ", which is not one line");
        }
        float[] values = new float[output.values().length];
        for (int at = 0; at < values.length; at += characters) {
            step(output.values(), values, at, characters);
        }
        return new Tensor(new long[] {1, longest, characters}, values);
    }

    private void step(float[] from, float[] to, int at, int characters) throws NeuralException {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < characters; i++) {
            most = Math.max(most, from[at + i]);
        }
        double sum = 0;
        for (int i = 0; i < characters; i++) {
            int place = at + (answer.blankLast() ? (i + 1) % characters : i);
            float value = from[at + i];
            if (answer.softmax()) {
                value = (float) Math.exp(value - most);
            } else if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
                throw new NeuralException(name() + ": returns values that are not likelihoods");
            }
            to[place] = value;
            sum += value;
        }
        for (int i = 0; answer.softmax() && i < characters; i++) {
            to[at + i] /= (float) sum;
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
