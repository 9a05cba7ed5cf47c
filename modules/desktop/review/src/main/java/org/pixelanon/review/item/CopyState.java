package org.pixelanon.review.item;

import java.util.Map;
import org.pixelanon.model.Outcome;

/** The state of the last redacted copy requested for a file. */
public enum CopyState {
    /** None was requested, or the file was put back to review since. */
    NONE,
    /** It was written and verified. */
    EXPORTED,
    /** It was withheld for review. */
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
     * The state for an audit entry.
     *
     * @param label the outcome in the entry; empty for no entry
     * @return {@link #NONE} for anything that is not an outcome of a copy
     */
    public static CopyState of(String label) {
        return BY_LABEL.getOrDefault(label, NONE);
    }
}
