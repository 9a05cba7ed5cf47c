package org.pixelanon.ocr;

import java.io.IOException;

/** Recognition could not be set up or failed; it says nothing about whether there is text. */
public final class OcrException extends IOException {

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
