package org.pixelanon.workbench.session;

import java.io.IOException;
import org.pixelanon.pipeline.DecisionPolicy;

/** Gives the policy anew for each use: lists grow while a curator works. Thread-safe. */
public interface PolicySource {

    /**
     * The policy as the user's lists are now.
     *
     * @return decides about text
     * @throws IOException if a list cannot be read
     */
    DecisionPolicy policy() throws IOException;
}
