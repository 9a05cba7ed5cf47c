package org.pixelanon.ocr;

import org.pixelanon.model.PixelAnonException;

/** Recognition could not be set up or failed; whether there is text is unknown. */
public final class OcrException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed; never recognised text
     */
    public OcrException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what failed; never recognised text
     * @param cause the cause
     */
    public OcrException(String message, Throwable cause) {
        super(message, cause);
    }
}
