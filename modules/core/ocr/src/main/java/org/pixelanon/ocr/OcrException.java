package org.pixelanon.ocr;

import org.pixelanon.model.PixelAnonException;

/** Recognition could not be set up or failed; it says nothing about whether there is text. */
public final class OcrException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure with its reason.
     *
     * @param message what failed; never recognised text
     */
    public OcrException(String message) {
        super(message);
    }

    /**
     * A failure caused by another.
     *
     * @param message what failed; never recognised text
     * @param cause the failure below
     */
    public OcrException(String message, Throwable cause) {
        super(message, cause);
    }
}
