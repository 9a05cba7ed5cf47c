package org.pixelanon.neural;

import org.pixelanon.model.text.TextFinder;

/** Starts the text detector of PP-OCRv3 for small letters. */
public final class Finder3Fine extends NetworkFinder {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr3-fine";

    /** Creates a finder that loads nothing yet. */
    public Finder3Fine() {
        super(
                NAME,
                "PP-OCRv3 on planes at twice the size",
                MapBoxes.Growth.DB,
                BundledModel.DETECTOR_3);
    }

    @Override
    TextFinder over(NeuralFinder finder) {
        return new FineFinder(finder);
    }
}
