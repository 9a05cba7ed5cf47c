package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.TextRecognizer;

/** Makes recognisers: they find and read text in pixels. */
public non-sealed interface RecognizerEngine extends Engine {

    @Override
    default String kind() {
        return "recogniser";
    }

    /**
     * Starts a recogniser.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it cannot be started
     */
    TextRecognizer recognizer(EngineSettings settings) throws IOException;
}
