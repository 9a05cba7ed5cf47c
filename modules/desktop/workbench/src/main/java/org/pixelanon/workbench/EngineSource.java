package org.pixelanon.workbench;

import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;

/** What reads and judges text in this application. */
public interface EngineSource {

    /**
     * The engines that there are; looked for when first asked for, which takes a while.
     *
     * @return all of them
     * @throws EngineException if an extension may not be executed or cannot be loaded
     */
    Engines find() throws EngineException;
}
