package org.pixelanon.pipeline.format;

import org.pixelanon.model.InclusiveBox;

/**
 * One row of a redaction list or an OCR CSV.
 *
 * @param filename as written in the row
 * @param box the rectangle in the Python tool's convention
 * @param text the text of the row; empty in a redaction list
 * @param recogniser the column {@code ocr_engine}; empty in a redaction list
 * @param judge the column {@code ner_engine}; empty in a redaction list
 * @param sensitive the column {@code is_sensitive} (-1 unknown, 0 no, 1 yes); -1 without one
 * @param line 1-based line on which the row begins
 */
public record ListedRectangle(
        String filename,
        InclusiveBox box,
        String text,
        String recogniser,
        String judge,
        int sensitive,
        long line) {

    /** Leaves the text out. */
    @Override
    public String toString() {
        return filename + " line " + line + " " + box;
    }
}
