package org.pixelanon.store.work;

/**
 * How the work on an input ended.
 *
 * @param outcome a word for it
 * @param reason why; never patient text
 * @param device that made the file; empty if that is not known
 * @param seconds wall-clock time
 * @param ended milliseconds since 1970
 * @param line where the journal tells of it; -1 if it does not
 */
public record WorkEnd(
        String outcome, String reason, String device, double seconds, long ended, long line) {

    /** The outcome of what was met in a folder and is not DICOM. */
    public static final String PASSED_OVER = "PassedOver";
}
