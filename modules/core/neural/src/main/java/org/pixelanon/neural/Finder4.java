package org.pixelanon.neural;

/** Starts the text detector of PP-OCRv4. */
public final class Finder4 extends NetworkFinder {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr4";

    /** Creates a finder that loads nothing yet. */
    public Finder4() {
        super(NAME, "PP-OCRv4", MapBoxes.Growth.DB, BundledModel.DETECTOR_4);
    }
}
