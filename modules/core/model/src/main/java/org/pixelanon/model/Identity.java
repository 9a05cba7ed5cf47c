package org.pixelanon.model;

import java.util.List;

/**
 * What a file's own tags say of its patient, staff and institution: the strongest evidence that a
 * text is sensitive.
 *
 * @param values one entry per tag value
 */
public record Identity(List<Value> values) {

    /** A file that says nothing about its patient. */
    public static final Identity NONE = new Identity(List.of());

    /** Copies the list. */
    public Identity {
        values = List.copyOf(values);
    }

    /**
     * The value of one identifying tag.
     *
     * @param keyword the DICOM keyword, e.g. {@code PatientName}
     * @param vr the value representation, e.g. {@code PN}
     * @param value the decoded value, one component of a multi-valued tag
     */
    public record Value(String keyword, String vr, String value) {

        /** Leaves the value out, so that it cannot slip into a log or a message. */
        @Override
        public String toString() {
            return keyword + " " + vr;
        }
    }
}
