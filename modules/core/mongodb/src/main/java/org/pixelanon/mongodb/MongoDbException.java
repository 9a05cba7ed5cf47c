package org.pixelanon.mongodb;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * A server or its database cannot be used. The message names hosts, database and reason, never a
 * credential or the content of a document.
 */
public final class MongoDbException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /** The kind of remedy. */
    private enum Kind {
        LOGIN,
        SECRET,
        OTHER
    }

    private final Kind kind;

    MongoDbException(String message) {
        this(message, null, Kind.OTHER);
    }

    MongoDbException(String message, @Nullable Throwable cause) {
        this(message, cause, Kind.OTHER);
    }

    private MongoDbException(String message, @Nullable Throwable cause, Kind kind) {
        super(message, cause);
        this.kind = kind;
    }

    /** The server rejected the user, or requires one. */
    static MongoDbException refused(String message, Throwable cause) {
        return new MongoDbException(message, cause, Kind.LOGIN);
    }

    /** A secret is in a place where others can read it. */
    static MongoDbException secret(String message) {
        return new MongoDbException(message, null, Kind.SECRET);
    }

    /**
     * Returns whether a connection string was refused because it holds a secret.
     *
     * @return true if that belongs elsewhere
     */
    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    /**
     * Returns whether another user or password may help.
     *
     * @return true if the server did not accept the credentials
     */
    public boolean isLoginRefused() {
        return kind == Kind.LOGIN;
    }
}
