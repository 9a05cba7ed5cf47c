package org.pixelanon.neural;

import java.util.Optional;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextDetector;

/** Starts the text detector of PP-OCRv4. */
public final class Finder4 implements FinderEngine {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr4";

    private final SharedModel model = new SharedModel(BundledModel.DETECTOR_4);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "finds lines of text by a neural network (PP-OCRv4)";
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
