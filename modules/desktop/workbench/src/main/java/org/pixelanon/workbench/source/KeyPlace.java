package org.pixelanon.workbench.source;

import java.util.Optional;

/** Where the key of the profiles is kept from one sitting to the next. Used on workers only. */
public interface KeyPlace {

    /**
     * The key that is kept.
     *
     * @return a copy; empty if none is, or the place is locked and a person did not open it
     */
    Optional<char[]> read();

    /**
     * Keeps a key.
     *
     * @param key the key
     */
    void keep(char[] key);

    /** Keeps none any more. */
    void forget();
}
