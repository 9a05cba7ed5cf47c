package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.form.FormClassifier;

/** Makes classifiers of scanned forms. */
public non-sealed interface FormEngine extends Engine {

    @Override
    default String kind() {
        return "forms";
    }

    /**
     * Starts a classifier.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it cannot be started
     */
    FormClassifier classifier(EngineSettings settings) throws IOException;
}
