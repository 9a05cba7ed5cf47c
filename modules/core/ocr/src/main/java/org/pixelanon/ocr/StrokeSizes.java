package org.pixelanon.ocr;

/** The widths of strokes that are searched. */
final class StrokeSizes {

    /** Edge lengths in pixels of the squares into which a stroke does not fit, ascending. */
    static final int[] SIZES = {5, 9, 15};

    /** Number of marks of a pixel: for every size bright, then dark. */
    static final int MARKS = 2 * SIZES.length;

    private StrokeSizes() {}
}
