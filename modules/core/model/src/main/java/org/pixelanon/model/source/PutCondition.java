package org.pixelanon.model.source;

/** What may already exist in the place of a stored object. */
public sealed interface PutCondition {

    /** Nothing may be there: never replaces. */
    record Absent() implements PutCondition {}

    /**
     * Just this version may be there, and is replaced.
     *
     * @param version as it was found
     */
    record Version(String version) implements PutCondition {}

    /** Whatever is there is replaced. */
    record Anything() implements PutCondition {}
}
