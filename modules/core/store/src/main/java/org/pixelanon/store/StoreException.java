package org.pixelanon.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;
import org.pixelanon.store.server.ServerAddress;
import org.pixelanon.store.server.ServerFailure;

/**
 * The database cannot be used. The message names the database and the reason, never its contents.
 */
public final class StoreException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    private enum Kind {
        CONFLICT,
        BUSY,
        UNCERTAIN,
        DENIED,
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

    /**
     * Creates the exception for what names no database rightly.
     *
     * @param reason what is wrong, without a secret
     */
    public StoreException(String reason) {
        super(reason, null);
        kind = Kind.OTHER;
    }

    private StoreException(Path database, String reason, @Nullable Throwable cause, Kind kind) {
        super(ServerAddress.text(database) + ": " + reason, cause);
        this.kind = kind;
    }

    /** An edit that was made on what is no longer there. */
    static StoreException conflict(Path database) {
        String reason = "someone else changed the rows of this file";
        return new StoreException(database, reason, null, Kind.CONFLICT);
    }

    /** A failure of what a store is kept in. */
    static StoreException of(Path database, ServerFailure failure) {
        Kind kind =
                switch (failure.kind()) {
                    case BUSY -> Kind.BUSY;
                    case UNCERTAIN -> Kind.UNCERTAIN;
                    case DENIED -> Kind.DENIED;
                    case OTHER -> Kind.OTHER;
                };
        Throwable below = failure.getCause() == null ? failure : failure.getCause();
        return new StoreException(database, String.valueOf(failure.getMessage()), below, kind);
    }

    /**
     * Returns whether the account may not do that: it may be able to read.
     *
     * @return false for whatever fails for other reasons
     */
    public boolean isDenied() {
        return kind == Kind.DENIED;
    }

    /**
     * Returns whether a change may have been stored or not: look before doing it again.
     *
     * @return false if nothing was stored
     */
    public boolean isUncertain() {
        return kind == Kind.UNCERTAIN;
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
