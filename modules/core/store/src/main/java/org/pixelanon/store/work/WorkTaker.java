package org.pixelanon.store.work;

import java.io.IOException;

/** Takes files, one after the other. */
@FunctionalInterface
public interface WorkTaker<T> {

    /**
     * Takes one.
     *
     * @param one it
     * @throws IOException if it cannot be taken
     */
    void take(T one) throws IOException;
}
