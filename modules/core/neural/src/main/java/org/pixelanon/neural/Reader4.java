package org.pixelanon.neural;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.engine.CalibratedConfidence;
import org.pixelanon.model.engine.EngineOption;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.text.TextReader;

/** Starts the line reader of PP-OCRv4. */
public final class Reader4 implements ReaderEngine {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr4";

    private final SharedModel model = new SharedModel(BundledModel.READER_4);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "reads lines with a neural network (PP-OCRv4), Latin and Chinese";
    }

    @Override
    public List<EngineOption> options() {
        return List.of(CalibratedConfidence.OPTION);
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
    public TextReader reader(EngineSettings settings) throws IOException {
        return new NeuralReader(
                model.network(NAME, settings.cache()),
                Alphabet.ofReader(),
                CalibratedConfidence.of(settings, Reader4.class, "ppocr4-confidence.txt"));
    }
}
