package org.pixelanon.mongodb;

import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelAnonException;

/**
 * A server or its database cannot be used. The message names hosts, database and reason, never a
 * credential or what stands in a document.
 */
public final class MongoDbException extends PixelAnonException {

    private static final long serialVersionUID = 1L;

    /** What may help. */
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

    /** The server wants somebody else, or somebody at all. */
    static MongoDbException refused(String message, Throwable cause) {
        return new MongoDbException(message, cause, Kind.LOGIN);
    }

    /** Something that must not stand where others can read it. */
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
     * @return true if the server did not accept who asked
     */
    public boolean isLoginRefused() {
        return kind == Kind.LOGIN;
    }
}
