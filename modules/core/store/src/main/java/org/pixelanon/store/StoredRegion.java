package org.pixelanon.store;

import org.pixelanon.model.InclusiveBox;

/**
 * One row of the table {@code DicomRects}, with what our own tables say about it.
 *
 * @param box the rectangle, or -1 in all four edges for a row about a whole plane or file
 * @param ocrEngine number of the recogniser: 1 Tesseract, 4 ultrasound regions, ...; -1 for a
 *     person
 * @param text the text; may be empty
 * @param nerEngine number of what judged it: 50 allow-list, ...; -1 for none
 * @param sensitive -1 unknown, 0 no, 1 yes
 * @param modified local time, {@code yyyy-MM-dd HH:mm:ss}
 * @param modifiedBy who
 * @param reason a word of a person for what it is, e.g. {@code name}, from our own table {@code
 *     pixelanon_reasons}; empty for none
 * @param witnesses who saw and read it, as {@link org.pixelanon.model.Witnesses#text}, from our own
 *     table {@code pixelanon_witnesses}; empty if nobody knows
 */
public record StoredRegion(
        InclusiveBox box,
        int ocrEngine,
        String text,
        int nerEngine,
        int sensitive,
        String modified,
        String modifiedBy,
        String reason,
        String witnesses) {

    /**
     * A row of which nobody knows who saw it.
     *
     * @param box the rectangle
     * @param ocrEngine number of the recogniser
     * @param text the text; may be empty
     * @param nerEngine number of what judged it
     * @param sensitive -1 unknown, 0 no, 1 yes
     * @param modified local time
     * @param modifiedBy who
     * @param reason a word of a person for what it is; empty for none
     */
    public StoredRegion(
            InclusiveBox box,
            int ocrEngine,
            String text,
            int nerEngine,
            int sensitive,
            String modified,
            String modifiedBy,
            String reason) {
        this(box, ocrEngine, text, nerEngine, sensitive, modified, modifiedBy, reason, "");
    }

    /**
     * A row nobody gave a reason for.
     *
     * @param box the rectangle
     * @param ocrEngine number of the recogniser
     * @param text the text; may be empty
     * @param nerEngine number of what judged it
     * @param sensitive -1 unknown, 0 no, 1 yes
     * @param modified local time
     * @param modifiedBy who
     */
    public StoredRegion(
            InclusiveBox box,
            int ocrEngine,
            String text,
            int nerEngine,
            int sensitive,
            String modified,
            String modifiedBy) {
        this(box, ocrEngine, text, nerEngine, sensitive, modified, modifiedBy, "");
    }

    /**
     * Returns whether another row speaks of the same thing: the same text on the same plane, each
     * edge within 4 px, or without text exactly the same place.
     *
     * @param other the other row
     * @return true if what was decided about one holds for the other
     */
    public boolean sameFinding(StoredRegion other) {
        return text.equals(other.text)
                && NearBoxes.samePlane(box, other.box)
                && NearBoxes.near(box, other.box, text.isEmpty() ? 0 : NearBoxes.PIXELS);
    }

    /** The same row with another text. */
    StoredRegion withText(String other) {
        return new StoredRegion(
                box,
                ocrEngine,
                other,
                nerEngine,
                sensitive,
                modified,
                modifiedBy,
                reason,
                witnesses);
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return box + " by engine " + ocrEngine;
    }
}
