package org.pixelanon.neural;

import java.util.Optional;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextFinder;

/** Starts a bundled text detector; each is a service of its own. */
sealed class NetworkFinder implements FinderEngine
        permits Finder3, Finder3Fine, Finder4, LinesDotFinder, LinesFinder {

    private final String name;
    private final String what;
    private final MapBoxes.Growth growth;
    private final SharedModel model;

    /**
     * A finder that loads nothing yet.
     *
     * @param name the name by which users choose it
     * @param description of the network for users
     * @param growth what its output lacks around letters
     * @param model its model
     */
    NetworkFinder(String name, String what, MapBoxes.Growth growth, BundledModel model) {
        this.name = name;
        this.what = what;
        this.growth = growth;
        this.model = SharedModel.of(model);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String description() {
        return "finds lines of text with a neural network (" + what + ")";
    }

    @Override
    public final Optional<String> unavailable(EngineSettings settings) {
        return OnnxRuntime.unavailable().or(model::problem);
    }

    @Override
    public final Optional<String> parts() {
        return Optional.of(model.words() + ", " + OnnxRuntime.words());
    }

    @Override
    public final TextFinder finder(EngineSettings settings) throws NeuralException {
        return over(new NeuralFinder(model.network(name, settings.cache()), growth));
    }

    /** Wraps the plain finder, which the result closes. */
    TextFinder over(NeuralFinder finder) {
        return finder;
    }
}
