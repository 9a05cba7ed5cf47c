package org.pixelanon.store;

import org.pixelanon.model.SeenPlanes;

/**
 * The audit record of one file, in our own table {@code pixelanon_audit}. Never contains patient
 * text.
 *
 * @param filename the name as it is in the database
 * @param output the file written, empty if none
 * @param outcome how it ended
 * @param toolVersion version of PixelAnon
 * @param planJson what was to be blanked
 * @param verificationJson what was proved
 * @param when local time, {@code yyyy-MM-dd HH:mm:ss}
 * @param searched the planes that were searched for text, of those that the file has; kept for the
 *     file, not for the entry
 */
public record AuditEntry(
        String filename,
        String output,
        String outcome,
        String toolVersion,
        String planJson,
        String verificationJson,
        String when,
        SeenPlanes.Part searched) {

    /** An entry of something for which no plane was searched. */
    public AuditEntry(
            String filename,
            String output,
            String outcome,
            String toolVersion,
            String planJson,
            String verificationJson,
            String when) {
        this(
                filename,
                output,
                outcome,
                toolVersion,
                planJson,
                verificationJson,
                when,
                SeenPlanes.Part.NONE);
    }
}
