package org.pixelanon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used. The message names the database and the reason, never its contents.
 */
public final class StoreException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param database the file
     * @param reason what is wrong
     * @param cause what happened below, or null
     */
    public StoreException(Path database, String reason, @Nullable Throwable cause) {
        super(database + ": " + reason, cause);
    }
}
