package org.pixelanon.pii.process;

import org.pixelanon.model.engine.DetectorEngine;

/** Asks flair. */
public final class FlairEngine extends PythonEngine implements DetectorEngine {

    /** Looks for nothing yet. */
    public FlairEngine() {
        super(
                new Library(
                        "flair",
                        "flair/ner-english",
                        "python3 -m pip install flair && python3 -c 'from flair.models import SequenceTagger; SequenceTagger.load(\"flair/ner-english\")'",
                        "about 2 GB with PyTorch, MIT; model 430 MB, MIT"));
    }
}
