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
        return "finds what the file's own tags say of patient, staff and institution";
    }

    @Override
    public PiiDetector detector(EngineSettings settings) {
        return new OwnTagDetector();
    }
}
