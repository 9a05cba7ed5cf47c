package org.pixelanon.pipeline.output;

import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.pipeline.format.RedactionCsv;

/**
 * What a run writes.
 *
 * @param layout where outputs go
 * @param redaction values and tags of redacted files
 * @param acceptUnprocessed whether files are published that hold pictures nobody looked at
 * @param resume whether outputs that verify are kept
 * @param dryRun whether no output is written
 * @param list where the rectangles that were blanked are written; null for nowhere
 */
public record WritingOptions(
        OutputLayout layout,
        RedactionPolicy redaction,
        boolean acceptUnprocessed,
        boolean resume,
        boolean dryRun,
        @Nullable RedactionCsv list) {

    /**
     * Outputs and nothing beside them: none is kept, and none is written of a file that holds
     * pictures nobody looked at.
     *
     * @param layout where outputs go
     * @param redaction values and tags of redacted files
     */
    public WritingOptions(OutputLayout layout, RedactionPolicy redaction) {
        this(layout, redaction, false, false, false, null);
    }

    /**
     * The same with a list.
     *
     * @param list where the rectangles that were blanked are written
     * @return the options
     */
    public WritingOptions listing(RedactionCsv list) {
        return new WritingOptions(layout, redaction, acceptUnprocessed, resume, dryRun, list);
    }

    /**
     * The same without outputs.
     *
     * @return the options of a dry run
     */
    public WritingOptions dry() {
        return new WritingOptions(layout, redaction, acceptUnprocessed, resume, true, list);
    }
}
