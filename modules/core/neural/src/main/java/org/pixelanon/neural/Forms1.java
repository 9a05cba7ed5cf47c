package org.pixelanon.neural;

import java.util.Optional;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FormEngine;
import org.pixelanon.model.form.FormClassifier;

/** Starts the classifier of scanned forms that was trained on drawn ones (models/forms.md). */
public final class Forms1 implements FormEngine {

    /** The name by which users choose it. */
    public static final String NAME = "forms1";

    private final SharedModel model = SharedModel.of(BundledModel.FORMS_1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "neural network; tells scanned forms, letters and reports from other images";
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
    public FormClassifier classifier(EngineSettings settings) throws NeuralException {
        return new NeuralForms(
                model.network(NAME, settings.cache()), BundledModel.FORMS_1.sha256());
    }
}
