package org.pixelanon.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the program is wrong: a file, a list, a database, a library. The message is one
 * line for people that names the file, tag or transfer syntax and the reason. It never contains
 * patient text, so it may be shown as it is. Each module has at most one subclass.
 */
public class PixelAnonException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what is wrong, in one line without patient text
     */
    public PixelAnonException(String message) {
        super(message);
    }

    /**
     * A failure that another one caused.
     *
     * @param message what is wrong, in one line without patient text
     * @param cause what happened below, or null
     */
    public PixelAnonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
