package org.pixelanon.review.item;

import java.util.Map;
import org.pixelanon.model.Outcome;

/** What became of the last redacted copy that was asked for of a file. */
public enum CopyState {
    /** None was asked for, or the file was put back to review since. */
    NONE,
    /** It was written and verified. */
    EXPORTED,
    /** It was withheld: a person must look. */
    WITHHELD,
    /** The file could not be read, or the copy not be written or verified. */
    FAILED;

    private static final Map<String, CopyState> BY_LABEL =
            Map.of(
                    Outcome.CLEAN.label(), EXPORTED,
                    Outcome.REDACTED.label(), EXPORTED,
                    Outcome.NEEDS_REVIEW.label(), WITHHELD,
                    Outcome.FAILED.label(), FAILED);

    /**
     * What an entry of the audit means.
     *
     * @param label the outcome as it is written there; empty for no entry
     * @return {@link #NONE} for what is no outcome of a copy
     */
    public static CopyState of(String label) {
        return BY_LABEL.getOrDefault(label, NONE);
    }
}
