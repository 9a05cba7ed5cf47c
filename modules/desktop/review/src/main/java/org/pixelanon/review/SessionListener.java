package org.pixelanon.review;

import java.util.Set;

/** Receives changes of a session, on the session's thread. */
public interface SessionListener {

    /**
     * Something changed.
     *
     * @param what the aspects; never empty
     */
    void changed(Set<Aspect> what);
}
