package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.text.TextReader;

/** Makes readers of found lines. */
public non-sealed interface ReaderEngine extends Engine {

    @Override
    default String kind() {
        return "reader";
    }

    /**
     * Starts a reader.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it cannot be started
     */
    TextReader reader(EngineSettings settings) throws IOException;
}
