package org.pixelanon.model.engine;

import java.io.IOException;
import org.pixelanon.model.text.TextFinder;

/** Makes finders: they find lines of text in pixels without reading them. */
public non-sealed interface FinderEngine extends Engine {

    @Override
    default String kind() {
        return "finder";
    }

    /**
     * Starts a finder.
     *
     * @param settings what it is started with
     * @return a new one, for one worker, who closes it
     * @throws IOException if it cannot be started
     */
    TextFinder finder(EngineSettings settings) throws IOException;
}
