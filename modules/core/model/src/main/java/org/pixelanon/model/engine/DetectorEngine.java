package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.PiiDetector;

/** Makes detectors, which say whether a text is sensitive. */
public non-sealed interface DetectorEngine extends Engine {

    @Override
    default String kind() {
        return "detector";
    }

    /**
     * Makes a detector.
     *
     * @param settings what it is made with
     * @return a detector, shared by all workers
     * @throws IOException if it cannot be made
     */
    PiiDetector detector(EngineSettings settings) throws IOException;
}
