package org.pixelanon.store;

/**
 * What was done with one file, in our own table {@code pixelanon_audit}. Never holds patient text.
 *
 * @param filename the name as it is in the database
 * @param output the file written, empty if none
 * @param outcome how it ended
 * @param toolVersion version of PixelAnon
 * @param planJson what was to be blanked
 * @param verificationJson what was proved
 * @param when local time, {@code yyyy-MM-dd HH:mm:ss}
 */
public record AuditEntry(
        String filename,
        String output,
        String outcome,
        String toolVersion,
        String planJson,
        String verificationJson,
        String when) {}
