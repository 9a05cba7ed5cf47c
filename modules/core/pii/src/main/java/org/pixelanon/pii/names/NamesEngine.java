package org.pixelanon.pii.names;

import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineSettings;

/** Makes {@link NameVeto}. */
public final class NamesEngine implements DetectorEngine {

    @Override
    public String name() {
        return NameVeto.NAME;
    }

    @Override
    public String description() {
        return "marks otherwise harmless text as sensitive if an OpenNLP model finds a name in it";
    }

    @Override
    public PiiDetector detector(EngineSettings settings) {
        return new NameVeto();
    }
}
