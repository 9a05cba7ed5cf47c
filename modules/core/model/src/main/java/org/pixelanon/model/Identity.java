package org.pixelanon.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Patient, staff and institution according to a file's own tags: the strongest evidence that a text
 * is sensitive.
 *
 * @param values one entry per tag value
 * @param device what made the file; says nothing of anybody
 */
public record Identity(List<Value> values, Device device) {

    /** A file that says nothing about its patient. */
    public static final Identity NONE = new Identity(List.of());

    /** Copies the list. */
    public Identity {
        values = List.copyOf(values);
    }

    /**
     * What tags say of persons alone.
     *
     * @param values one entry per tag value
     */
    public Identity(List<Value> values) {
        this(values, Device.UNKNOWN);
    }

    /**
     * The same with more values.
     *
     * @param more what is known from elsewhere
     * @return both; the device stays
     */
    public Identity and(List<Value> more) {
        List<Value> all = new ArrayList<>(values);
        all.addAll(more);
        return new Identity(all, device);
    }

    /**
     * What made a file.
     *
     * @param modality Modality (0008,0060); empty if unknown
     * @param manufacturer Manufacturer (0008,0070); empty if unknown
     * @param model Manufacturer's Model Name (0008,1090), else that of the secondary capture
     *     device; empty if unknown
     */
    public record Device(String modality, String manufacturer, String model) {

        /** Nobody knows. */
        public static final Device UNKNOWN = new Device("", "", "");

        /**
         * Returns whether a device can be told from others.
         *
         * @return true if its model is known
         */
        public boolean isKnown() {
            return !model.isEmpty();
        }
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
