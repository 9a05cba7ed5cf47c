package org.pixelanon.model;

/**
 * What is to be done about a finding.
 *
 * @param finding what was found
 * @param verdict hide, keep, or ask a person
 * @param reason why
 */
public record Decision(Finding finding, Verdict verdict, Reason reason) {

    /** What is to be done. */
    public enum Verdict {
        /** Blank it. */
        REDACT,
        /** Leave it. */
        KEEP,
        /** A person must decide. */
        REVIEW
    }
}
