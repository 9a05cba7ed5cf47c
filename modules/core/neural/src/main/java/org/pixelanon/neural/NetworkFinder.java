package org.pixelanon.neural;

import java.util.Optional;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextFinder;

/** Starts a text detector of PP-OCR; each version is a service of its own. */
sealed class NetworkFinder implements FinderEngine
        permits Finder3, Finder3Dots, Finder3Fine, Finder4 {

    private final String name;
    private final String version;
    private final SharedModel model;

    /**
     * A finder that loads nothing yet.
     *
     * @param name the name by which users choose it
     * @param version of PP-OCR, for people
     * @param model its model
     */
    NetworkFinder(String name, String version, BundledModel model) {
        this.name = name;
        this.version = version;
        this.model = SharedModel.of(model);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String description() {
        return "finds lines of text by a neural network (PP-OCR" + version + ")";
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
        return over(new NeuralFinder(model.network(name, settings.cache())));
    }

    /** The finder that users see, over the plain one, which it closes. */
    TextFinder over(NeuralFinder finder) {
        return finder;
    }
}
