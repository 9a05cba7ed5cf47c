package org.pixelanon.neural;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/** A network cannot be loaded or run. */
public final class NeuralException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message which model, and why; never text of a plane
     */
    public NeuralException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message which model, and why; never text of a plane
     * @param cause the cause
     */
    public NeuralException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
