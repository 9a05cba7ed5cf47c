package org.pixelanon.rulesview;

import org.pixelanon.model.FailureText;
import org.pixelanon.review.Failures;
import org.pixelanon.rules.RulesException;

/**
 * The reason of a failure, without patient text.
 *
 * @param why the reason
 * @param line 1-based line of the rules; 0 if there is none
 * @param stopped whether the user stopped it
 */
record Failure(String why, int line, boolean stopped) {

    static Failure of(Throwable problem) {
        int line = FailureText.handedOn(problem) instanceof RulesException e ? e.line() : 0;
        return new Failure(Failures.why(problem), line, Failures.isStopped(problem));
    }
}
