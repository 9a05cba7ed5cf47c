package org.pixelanon.neural;

import org.pixelanon.model.text.TextFinder;

/**
 * Starts the network that was trained on text drawn into medical images for letters made of dots.
 */
public final class LinesDotFinder extends NetworkFinder {

    /** The name by which users choose it. */
    public static final String NAME = "lines1-dots";

    /** Creates a finder that loads nothing yet. */
    public LinesDotFinder() {
        super(
                NAME,
                "PixelAnon lines 1, for dot-matrix text",
                MapBoxes.Growth.CORE,
                BundledModel.LINES_1);
    }

    @Override
    TextFinder over(NeuralFinder finder) {
        return new DotFinder(finder);
    }
}
