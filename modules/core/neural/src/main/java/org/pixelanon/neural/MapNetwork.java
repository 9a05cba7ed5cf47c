package org.pixelanon.neural;

/**
 * Adapts a text detector with other inputs and outputs to those of PP-OCR, which {@link TextMaps}
 * expects. Likelihoods are shifted so that its threshold becomes theirs, and with it the threshold
 * for traces of text.
 */
final class MapNetwork implements Network {

    private static final float[] MEAN = {.485f, .456f, .406f};
    private static final float[] DEVIATION = {.229f, .224f, .225f};
    private static final float THRESHOLD = .3f;
    private static final float ROUNDING = 1e-3f;
    private static final int WHITE = 255;
    private static final int DIMENSIONS = 4;

    private final Network network;
    private final MapShape shape;

    MapNetwork(Network network, MapShape shape) {
        this.network = network;
        this.shape = shape;
    }

    @Override
    public String name() {
        return network.name();
    }

    /**
     * Runs the network.
     *
     * @param input 1 x 3 x rows x columns; blue, green, red, normalised as for PP-OCR
     * @return 1 x 1 x rows x columns, 0 to 1
     */
    @Override
    public Tensor run(Tensor input) throws NeuralException {
        int rows = Math.toIntExact(input.shape()[2]);
        int columns = Math.toIntExact(input.shape()[3]);
        return map(network.run(asked(input, rows, columns)), rows, columns);
    }

    private Tensor asked(Tensor input, int rows, int columns) {
        int pixels = rows * columns;
        int channels = shape.levels().order().channels();
        float[] values = new float[channels * pixels];
        float[] pixel = new float[MEAN.length];
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < MEAN.length; c++) {
                float level = input.values()[c * pixels + i] * DEVIATION[c] + MEAN[c];
                // integer levels of 0 to 255 went in; blue, green, red become red, green, blue
                int whole = Math.round(WHITE * level);
                pixel[MEAN.length - 1 - c] = shape.negative() ? whole : WHITE - whole;
            }
            for (int c = 0; c < channels; c++) {
                values[c * pixels + i] =
                        shape.levels().normal(c, shape.levels().order().level(pixel, c));
            }
        }
        return new Tensor(new long[] {1, channels, rows, columns}, values);
    }

    private Tensor map(Tensor output, int rows, int columns) throws NeuralException {
        int height = rows / shape.reduced();
        int width = columns / shape.reduced();
        long[] is = output.shape();
        int channels = channels(is);
        boolean fits =
                channels > 0
                        && (shape.lastChannel()
                                ? is[1] == height && is[2] == width
                                : is[2] == height && is[3] == width);
        if (!fits || shape.scores().stream().anyMatch(s -> s >= channels)) {
            throw new NeuralException(
                    name()
                            + ": returns "
                            + output.size()
                            + ", not a map of "
                            + height
                            + " rows and "
                            + width
                            + " columns as engine.properties says");
        }
        float[] map = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row / shape.reduced() * width + column / shape.reduced();
                float most = 0;
                for (int score : shape.scores()) {
                    int place =
                            shape.lastChannel()
                                    ? at * channels + score
                                    : score * height * width + at;
                    most = Math.max(most, likelihood(output.values()[place]));
                }
                map[row * columns + column] = moved(most);
            }
        }
        return new Tensor(new long[] {1, 1, rows, columns}, map);
    }

    /** The number of channels; 0 if the answer does not have the dimensions of one plane. */
    private int channels(long[] is) {
        return is.length == DIMENSIONS && is[0] == 1
                ? (int) (shape.lastChannel() ? is[DIMENSIONS - 1] : is[1])
                : 0;
    }

    private float likelihood(float value) throws NeuralException {
        float likelihood = shape.likelihood(value);
        if (!(likelihood >= -ROUNDING && likelihood <= 1 + ROUNDING)) {
            throw new NeuralException(name() + ": returns values that are not likelihoods");
        }
        return Math.min(1, likelihood);
    }

    private float moved(float likelihood) {
        float own = shape.threshold();
        return likelihood < own
                ? THRESHOLD * likelihood / own
                : THRESHOLD + (1 - THRESHOLD) * (likelihood - own) / (1 - own);
    }

    @Override
    public void close() {
        network.close();
    }
}
