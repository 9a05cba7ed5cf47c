package org.pixelanon.pipeline.report;

import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.Outcome;

/**
 * How the work on one input ended, and why.
 *
 * @param outcome the one outcome
 * @param reason why, for a file that failed or needs review; never patient text
 * @param open what nobody decided or saw, for which a file that is marked done is held back
 * @param reached false if the run was stopped before it came to this input
 */
public record FileEnding(Outcome outcome, String reason, OpenQuestions open, boolean reached) {

    /** An ending with nothing open. */
    static FileEnding of(Outcome outcome, String reason) {
        return new FileEnding(outcome, reason, OpenQuestions.NONE, true);
    }

    /** A file that is marked done, and not all of it was decided and seen. */
    static FileEnding heldBack(OpenQuestions open) {
        return new FileEnding(Outcome.NEEDS_REVIEW, "marked done with " + open.words(), open, true);
    }

    /** The run was stopped before. */
    static FileEnding notReached() {
        return new FileEnding(
                Outcome.FAILED, "not processed: the run was stopped", OpenQuestions.NONE, false);
    }

    /** The same for a file that a person must look at. */
    FileEnding withheld(String why) {
        return new FileEnding(Outcome.NEEDS_REVIEW, why, open, reached);
    }
}
