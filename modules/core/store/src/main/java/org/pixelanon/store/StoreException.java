package org.pixelanon.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * The database cannot be used. The message names the database and the reason, never its contents.
 */
public final class StoreException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    private enum Kind {
        CONFLICT,
        BUSY,
        OTHER
    }

    private final Kind kind;

    /**
     * Creates the exception.
     *
     * @param database the file
     * @param reason what is wrong
     * @param cause what happened below, or null
     */
    public StoreException(Path database, String reason, @Nullable Throwable cause) {
        this(database, reason, cause, Kind.OTHER);
    }

    private StoreException(Path database, String reason, @Nullable Throwable cause, Kind kind) {
        super(database + ": " + reason, cause);
        this.kind = kind;
    }

    /** An edit that was made on what is no longer there. */
    static StoreException conflict(Path database) {
        String reason = "someone else changed the rows of this file";
        return new StoreException(database, reason, null, Kind.CONFLICT);
    }

    /** Another program has the database for itself at the moment. */
    static StoreException busy(Path database, String reason, Throwable cause) {
        return new StoreException(database, reason, cause, Kind.BUSY);
    }

    /**
     * Returns whether an edit was refused because somebody else was faster: trying again is in
     * vain.
     *
     * @return false if the database cannot be used now
     */
    public boolean isConflict() {
        return kind == Kind.CONFLICT;
    }

    /**
     * Returns whether another program has the database for itself: trying again soon may help.
     *
     * @return false for whatever stays as it is
     */
    public boolean isBusy() {
        return kind == Kind.BUSY;
    }
}
