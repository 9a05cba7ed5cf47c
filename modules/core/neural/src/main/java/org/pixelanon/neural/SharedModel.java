package org.pixelanon.neural;

import ai.djl.Model;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that is loaded when a worker first needs it and then serves all workers until the program
 * ends. Thread-safe.
 */
final class SharedModel {

    private static final Map<BundledModel, SharedModel> BUNDLED = new EnumMap<>(BundledModel.class);

    private final ModelFile model;
    private @Nullable Model loaded;

    SharedModel(ModelFile model) {
        this.model = model;
    }

    /** A bundled model, shared by all engines that use it. */
    static SharedModel of(BundledModel model) {
        synchronized (BUNDLED) {
            return BUNDLED.computeIfAbsent(model, SharedModel::new);
        }
    }

    /** Why it cannot be used, naming the model; empty if it can. */
    Optional<String> problem() {
        return model.problem();
    }

    /** Its name and its checksum. */
    String words() {
        return model.words();
    }

    /**
     * A network for one worker.
     *
     * @param name its name in messages and reports
     * @param cacheFolder where libraries and models are unpacked to
     */
    Network network(String name, Path cacheFolder) throws NeuralException {
        return new ModelNetwork(name, loaded(cacheFolder));
    }

    /** The model; it stays loaded. */
    synchronized Model loaded(Path cacheFolder) throws NeuralException {
        Model known = loaded;
        if (known == null) {
            known = OnnxRuntime.start(cacheFolder).load(model);
            loaded = known;
        }
        return known;
    }
}
