package org.pixelanon.model.engine;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A service that makes engines from users' models, without code. Has a public constructor without
 * parameters; thread-safe.
 */
public interface ModelEngines {

    /**
     * Makes an engine of a model and what is said of it; loads no model.
     *
     * @param folder holds both, and nothing that others can change
     * @return the engine, under the name of the folder
     * @throws IOException if what is said of the model cannot be used, naming the file
     */
    Engine engine(Path folder) throws IOException;
}
