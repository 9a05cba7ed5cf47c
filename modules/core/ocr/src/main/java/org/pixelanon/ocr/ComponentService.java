package org.pixelanon.ocr;

import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextFinder;

/** Starts {@link ComponentFinder}. */
public final class ComponentService implements FinderEngine {

    /** The name by which users choose it. */
    public static final String NAME = "components";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "finds lines of text by rows of thin strokes";
    }

    @Override
    public TextFinder finder(EngineSettings settings) {
        return new ComponentFinder();
    }
}
