package org.pixelanon.review;

import java.io.IOException;
import java.util.Optional;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.rules.RuleBook;

/** Provides the current policy and rules, which change while a curator works. Thread-safe. */
public interface PolicySource {

    /**
     * The policy with the user's current lists.
     *
     * @return judges text
     * @throws IOException if a list cannot be read
     */
    DecisionPolicy policy() throws IOException;

    /**
     * The rules whose rectangles are suggested. Unreadable rules are omitted; the source tells the
     * user why.
     *
     * @return none unless a source has some
     */
    default Optional<RuleBook> rules() {
        return Optional.empty();
    }
}
