package org.pixelanon.review;

import java.util.Set;

/** Told of changes of a session, on the session's thread. */
public interface SessionListener {

    /**
     * Something changed.
     *
     * @param what which aspects; never empty
     */
    void changed(Set<Aspect> what);
}
