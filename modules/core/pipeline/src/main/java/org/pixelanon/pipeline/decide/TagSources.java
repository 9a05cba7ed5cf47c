package org.pixelanon.pipeline.decide;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.rules.RuleBook;

/**
 * What is blanked because of what a file says about itself.
 *
 * @param rules rectangles for the files that they match; null without rules
 * @param usRegions whether everything outside the Sequence of Ultrasound Regions is blanked
 */
public record TagSources(@Nullable RuleBook rules, boolean usRegions) {

    /** Tags say nothing. */
    public static final TagSources NONE = new TagSources(null, false);

    /**
     * Returns whether tags say nothing.
     *
     * @return true without rules and regions
     */
    public boolean isEmpty() {
        return rules == null && !usRegions;
    }

    /**
     * What rules and regions say about a file.
     *
     * @param file the file
     * @return the decisions, regions first
     * @throws IOException if the file cannot be read
     */
    public RuleDecisions of(DicomFile file) throws IOException {
        return ruled(file).and(UltrasoundDecisions.of(usRegions, file));
    }

    /**
     * What rules alone say about a file.
     *
     * @param file the file
     * @return the decisions
     * @throws IOException if the file cannot be read
     */
    public RuleDecisions ruled(DicomFile file) throws IOException {
        return rules == null ? RuleDecisions.NONE : RuleDecisions.of(rules, file);
    }
}
