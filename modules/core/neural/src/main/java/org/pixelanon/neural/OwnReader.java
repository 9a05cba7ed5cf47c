package org.pixelanon.neural;

import java.nio.file.Path;
import java.util.Optional;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.Calibration;
import org.pixelanon.model.text.TextReader;

/** Starts a user's line reader. */
final class OwnReader implements ReaderEngine {

    /** A small line for testing whether the network's output is as described. */
    private static final PlaneImage TRIAL = new PlaneImage(96, 32, 1, new byte[96 * 32]);

    private static final int MOST_ROWS = 512;
    private static final int MOST_COLUMNS = 3200;

    private final String name;
    private final String description;
    private final LineShape shape;
    private final Path alphabet;
    private final boolean space;
    private final StepNetwork.Answer answer;
    private final SharedModel model;

    /**
     * Creates a reader that loads nothing yet.
     *
     * @param name the name by which users choose it
     * @param settings the user's settings of the model
     * @throws NeuralException if they cannot be used
     */
    OwnReader(String name, OwnSettings settings) throws NeuralException {
        this.name = name;
        this.description = settings.text("description", "reads lines with your own network");
        this.shape =
                new LineShape(
                        settings.whole("rows", 48, 1, MOST_ROWS),
                        settings.whole("least-columns", 320, 1, MOST_COLUMNS),
                        settings.levels("bgr", ".5", ".5"),
                        settings.one("padding", "zero", "zero", "edge").equals("edge"));
        this.alphabet = settings.file("alphabet", "alphabet.txt");
        this.space = settings.one("space", "true", "true", "false").equals("true");
        this.answer =
                new StepNetwork.Answer(
                        settings.one("blank", "first", "first", "last").equals("last"),
                        settings.one("activation", "none", "none", "softmax").equals("softmax"));
        this.model = new SharedModel(OwnModelFile.of(settings));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Optional<String> unavailable(EngineSettings settings) {
        return OnnxRuntime.unavailable().or(model::problem);
    }

    @Override
    public Optional<String> parts() {
        return Optional.of(model.words() + ", " + OnnxRuntime.words());
    }

    @Override
    public TextReader reader(EngineSettings settings) throws NeuralException {
        Network network = new StepNetwork(model.network(name, settings.cache()), answer);
        boolean fits = false;
        try {
            NeuralReader reader =
                    new NeuralReader(
                            network, Alphabet.of(alphabet, space), shape, Calibration.NONE);
            reader.read(TRIAL);
            fits = true;
            return reader;
        } finally {
            if (!fits) {
                network.close();
            }
        }
    }
}
