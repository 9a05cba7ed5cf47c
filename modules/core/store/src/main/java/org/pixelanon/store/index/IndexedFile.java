package org.pixelanon.store.index;

import java.util.List;

/**
 * What an index holds of one file.
 *
 * @param path where it is, absolute
 * @param root the INPUT it was met in, absolute; the path itself if it was named
 * @param stamp size and time of the last change
 * @param state what it is
 * @param reason why it could not be read; empty otherwise; never patient text
 * @param tags its elements, in the order of {@link IndexColumn#tags}; empty unless it is DICOM
 */
public record IndexedFile(
        String path, String root, Stamp stamp, State state, String reason, List<String> tags) {

    /** Copies the list. */
    public IndexedFile {
        tags = List.copyOf(tags);
    }

    /** What a file is. */
    public enum State {
        /** A DICOM file whose header was read. */
        DICOM,
        /** No DICOM file. */
        OTHER,
        /** A file whose header could not be read. */
        UNREADABLE
    }

    /**
     * By what a change is noticed.
     *
     * @param size bytes
     * @param modified nanoseconds since 1970
     */
    public record Stamp(long size, long modified) {}
}
