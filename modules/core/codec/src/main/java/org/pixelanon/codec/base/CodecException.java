package org.pixelanon.codec.base;

import org.pixelanon.model.PixelAnonException;

/**
 * A frame cannot be decoded or encoded. The message names the codec or transfer syntax and the
 * reason.
 */
public final class CodecException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message codec and reason
     */
    public CodecException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message codec and reason
     * @param cause the cause
     */
    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
