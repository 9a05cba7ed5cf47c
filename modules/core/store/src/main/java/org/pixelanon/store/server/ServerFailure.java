package org.pixelanon.store.server;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A failure of a database in words that hold no value. */
public final class ServerFailure extends SQLException {

    private static final long serialVersionUID = 1L;

    /** What can be done about it. */
    public enum Kind {
        /** Trying again soon may help. */
        BUSY,
        /** A change may have been stored or not. */
        UNCERTAIN,
        /** The account may not do that. */
        DENIED,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    /**
     * Creates the failure.
     *
     * @param kind what can be done about it
     * @param reason what is wrong
     * @param cause what happened below, or null
     */
    public ServerFailure(Kind kind, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /**
     * What can be done about it.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
