package org.pixelanon.pii.process;

import org.pixelanon.model.engine.DetectorEngine;

/** Asks Stanza. */
public final class StanzaEngine extends PythonEngine implements DetectorEngine {

    /** Looks for nothing yet. */
    public StanzaEngine() {
        super(
                new Library(
                        "stanza",
                        "en",
                        "python3 -m pip install stanza && python3 -c 'import stanza; stanza.download(\"en\", processors=\"tokenize,ner\")'",
                        "about 2 GB with PyTorch, Apache-2.0; models about 400 MB, Apache-2.0"));
    }
}
