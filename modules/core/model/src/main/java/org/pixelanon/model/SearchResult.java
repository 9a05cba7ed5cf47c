package org.pixelanon.model;

/**
 * How a text search of one input ended, if no output is requested. Every input ends in exactly one
 * of these; none says that a file is clean.
 */
public enum SearchResult {
    /** Text was found that is to be hidden. */
    WITH_SENSITIVE_TEXT("WithSensitiveText", "with sensitive text"),
    /** No text was found, or none that is to be hidden. */
    WITHOUT("WithoutSensitiveText", "without sensitive text"),
    /** Text was found and nothing was asked to judge it. */
    NOT_JUDGED("NotJudged", "with text that was not judged"),
    /** Not searched, because the database has rows of it. */
    ALREADY_KNOWN("AlreadyKnown", "already known"),
    /** Searched in part only; a person must look. */
    NEEDS_REVIEW("NeedsReview", "NeedsReview"),
    /** Could not be read or searched. */
    FAILED("Failed", "Failed");

    private final String label;
    private final String words;

    SearchResult(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /**
     * The word in reports.
     *
     * @return e.g. {@code WithSensitiveText}
     */
    public String label() {
        return label;
    }

    /**
     * What people read.
     *
     * @return e.g. {@code with sensitive text}
     */
    public String words() {
        return words;
    }
}
