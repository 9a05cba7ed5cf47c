package org.pixelanon.pii;

import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineSettings;

/** Makes {@link OwnTagDetector}. */
public final class TagsEngine implements DetectorEngine {

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public String description() {
        return "finds patient, staff and institution as named in the file's own tags";
    }

    @Override
    public PiiDetector detector(EngineSettings settings) {
        return new OwnTagDetector();
    }
}
