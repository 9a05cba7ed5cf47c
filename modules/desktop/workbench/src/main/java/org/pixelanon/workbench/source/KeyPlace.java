package org.pixelanon.workbench.source;

import java.util.Optional;

/** Stores the key of the profiles between sittings. Used on workers only. */
public interface KeyPlace {

    /**
     * The stored key.
     *
     * @return a copy; empty if there is none, or the place is locked and was not opened
     */
    Optional<char[]> read();

    /**
     * Stores a key.
     *
     * @param key the key
     */
    void keep(char[] key);

    /** Deletes the key. */
    void forget();
}
