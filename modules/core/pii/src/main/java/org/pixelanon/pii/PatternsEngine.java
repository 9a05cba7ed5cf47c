package org.pixelanon.pii;

import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineSettings;

/** Makes {@link PatternDetector}. */
public final class PatternsEngine implements DetectorEngine {

    @Override
    public String name() {
        return "patterns";
    }

    @Override
    public String description() {
        return "finds dates, times, numbers, ages, addresses, titles and labels by their format";
    }

    @Override
    public PiiDetector detector(EngineSettings settings) {
        return new PatternDetector();
    }
}
