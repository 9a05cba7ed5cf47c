package org.pixelanon.model;

/** How the work on one input ended. Every input ends in exactly one of these. */
public enum Outcome {
    /** Nothing to hide; where an output was asked for it is a verified copy. */
    CLEAN("Clean"),
    /** A verified redacted copy was written. */
    REDACTED("Redacted"),
    /** A person must look; no output was written. */
    NEEDS_REVIEW("NeedsReview"),
    /** Could not be read, decoded, written or verified; no output was written. */
    FAILED("Failed");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /**
     * The word in reports and tables.
     *
     * @return e.g. {@code NeedsReview}
     */
    public String label() {
        return label;
    }
}
