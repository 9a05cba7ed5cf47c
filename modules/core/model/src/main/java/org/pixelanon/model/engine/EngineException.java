package org.pixelanon.model.engine;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * An engine cannot be found, is not valid, or failed. The message names it and never contains its
 * own words, which may quote the text it processed.
 */
public final class EngineException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure with its reason.
     *
     * @param message names the engine, or the jar it should come from
     */
    public EngineException(String message) {
        super(message);
    }

    /**
     * A failure that another one caused.
     *
     * @param message names the engine, or the jar it should come from
     * @param cause what happened below, or null
     */
    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
