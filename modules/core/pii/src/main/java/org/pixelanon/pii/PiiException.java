package org.pixelanon.pii;

import org.pixelanon.model.PixelAnonException;

/**
 * A list cannot be used, or a detector is asked for that does not exist. Never holds patient text.
 */
public final class PiiException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message names the file and its lines, or the detector
     */
    public PiiException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message names the file
     * @param cause what went wrong
     */
    public PiiException(String message, Throwable cause) {
        super(message, cause);
    }
}
