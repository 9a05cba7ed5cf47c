package org.pixelanon.pipeline;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * A run, or the work on one file, cannot continue. The message names the file and the reason, never
 * patient text.
 */
public final class PipelineException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message file and reason
     */
    public PipelineException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message file and reason
     * @param cause what happened below
     */
    public PipelineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
