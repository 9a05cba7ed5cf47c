package org.pixelanon.model;

/**
 * Why something is hidden, kept or left to a person.
 *
 * @param kind the sort of evidence
 * @param detail which rule, pattern, tag or line; never text from pixels nor the value of a tag
 */
public record Reason(Kind kind, String detail) {

    /** The sorts of evidence. */
    public enum Kind {
        /** The text is, or resembles, the value of an identifying tag of the same file. */
        OWN_TAG,
        /** The text has the form of a date, time, number or the like. */
        PATTERN,
        /** The whole text matches the user's allow-list. */
        ALLOW_LIST,
        /** The whole text is a marker, view or technique known to be harmless. */
        BUILT_IN_LIST,
        /** A detector of an extension says so; the detail begins with its name. */
        DETECTOR,
        /** What users want kept and blanked decides; the detail names it. */
        POLICY,
        /** Nothing explains the text, so it is taken to be sensitive. */
        UNEXPLAINED,
        /** Nothing was asked to judge the text, so it is taken to be sensitive. */
        NOT_JUDGED,
        /** Something that looks like text could not be read. */
        UNREADABLE,
        /** A person or a list named the rectangle. */
        REQUESTED,
        /** The rectangle lies outside the Sequence of Ultrasound Regions. */
        ULTRASOUND_REGION,
        /** A rule for files like this one names the rectangle. */
        RULE,
        /** The whole frame is a scanned form. */
        FORM
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + " " + detail;
    }
}
