package org.pixelanon.neural;

/** Starts the text detector of PP-OCRv3. */
public final class Finder3 extends NetworkFinder {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr3";

    /** Creates a finder that loads nothing yet. */
    public Finder3() {
        super(NAME, "PP-OCRv3", MapBoxes.Growth.DB, BundledModel.DETECTOR_3);
    }
}
