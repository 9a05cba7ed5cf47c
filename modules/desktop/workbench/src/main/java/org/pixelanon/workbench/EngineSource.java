package org.pixelanon.workbench;

import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;

/** The engines of this application. */
public interface EngineSource {

    /**
     * The available engines; the first call searches them, which takes a while.
     *
     * @return all of them
     * @throws EngineException if an extension must not be executed or cannot be loaded
     */
    Engines find() throws EngineException;
}
