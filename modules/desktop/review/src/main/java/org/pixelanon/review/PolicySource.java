package org.pixelanon.review;

import java.io.IOException;
import java.util.Optional;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.rules.RuleBook;

/**
 * Gives policy and rules anew for each use: lists and rules grow while a curator works.
 * Thread-safe.
 */
public interface PolicySource {

    /**
     * The policy as the user's lists are now.
     *
     * @return decides about text
     * @throws IOException if a list cannot be read
     */
    DecisionPolicy policy() throws IOException;

    /**
     * The rules whose rectangles are suggested. Rules that cannot be read are none; whoever gives
     * them tells the user why.
     *
     * @return none unless a source has some
     */
    default Optional<RuleBook> rules() {
        return Optional.empty();
    }
}
