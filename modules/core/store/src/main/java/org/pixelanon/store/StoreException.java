package org.pixelanon.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * The database cannot be used. The message names the database and the reason, never its contents.
 */
public final class StoreException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    private final boolean conflict;

    /**
     * Creates the exception.
     *
     * @param database the file
     * @param reason what is wrong
     * @param cause what happened below, or null
     */
    public StoreException(Path database, String reason, @Nullable Throwable cause) {
        this(database, reason, cause, false);
    }

    private StoreException(
            Path database, String reason, @Nullable Throwable cause, boolean conflict) {
        super(database + ": " + reason, cause);
        this.conflict = conflict;
    }

    /** An edit that was made on what is no longer there. */
    static StoreException conflict(Path database) {
        String reason = "someone else changed the rows of this file";
        return new StoreException(database, reason, null, true);
    }

    /**
     * Returns whether an edit was refused because somebody else was faster: trying again is in
     * vain.
     *
     * @return false if the database cannot be used now
     */
    public boolean isConflict() {
        return conflict;
    }
}
