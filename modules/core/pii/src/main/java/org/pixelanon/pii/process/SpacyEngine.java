package org.pixelanon.pii.process;

import org.pixelanon.model.engine.DetectorEngine;

/** Asks spaCy. */
public final class SpacyEngine extends PythonEngine implements DetectorEngine {

    /** Looks for nothing yet. */
    public SpacyEngine() {
        super(
                new Library(
                        "spacy",
                        "en_core_web_sm",
                        "python3 -m pip install spacy && python3 -m spacy download en_core_web_sm",
                        "about 200 MB with dependencies, MIT; model 12 MB, MIT"));
    }
}
