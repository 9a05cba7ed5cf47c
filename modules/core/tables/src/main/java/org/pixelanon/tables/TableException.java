package org.pixelanon.tables;

import org.pixelanon.model.PixelAnonException;

/** A table cannot be read or has no such column. Messages name file and line, never values. */
public final class TableException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message file, line if it has one, and reason
     */
    public TableException(String message) {
        super(message);
    }

    /**
     * A failure with its cause.
     *
     * @param message file, line if it has one, and reason
     * @param cause what went wrong
     */
    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
