package org.pixelanon.pii;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A list cannot be read, or a detector is not known. The message names the file and line. */
public final class PiiException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong
     * @param cause what happened below, or null
     */
    public PiiException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
