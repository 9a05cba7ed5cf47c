package org.pixelanon.neural;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextFinder;

/** Starts a user's text detector. */
final class OwnFinder implements FinderEngine {

    /** A small plane for testing whether the network's output is as described. */
    private static final PlaneImage TRIAL = new PlaneImage(96, 64, 1, new byte[96 * 64]);

    private final String name;
    private final String description;
    private final MapShape shape;
    private final SharedModel model;

    /**
     * Creates a finder that loads nothing yet.
     *
     * @param name the name by which users choose it
     * @param settings the user's settings of the model
     * @throws NeuralException if they cannot be used
     */
    OwnFinder(String name, OwnSettings settings) throws NeuralException {
        this.name = name;
        this.description =
                settings.text("description", "finds lines of text with your own network");
        this.shape = MapShape.of(settings);
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

    /** Searches whole planes only: what such a network misses at a glance is unknown. */
    private record Whole(TextFinder finder) implements TextFinder {

        @Override
        public String name() {
            return finder.name();
        }

        @Override
        public FoundText find(List<PlaneImage> views) throws IOException {
            return finder.find(views);
        }

        @Override
        public void close() {
            finder.close();
        }
    }

    @Override
    public TextFinder finder(EngineSettings settings) throws NeuralException {
        Network network = new MapNetwork(model.network(name, settings.cache()), shape);
        NeuralFinder finder = new NeuralFinder(network, MapBoxes.Growth.DB);
        boolean fits = false;
        try {
            finder.find(List.of(TRIAL));
            fits = true;
            return new Whole(finder);
        } finally {
            if (!fits) {
                finder.close();
            }
        }
    }
}
