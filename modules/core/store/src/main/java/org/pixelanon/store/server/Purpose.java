package org.pixelanon.store.server;

/** What a database on a server is opened for. */
public enum Purpose {
    /** It must exist and is not changed. */
    READ,
    /** Like READ, but a newer PixelAnon may have written it: for people to look at. */
    VIEW,
    /** It must exist and is changed. */
    EXTEND,
    /** Its tables are made if absent. */
    WRITE;

    /**
     * Returns whether it is changed.
     *
     * @return false for READ and VIEW
     */
    public boolean writes() {
        return this == EXTEND || this == WRITE;
    }
}
