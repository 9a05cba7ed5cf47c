package org.pixelanon.neural;

import org.pixelanon.model.text.TextFinder;

/** Starts the text detector of PP-OCRv3 for letters made of dots. */
public final class Finder3Dots extends NetworkFinder {

    /** The name by which users choose it. */
    public static final String NAME = "ppocr3-dots";

    /** Loads nothing yet. */
    public Finder3Dots() {
        super(NAME, "v3, gaps between dots closed", BundledModel.DETECTOR_3);
    }

    @Override
    TextFinder over(NeuralFinder finder) {
        return new DotFinder(finder);
    }
}
