package org.pixelanon.neural;

/** Starts the network that was trained on text drawn into medical images (models/lines.md). */
public final class LinesFinder extends NetworkFinder {

    /** The name by which users choose it. */
    public static final String NAME = "lines1";

    /** Creates a finder that loads nothing yet. */
    public LinesFinder() {
        super(
                NAME,
                "PixelAnon lines 1, trained on medical images",
                MapBoxes.Growth.CORE,
                BundledModel.LINES_1);
    }
}
