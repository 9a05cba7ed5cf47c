package org.pixelanon.neural;

import java.util.Optional;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextDetector;

/** Starts the text detector of PP-OCRv3. */
public final class Finder3 implements FinderEngine {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr3";

    private final SharedModel model = new SharedModel(BundledModel.DETECTOR_3);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "finds lines of text by a neural network (PP-OCRv3)";
    }

    @Override
    public Optional<String> unavailable(EngineSettings settings) {
        return OnnxRuntime.unavailable();
    }

    @Override
    public TextDetector finder(EngineSettings settings) throws NeuralException {
        return new NeuralDetector(model.network(NAME, settings.cache()));
    }
}
